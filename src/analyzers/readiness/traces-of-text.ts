import type { TraceKind } from "../../model/fact.ts";

interface TextRule {
  readonly kind: TraceKind;
  readonly files: RegExp;
  readonly line: RegExp;
}

const CI =
  /^\.github\/workflows\/|^\.gitlab-ci|^\.circleci\/|^(azure-pipelines|bitbucket-pipelines|\.travis|\.drone)\.|^Jenkinsfile$/;
const YAML = /\.ya?ml$/;
const CODE = /\.[cm]?[jt]sx?$/;
const COVERAGE = /(^|\/)(package\.json|(jest|vitest)\.config\.\w+|\.nycrc(\.json)?)$/;
const PRISMA = /\.prisma$/;

/** Without any of these words the rules for code have nothing to say. */
export const CODE_WORDS: readonly string[] = [
  ...["/health", "/readyz", "/livez", "/readiness", "/liveness"],
  ...["@Controller('health", '@Controller("health', "@Controller(`health"],
  ...["enableShutdownHooks(", "SIGTERM"],
];

/** What a line of a file says, where its path alone does not. */
const RULES: readonly TextRule[] = [
  {
    kind: "ci-build",
    files: CI,
    line: /\b(npm|yarn|pnpm|bun) (ci|install|i|(run )?build)\b|\byarn\s*$|\bdocker build\b|build-push-action/,
  },
  {
    kind: "ci-test",
    files: CI,
    line: /\b(npm|yarn|pnpm|bun|nx|turbo|lerna)\b.*\btest|\b(jest|vitest|mocha|playwright|cypress)\b/,
  },
  {
    kind: "ci-deploy",
    files: CI,
    line: /docker\/build-push-action|\bdocker (push|buildx)|\bkubectl\b|\bhelm (upgrade|install)|\bdeploy\b.*:|\b(fly|vercel|heroku|aws|gcloud)\b.*deploy/i,
  },
  {
    kind: "kubernetes",
    files: YAML,
    line: /^kind:\s*(Deployment|StatefulSet|DaemonSet|Ingress|CronJob)\s*$/,
  },
  {
    kind: "coverage-limit",
    files: COVERAGE,
    line: /coverageThreshold|"?(branches|lines)"?\s*:\s*\d{2}/,
  },
  { kind: "schemas-per-context", files: PRISMA, line: /^\s*schemas\s*=\s*\[[^\]]*,/ },
  {
    kind: "health-check",
    files: CODE,
    line: /['"`]\/(health|healthz|readyz|livez|readiness|liveness)['"`/]|@Controller\(['"`]health/,
  },
  {
    kind: "graceful-shutdown",
    files: CODE,
    line: /enableShutdownHooks\(|process\.(on|once)\(\s*['"]SIGTERM['"]/,
  },
];

/** What stands further right in a line, nobody reads either. */
const LONGEST_LINE = 2000;

/** Does any rule want to read this file? */
export function hasTextRules(path: string): boolean {
  return CODE.test(path) || !hasOnlyCodeRules(path);
}

/** Is it a file whose name says nothing to any rule but those for code? */
export function hasOnlyCodeRules(path: string): boolean {
  return !YAML.test(path) && !CI.test(path) && !COVERAGE.test(path) && !PRISMA.test(path);
}

/** For each kind the first line of the file that says so. */
export function tracesOfText(path: string, text: string): { kind: TraceKind; line: number }[] {
  const rules = RULES.filter(({ files }) => files.test(path));
  const found = new Map<TraceKind, number>();
  text.split("\n").forEach((whole, index) => {
    const line = whole.length > LONGEST_LINE ? whole.slice(0, LONGEST_LINE) : whole;
    if (/^\s*(\/\/|\*|#)/.test(line)) return;
    for (const rule of rules)
      if (!found.has(rule.kind) && rule.line.test(line)) found.set(rule.kind, index + 1);
  });
  return [...found].map(([kind, line]) => ({ kind, line }));
}
