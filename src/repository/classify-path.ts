import type { FileClass } from "./repository.ts";

/** The largest file that is read as code. Hand-written code does not come near. */
export const LARGEST_SOURCE = 2 * 1024 * 1024;
/** Dumps and generated schemas are larger. */
export const LARGEST_SCHEMA = 16 * 1024 * 1024;

const CODE = /\.(?:[cm]?[jt]sx?|java)$/;
const SCHEMA = /\.(?:sql|prisma)$/;
const DECLARATION = /\.d\.[cm]?ts$/;

const VENDORED_FOLDER = /(?:^|\/)(?:third[-_]?party|vendored|externals?\/js|bower_components)\//i;
const VENDORED_NAME =
  /(?:[.-]min\.[cm]?js|(?:^|\/)(?:jquery|bootstrap|angular|react|vue|lodash|underscore|d3|three|moment)(?:[.-][\w.-]*)?\d[\w.-]*\.js)$/i;

const GENERATED_FOLDER = /(?:^|\/)(?:__generated__|generated|codegen-out|\.prisma)\//i;
const GENERATED_NAME =
  /(?:^|\/)(?:generated-[\w-]*types|[\w-]+[._](?:generated|gen|pb|grpc_pb)|graphql-types|routeTree\.gen)\.[cm]?[jt]sx?$/i;

const TEST_FOLDER =
  /^specs?\/|(?:^|\/)(?:tests?|__tests?__|__mocks__|__fixtures__|__snapshots__|e2e(?:-\w+)?|\w+-e2e|(?:integration|acceptance|functional|smoke|load)-?tests?|cypress|playwright|fixtures?|mocks?|stubs?|\.storybook|test-?(?:utils?|helpers?|data|support|plugins?|migrations)|benchmarks?)\//i;
const TEST_NAME =
  /(?:[._-](?:spec|test|tests|e2e|e2e-spec|cy|stories|story|mock|mocks|fixture|fixtures|stub|bench)\.[cm]?[jt]sx?|(?:^|\/)(?:[A-Z]\w*(?:Tests?|IT|TestCase)|Test[A-Z]\w*)\.java)$/;

/** A server that mocks servers has such names too, so the doubled file has to be there. */
const DOUBLE = /(?:^|\/)(?:fake|mock|stub)-([^/]*\.[cm]?[jt]sx?)$/;

/** Scripts that are sent to browsers, and data that happens to be written as code. */
const SENT_OUT = /(?:^|\/)(?:public|static|wwwroot)\/(?:.*\/)?[^/]*\.[cm]?jsx?$|(?:^|\/)data\/static\//i;

/** Folders beside the product: they build, deploy or demonstrate it. Told from the top of their package only. */
const TOOLING_FOLDER =
  /^(?:\.[^/]+|scripts?|examples?|demos?|docs?|website|tools?|ci|docker|patches|husky)\//i;
const TOOLING_NAME =
  /(?:^|\/)(?:\.[^/]*|(?:jest|vitest|eslint|webpack|rollup|vite|babel|prettier|tailwind|postcss|commitlint|cypress|playwright|karma|protractor|svelte|next|nuxt|astro|docusaurus|lint-staged|stylelint|knip|tsup|tsdown|esbuild|metro|codegen|release|semantic-release|newman|stryker|lingui|orval|drizzle|vitest\.workspace|karma\.conf|protractor\.conf)(?:[.-][\w-]+)*\.config|(?:jest|vitest)[.-](?:config|preset|setup|workspace)[\w.-]*|karma\.conf|protractor\.conf|wdio\.conf|gruntfile|gulpfile|codegen|dangerfile|prisma\.config)\.[cm]?[jt]s$/i;

/** What the path alone says; `inPackage` is the path from the folder of its package. */
export function classifyPath(path: string, inPackage: string): FileClass {
  if (SCHEMA.test(path)) return classifySchemaPath(path, inPackage);
  if (!CODE.test(path)) return "asset";
  if (DECLARATION.test(path)) return "declaration";
  if (VENDORED_FOLDER.test(path) || VENDORED_NAME.test(path)) return "vendored";
  if (SENT_OUT.test(inPackage)) return "asset";
  if (GENERATED_FOLDER.test(path) || GENERATED_NAME.test(path)) return "generated";
  // From the package: a repository that is kept in a folder called `test` is no test itself.
  if (TEST_FOLDER.test(inPackage) || TEST_NAME.test(inPackage)) return "test";
  if (looksLikeTooling(inPackage)) return "tooling";
  return "source";
}

/** The name that a test double stands in for: `fake-order-store.ts` doubles `order-store.ts`. */
export function doubledName(path: string): string | null {
  return DOUBLE.exec(path)?.[1] ?? null;
}

/** Is it written in a language that some analyzer may read? */
export function isCode(path: string): boolean {
  return CODE.test(path) || SCHEMA.test(path);
}

/** Does it declare data rather than do something? */
export function isSchema(path: string): boolean {
  return SCHEMA.test(path);
}

/** Is it a test, a fixture or a mock by its place or its name? */
export function looksLikeTest(path: string): boolean {
  return TEST_FOLDER.test(path) || TEST_NAME.test(path);
}

/** Does it lie beside the product, or configure what builds it? */
export function looksLikeTooling(inPackage: string): boolean {
  return TOOLING_FOLDER.test(inPackage) || TOOLING_NAME.test(inPackage);
}

/** The number of bytes from which on a file is left unread. */
export function largestReadable(path: string): number {
  return SCHEMA.test(path) ? LARGEST_SCHEMA : LARGEST_SOURCE;
}

function classifySchemaPath(path: string, inPackage: string): FileClass {
  if (VENDORED_FOLDER.test(path)) return "vendored";
  return TEST_FOLDER.test(inPackage) ? "test" : "schema";
}
