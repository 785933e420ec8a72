import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importHistory } from "./import-history.ts";
import { lotsOf } from "./lots.ts";

/** A folder of so many files of three lines, a hundred to a shelf, each of which calls another one's function. */
export function writeTinyFiles(folder: string, files: number, seed = 1): void {
  const lots = lotsOf(seed);
  const shelves = Math.ceil(files / 100);
  const manifest = { name: "library", dependencies: { express: "4.0.0" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  for (let at = 0; at < files; at++) {
    const [shelf, book] = [Math.floor(at / 100), at % 100];
    if (book === 0) mkdirSync(join(folder, `src/shelf${shelf}`), { recursive: true });
    const beside = lots.chance(0.8) || shelf === shelves - 1 ? shelf : lots.between(0, shelves - 2);
    const other = beside === shelf ? (book > 0 ? lots.between(0, book - 1) : 0) : lots.between(0, 99);
    const place = beside === shelf ? "." : `../shelf${beside}`;
    const text = `import { lend${other} } from "${place}/book${other}";
export const lend${book}Again = (copies: number): number => lend${other}(copies - ${book});
export function lend${book}(copies: number): number { return Math.max(copies, ${at}); }
`;
    writeFileSync(join(folder, `src/shelf${shelf}/book${book}.ts`), text);
  }
}

/** A repository of 200 files with so many commits, each of which changes one to three of them. */
export function writeLongHistory(folder: string, commits: number, seed = 1): void {
  importHistory(folder, longHistory(commits, seed));
}

const FILES = 200;

function* longHistory(commits: number, seed: number): Generator<string> {
  const lots = lotsOf(seed);
  yield commitOf(
    0,
    Array.from({ length: FILES }, (_, at) => at),
  );
  for (let at = 1; at < commits; at++) {
    const first = lots.between(0, FILES - 1);
    yield commitOf(
      at,
      Array.from({ length: lots.between(1, 3) }, (_, beside) => (first + beside) % FILES),
    );
  }
}

function commitOf(at: number, files: readonly number[]): string {
  const when = `Ada Byron <ada@shop.example> ${1_100_000_000 + at * 400} +0000`;
  const subject = `Change ${at}`;
  const changes = files.map((file) => {
    const beside = file - (file % 10) + ((file + 1) % 10);
    const text = `import { part${beside} } from "./part${beside}";
export const part${file} = (): string => part${beside}.name + ${at};
`;
    return `M 100644 inline src/area${Math.floor(file / 10)}/part${file}.ts\ndata ${text.length}\n${text}\n`;
  });
  const head = `commit refs/heads/main\nauthor ${when}\ncommitter ${when}\ndata ${subject.length}\n${subject}\n`;
  return `${head}${changes.join("")}\n`;
}
