import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of the project: where the tests run, or where the script says. */
export const ROOT = process.env.MONOCARVE_FUZZ_ROOT ?? join(import.meta.dirname, "../..");

const CODE = /\.[cm]?[jt]sx?$/;
const KNOWN = /\.(?:[cm]?[jt]sx?|json|sql|prisma|ya?ml)$/;

/** The texts of files that belong together, by their paths. */
export type Group = Readonly<Record<string, string>>;

/** The fixtures, each a small repository of its own. */
export function fixtures(): Group[] {
  const names = readdirSync(join(ROOT, "fixtures")).sort();
  const groups = names.map((name) => readGroup(join(ROOT, "fixtures", name, "app"), KNOWN));
  return groups.filter((group) => Object.keys(group).length > 0);
}

/** The project's own source, one group per folder. */
export function ownSource(): Group[] {
  const groups = new Map<string, Record<string, string>>();
  for (const [path, text] of Object.entries(readGroup(join(ROOT, "src"), CODE))) {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    const group = groups.get(folder) ?? {};
    group[path] = text;
    groups.set(folder, group);
  }
  return [...groups.values()];
}

/** The texts below a folder whose names match. */
export function readGroup(folder: string, wanted: RegExp): Record<string, string> {
  const group: Record<string, string> = {};
  for (const path of listFiles(folder)) {
    if (wanted.test(path)) group[path] = readFileSync(join(folder, path), "utf8");
  }
  return group;
}

/** Every regular file below a folder, sorted; links are not followed. */
export function listFiles(folder: string): string[] {
  const files: string[] = [];
  const open = [""];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of entriesOf(join(folder, next))) {
      if (entry.isDirectory()) open.push(`${next}${entry.name}/`);
      else if (entry.isFile()) files.push(next + entry.name);
    }
  }
  return files.sort();
}

function entriesOf(folder: string): import("node:fs").Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** SQL statements between the quotes of fixtures and tests. */
export function quotedStatements(): string[] {
  const texts = ["fixtures", "test/sql", "test/analyzers"].flatMap((folder) =>
    Object.values(readGroup(join(ROOT, folder), CODE)),
  );
  const quoted =
    /(["'`])(\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WITH|MERGE|DROP)\b[^"'`]{8,2000})\1/gi;
  return [...new Set(texts.flatMap((text) => [...text.matchAll(quoted)].map((match) => match[2] as string)))];
}
