import type { FoundPackage } from "./find-packages.ts";
import { type Evidence, weighDependencies } from "./package-evidence.ts";
import type { PackageSources } from "./package-sources.ts";

/** Fewer points are a script that opens a database, not a server. */
const SERVER_FROM = 2;
/** What serves its own pages, with a framework or a mapper besides, is the monolith itself. */
const FULL_STACK_FROM = 3;
/** A few Java files may be a bridge to Android. */
const JAVA_FROM = 10;
/** Fewer points are a library that is built with a bundler, not a user interface. */
const INTERFACE_FROM = 2;
const BESIDE_THE_PRODUCT =
  /^(?:docs?|documentation|website|www|landing(?:-page)?|storybook|examples?|samples?|demos?|playgrounds?|e2e|tests?\d*|testing|(?:integration|acceptance|functional|smoke|load)-tests?|test-utils|benchmarks?|perf|scripts|tools|tooling|dev-?server|devkit|ui-devkit|create|scaffold|templates?|cli|docker|eslint-config|tsconfig)$|[-/](?:e2e|tests|docs|cli|demo|examples?|storybook|devkit|eslint-config|tsconfig|test-utils|documentation)$|^create-/i;
/** A folder of such packages. */
const PLACE_BESIDE =
  /^(?:docs?|www|examples?|samples?|demos?|playgrounds?|e2e|(?:integration|acceptance)-tests?)$/i;

/** What a package is for. */
export type Kind = "server" | "interface" | "beside" | "library";

/** A package with what speaks for it. `wants` are the packages of the repository that it depends on. */
export interface Judged extends FoundPackage {
  readonly kind: Kind;
  readonly evidence: Evidence;
  readonly wants: ReadonlySet<string>;
}

/** Judges a package by its manifest, and by its sources where the manifest does not say. */
export function judge(
  one: FoundPackage,
  names: ReadonlySet<string>,
  sources: PackageSources,
  hoisted: boolean,
): Judged {
  const used = [
    ...namesIn(one, "dependencies"),
    ...namesIn(one, "optionalDependencies"),
    ...("meteor" in one.manifest ? ["meteor"] : []),
  ];
  const developed = [...new Set([...namesIn(one, "devDependencies"), ...namesIn(one, "peerDependencies")])];
  const declared = weighDependencies(
    used,
    developed.filter((name) => !used.includes(name)),
  );
  const silent = declared.server === 0 && declared.interface === 0;
  const imported = silent || hoisted ? [...sources.imports(one.folder)] : [];
  const evidence = withJava(silent ? weighDependencies(imported) : declared, sources.java(one.folder));
  const wants = new Set([...used, ...developed, ...imported].filter((name) => names.has(name)));
  wants.delete(one.name);
  return { ...one, kind: kindOf(one, evidence), evidence, wants };
}

function withJava(evidence: Evidence, files: number): Evidence {
  if (files < JAVA_FROM) return evidence;
  return { ...evidence, server: evidence.server + files, serverWords: ["Java", ...evidence.serverWords] };
}

function kindOf(one: FoundPackage, evidence: Evidence): Kind {
  if (isBeside(one)) return "beside";
  // Many a monolith brings its pages along: they do not make it less of a server.
  if (evidence.listens && evidence.stores && !evidence.desktop) return "server";
  if (evidence.bothSides && evidence.server >= FULL_STACK_FROM && !evidence.desktop) return "server";
  if (evidence.server >= SERVER_FROM && evidence.server > evidence.interface) return "server";
  if (evidence.interface >= INTERFACE_FROM && evidence.interface >= evidence.server) return "interface";
  return "library";
}

function isBeside({ folder, name }: FoundPackage): boolean {
  if (folder === "") return false;
  const names = [folder, name].map((path) => path.slice(path.lastIndexOf("/") + 1));
  if (folder.startsWith("templates/")) return true;
  const above = folder.split("/").slice(0, -1);
  return names.some((one) => BESIDE_THE_PRODUCT.test(one)) || above.some((one) => PLACE_BESIDE.test(one));
}

/** Why the package is not analysed. */
export function whyNot({ kind, evidence }: Judged): string {
  switch (kind) {
    case "interface":
      return `user interface: ${spoken(evidence.interfaceWords)}`;
    case "beside":
      return "tooling, tests or documentation by its name";
    case "server":
    case "library":
      return "not used by the server side";
  }
}

/** The strongest words of evidence, for a reason. */
export function spoken(words: readonly string[]): string {
  return words.slice(0, 3).join(", ");
}

/** The names that a manifest lists under one of its keys. */
export function namesIn(one: FoundPackage, key: string): string[] {
  const list = one.manifest[key];
  return typeof list === "object" && list !== null && !Array.isArray(list) ? Object.keys(list) : [];
}
