import type { TraceKind } from "../../model/fact.ts";
import { anyWord } from "./any-word.ts";

/** What the path of a file alone says. */
const PATHS: readonly (readonly [TraceKind, RegExp])[] = [
  ["dockerfile", /(^|\/)([\w.-]+\.)?(Dockerfile|Containerfile)(\.[\w.-]+)?$/i],
  ["compose", /(^|\/)(docker-)?compose([.-][\w-]+)*\.ya?ml$/],
  ["helm", /(^|\/)Chart\.ya?ml$/],
  [
    "infrastructure-as-code",
    /\.tf$|(^|\/)(Pulumi\.ya?ml|cdk\.json|serverless\.(ya?ml|ts)|template\.sam\.ya?ml)$/,
  ],
  [
    "platform-deploy",
    /(^|\/)(Procfile|fly\.toml|render\.ya?ml|netlify\.toml|heroku\.yml|railway\.(json|toml)|app\.yaml)$/,
  ],
  ["codeowners", /(^|\/)CODEOWNERS$/],
  ["contribution-guide", /(^|\/)CONTRIBUTING(\.\w+)?$/i],
  ["decision-records", /(^|\/)(adrs?|decisions|architecture-decisions)\/[^/]+\.(md|adoc)$/i],
  ["api-description", /^(?!\.github\/)(?:.*\/)?(openapi|swagger|asyncapi)([\w.-]*)\.(ya?ml|json)$/i],
  ["api-description", /(^|\/)schema\.(graphql|gql)$/],
  ["dependency-rules", /(^|\/)\.dependency-cruiser\.\w+$/],
  ["workspaces", /^(pnpm-workspace\.ya?ml|lerna\.json|nx\.json|turbo\.json|rush\.json)$/],
  ["migrations", /(^|\/)migrations?\/.+\.(sql|ts|js)$/],
  [
    "end-to-end-tests",
    /(^|\/)(e2e|cypress|playwright)\/.+\.(spec|test|cy|e2e-spec)\.[cm]?[jt]sx?$|\.e2e(-spec|-test)?\.[cm]?[jt]sx?$|\.cy\.[jt]sx?$/,
  ],
  ["coverage-limit", /(^|\/)\.?codecov\.ya?ml$/],
  ["configuration-by-environment", /(^|\/)\.env\.(example|sample|template|dist)$|(^|\/)sample\.env$/],
];

/** In small letters: a path without any of these is no trace, and nearly all have none. */
const hasWord = anyWord([
  ...[
    "dockerfile",
    "containerfile",
    "compose",
    "chart.y",
    "cdk.json",
    "pulumi",
    "serverless",
    "template.sam",
  ],
  ...["procfile", "fly.toml", "render.y", "netlify.toml", "heroku", "railway", "app.yaml", "codeowners"],
  ...["contributing", "decisions", "openapi", "swagger", "asyncapi", "schema.g", "dependency-cruiser"],
  ...["workspace", "lerna.json", "nx.json", "turbo.json", "rush.json", "migration", "cypress", "playwright"],
  ...["codecov", "sample.env", ".env", ".tf", "adr", "e2e", ".cy."],
]);

/** The kinds of trace that a path is. */
export function tracesOfPath(path: string): TraceKind[] {
  if (!hasWord(path.toLowerCase())) return [];
  return [...new Set(PATHS.filter(([, pattern]) => pattern.test(path)).map(([kind]) => kind))];
}
