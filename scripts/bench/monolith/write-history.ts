import type { Lots } from "./lots.ts";
import { AUTHORS } from "./words.ts";

const START = Date.UTC(2022, 0, 3, 9) / 1000;
const YEARS = 4;

/**
 * A history as a stream for `git fast-import`: modules appear one after another, most commits change a few files of one
 * module, some those of two that belong together, few sweep over many. Yields pieces, for it may be long.
 */
export function* writeHistory(
  folders: readonly (readonly [path: string, text: string][])[],
  commits: number,
  lots: Lots,
): Generator<string> {
  const changes = planChanges(folders, commits, lots);
  const left = new Map<string, number>();
  for (const paths of changes) for (const path of paths) left.set(path, (left.get(path) ?? 0) + 1);
  const all = new Map(left);
  const texts = new Map(folders.flat());
  const pause = (YEARS * 365 * 86_400) / changes.length;
  for (const [at, paths] of changes.entries()) {
    yield headOf(at, Math.round(START + at * pause), lots.popular(AUTHORS));
    for (const path of paths) {
      const after = left.get(path)! - 1;
      left.set(path, after);
      const text = grown(path, texts.get(path)!, 1 - after / all.get(path)!, after);
      yield `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    }
    yield "\n";
  }
}

function planChanges(
  folders: readonly (readonly [path: string, text: string][])[],
  commits: number,
  lots: Lots,
): string[][] {
  const born = folders.map((folder) => folder.map(([path]) => path));
  const code = born.map((paths) => paths.filter((path) => path.endsWith(".ts")));
  const later = Math.max(0, commits - born.length);
  const changes: string[][] = [];
  for (const [at, paths] of born.entries()) {
    changes.push(paths);
    const until = Math.floor((later * (at + 1)) / born.length);
    const from = Math.floor((later * at) / born.length);
    for (let count = from; count < until; count++) changes.push(changeIn(code.slice(0, at + 1), lots));
  }
  return changes;
}

function changeIn(folders: readonly (readonly string[])[], lots: Lots): string[] {
  const at =
    folders.length - 1 - Math.floor(lots.between(0, folders.length - 1) * (lots.chance(0.5) ? 0.2 : 1));
  const chosen = [...some(folders[at]!, lots.between(1, 5), lots)];
  if (lots.chance(0.2))
    chosen.push(...some(folders[(at * 7 + 3) % folders.length]!, lots.between(1, 3), lots));
  if (lots.chance(0.01)) for (const folder of folders.slice(0, 40)) chosen.push(folder[0]!);
  return [...new Set(chosen)];
}

function some(paths: readonly string[], count: number, lots: Lots): string[] {
  return Array.from({ length: count }, () => lots.popular(paths));
}

function headOf(at: number, seconds: number, author: string): string {
  const when = `${author} <${author.toLowerCase()}@monolith.example> ${seconds} +0000`;
  const subject = `Change ${at + 1}`;
  return `commit refs/heads/main\nauthor ${when}\ncommitter ${when}\ndata ${subject.length}\n${subject}\n`;
}

/** A file as it was when this share of its changes had been made; what is no code was always what it is. */
function grown(path: string, text: string, share: number, after: number): string {
  if (after === 0 || !path.endsWith(".ts")) return text;
  return `${text.slice(0, text.indexOf("\n", text.length * share))}\n// ${after} more\n`;
}
