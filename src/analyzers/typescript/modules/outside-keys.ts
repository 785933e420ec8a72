import { join } from "./join-path.ts";

/** The keys of a tsconfig.json whose paths lead outside the repository, in the order in which it is read. */
export function keysLeadingOutside(config: Readonly<Record<string, unknown>>, folder: string): string[] {
  const options = record(config.compilerOptions);
  const base = typeof options.baseUrl === "string" ? (join(folder, options.baseUrl) ?? folder) : folder;
  const named: readonly (readonly [key: string, paths: unknown, from: string])[] = [
    ["extends", config.extends, folder],
    ["references", listOf(config.references).map((one) => record(one).path), folder],
    ["baseUrl", options.baseUrl, folder],
    ["paths", Object.values(record(options.paths)).flatMap(listOf), base],
    ["rootDirs", options.rootDirs, folder],
    ["typeRoots", options.typeRoots, folder],
    ["plugins", listOf(options.plugins).map((one) => record(one).name), folder],
  ];
  return named
    .filter(([, paths, from]) => listOf(paths).some((path) => leadsOutside(path, from)))
    .map(([key]) => key);
}

/** The names of libraries lead nowhere: a path outside begins at the root of the machine, or climbs. */
function leadsOutside(path: unknown, folder: string): boolean {
  if (typeof path !== "string") return false;
  const plain = path.replaceAll("\\", "/");
  return plain.startsWith("/") || /^[A-Za-z]:/.test(plain) || join(folder, plain) === null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
