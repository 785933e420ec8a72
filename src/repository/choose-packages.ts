import { UsageError } from "../model/usage-error.ts";
import type { FoundPackage } from "./find-packages.ts";
import { type Evidence, weighDependencies } from "./package-evidence.ts";
import type { Package } from "./repository.ts";

/** What the choice needs to know of the files, asked only where a manifest does not say. */
export interface PackageSources {
  /** How many files of the package look like product code. */
  count(folder: string): number;
  /** The names of packages that its sources import. */
  imports(folder: string): ReadonlySet<string>;
}

/** Fewer points are a script that opens a database, not a server. */
const SERVER_FROM = 2;
/** Fewer points are a library that is built with a bundler, not a user interface. */
const INTERFACE_FROM = 2;
/** A workspace root with fewer files of its own only ties packages together. */
const ROOT_SOURCES_FROM = 10;

const BESIDE_THE_PRODUCT =
  /^(?:docs?|documentation|website|www|landing(?:-page)?|storybook|examples?|samples?|demos?|playground|e2e|tests?|testing|test-utils|benchmarks?|perf|scripts|tools|tooling|dev-?server|devkit|ui-devkit|create|scaffold|templates?|cli|docker|eslint-config|tsconfig)$|[-/](?:e2e|docs|cli|demo|examples?|storybook|devkit|eslint-config|tsconfig)$|^create-/i;

type Kind = "server" | "interface" | "beside" | "library";

interface Judged extends FoundPackage {
  readonly kind: Kind;
  readonly evidence: Evidence;
  readonly wants: ReadonlySet<string>;
}

/**
 * Chooses the packages to analyse: those that were asked for; else, of several, the server side: packages whose
 * dependencies speak for a server, packages that extend those, and the libraries of the workspace that they use.
 */
export function choosePackages(
  found: readonly FoundPackage[],
  asked: readonly string[],
  sources: PackageSources,
): Package[] {
  if (asked.length > 0) return chooseAsked(found, asked);
  const real = found.filter((one) => one.folder !== "" || hasRoot(one, found, sources));
  if (real.length <= 1) {
    return found.map((one) => noteOf(one, real.includes(one) || found.length === 1, "the only package"));
  }
  const names = new Set(found.map((one) => one.name));
  // Where the root's manifest lists packages of the workspace, only the sources say who uses them.
  const hoisted = found[0] !== undefined && namesIn(found[0], "dependencies").some((name) => names.has(name));
  const judged = real.map((one) => judge(one, names, sources, hoisted));
  const reasons = chooseServerSide(judged);
  const known = found.filter((one) => real.includes(one) || Object.keys(one.manifest).length > 0);
  return known.map((one) => {
    const judgement = judged.find((other) => other.folder === one.folder);
    const reason = reasons.get(one.folder);
    if (reason !== undefined) return noteOf(one, true, reason);
    return noteOf(
      one,
      false,
      judgement === undefined ? "ties the other packages together" : whyNot(judgement),
    );
  });
}

function chooseAsked(found: readonly FoundPackage[], asked: readonly string[]): Package[] {
  const matches = (one: FoundPackage, name: string): boolean =>
    one.name === name || (one.folder || ".") === name.replace(/^\.\/|\/$/g, "");
  const unknown = asked.find((name) => !found.some((one) => matches(one, name)));
  if (unknown !== undefined) {
    const known = found.map((one) => one.name).join(", ");
    throw new UsageError(`There is no package "${unknown}" in this repository. It has: ${known}.`);
  }
  return found.map((one) => {
    const chosen = asked.some((name) => matches(one, name));
    return noteOf(one, chosen, chosen ? "asked for" : "not asked for");
  });
}

/** A root without a manifest counts when code lies in it that no package holds. */
function hasRoot(root: FoundPackage, found: readonly FoundPackage[], sources: PackageSources): boolean {
  if (found.length === 1) return true;
  const enough = root.workspaceRoot || Object.keys(root.manifest).length === 0 ? ROOT_SOURCES_FROM : 1;
  return sources.count("") >= enough;
}

function judge(
  one: FoundPackage,
  names: ReadonlySet<string>,
  sources: PackageSources,
  hoisted: boolean,
): Judged {
  const used = [...namesIn(one, "dependencies"), ...namesIn(one, "optionalDependencies")];
  const developed = [...namesIn(one, "devDependencies"), ...namesIn(one, "peerDependencies")];
  const declared = weighDependencies(used, developed);
  const silent = declared.server === 0 && declared.interface === 0;
  const imported = silent || hoisted ? [...sources.imports(one.folder)] : [];
  const evidence = silent ? weighDependencies(imported) : declared;
  const wants = new Set([...used, ...developed, ...imported].filter((name) => names.has(name)));
  wants.delete(one.name);
  return { ...one, kind: kindOf(one, evidence), evidence, wants };
}

function kindOf(one: FoundPackage, evidence: Evidence): Kind {
  const last = one.folder.slice(one.folder.lastIndexOf("/") + 1);
  const plain = one.name.slice(one.name.lastIndexOf("/") + 1);
  if (one.folder !== "" && (BESIDE_THE_PRODUCT.test(last) || BESIDE_THE_PRODUCT.test(plain))) return "beside";
  if (evidence.server >= SERVER_FROM && evidence.server > evidence.interface) return "server";
  if (evidence.interface >= INTERFACE_FROM && evidence.interface >= evidence.server) return "interface";
  return "library";
}

function chooseServerSide(judged: readonly Judged[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const servers = judged.filter((one) => one.kind === "server");
  for (const one of servers) reasons.set(one.folder, `server: ${spoken(one.evidence.serverWords)}`);
  if (servers.length === 0) {
    const rest = judged.filter((one) => one.kind !== "beside");
    for (const one of rest) reasons.set(one.folder, "no package looks like a server, so all are read");
    return reasons;
  }
  const serverNames = new Set(servers.map((one) => one.name));
  for (const one of judged) {
    const extended =
      one.kind === "library" ? [...one.wants].find((name) => serverNames.has(name)) : undefined;
    if (extended !== undefined) reasons.set(one.folder, `builds on ${extended}`);
  }
  addUsedLibraries(judged, reasons);
  return reasons;
}

function addUsedLibraries(judged: readonly Judged[], reasons: Map<string, string>): void {
  const byName = new Map(judged.map((one) => [one.name, one]));
  const open = judged.filter((one) => reasons.has(one.folder));
  for (const user of open) {
    for (const name of user.wants) {
      const used = byName.get(name);
      if (used === undefined || reasons.has(used.folder) || used.kind !== "library") continue;
      reasons.set(used.folder, `used by ${user.name}`);
      open.push(used);
    }
  }
}

function whyNot({ kind, evidence }: Judged): string {
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

function spoken(words: readonly string[]): string {
  return words.slice(0, 3).join(", ");
}

function namesIn(one: FoundPackage, key: string): string[] {
  const list = one.manifest[key];
  return typeof list === "object" && list !== null && !Array.isArray(list) ? Object.keys(list) : [];
}

function noteOf({ name, folder, manifest }: FoundPackage, chosen: boolean, reason: string): Package {
  return { name, folder, manifest, chosen, reason };
}
