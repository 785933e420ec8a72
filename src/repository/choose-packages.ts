import { UsageError } from "../model/usage-error.ts";
import type { FoundPackage } from "./find-packages.ts";
import { type Judged, judge, namesIn, spoken, whyNot } from "./judge-package.ts";
import type { PackageSources } from "./package-sources.ts";
import type { Package } from "./repository.ts";

/** A workspace root with fewer files of its own only ties packages together. */
const ROOT_SOURCES_FROM = 10;

/** Where workspaces keep what runs, as against what is used. */
const APPLICATION = /^(?:apps|applications|services|servers|workers)\//;

/**
 * Chooses the packages to analyse: those that were asked for; else, of several, the server side: packages whose
 * dependencies speak for a server, packages that extend those, and the libraries of the workspace that they use.
 * `aliased` says that packages import each other under names that no manifest has.
 */
export function choosePackages(
  found: readonly FoundPackage[],
  asked: readonly string[],
  sources: PackageSources,
  aliased: boolean,
): Package[] {
  if (asked.length > 0) return chooseAsked(found, asked);
  const real = found.filter((one) => one.folder !== "" || hasRoot(one, found, sources));
  if (real.length <= 1) {
    return found.map((one) => noteOf(one, real.includes(one) || found.length === 1, "the only package"));
  }
  const names = new Set(found.map((one) => one.name));
  // Where the root's manifest lists packages of the workspace, only the sources say who uses them.
  const hoisted =
    aliased || (found[0] !== undefined && namesIn(found[0], "dependencies").some((name) => names.has(name)));
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

function chooseServerSide(judged: readonly Judged[]): Map<string, string> {
  const reasons = new Map<string, string>();
  const servers = judged.filter((one) => one.kind === "server");
  for (const one of servers) reasons.set(one.folder, `server: ${spoken(one.evidence.serverWords)}`);
  if (!servers.some((one) => one.evidence.listens)) addPagesWithServers(judged, reasons);
  if (reasons.size === 0) {
    const rest = judged.filter((one) => one.kind !== "beside");
    for (const one of rest) reasons.set(one.folder, "no package looks like a server, so all are read");
    return reasons;
  }
  addExtensions(judged, servers, reasons);
  addUsedLibraries(judged, reasons);
  return reasons;
}

/**
 * Packages without words of their own that build on a server. What uses a mere library of a server may be its client,
 * unless it is an application.
 */
function addExtensions(
  judged: readonly Judged[],
  servers: readonly Judged[],
  reasons: Map<string, string>,
): void {
  const all = new Set(servers.map((one) => one.name));
  const listening = new Set(servers.filter((one) => one.evidence.listens).map((one) => one.name));
  for (const one of judged.filter(({ kind }) => kind === "library")) {
    const bases = APPLICATION.test(one.folder) ? all : listening;
    const extended = [...one.wants].find((name) => bases.has(name));
    if (extended !== undefined) reasons.set(one.folder, `builds on ${extended}`);
  }
}

/** Where nothing else answers requests, the pages' own server does. */
function addPagesWithServers(judged: readonly Judged[], reasons: Map<string, string>): void {
  for (const one of judged) {
    if (one.kind !== "interface" || !one.evidence.bothSides) continue;
    reasons.set(one.folder, `pages with their server: ${spoken(one.evidence.interfaceWords)}`);
  }
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

function noteOf({ name, folder, manifest }: FoundPackage, chosen: boolean, reason: string): Package {
  return { name, folder, manifest, chosen, reason };
}
