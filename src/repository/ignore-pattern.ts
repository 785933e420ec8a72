import { compileSegment, type NameTest, splitGlob } from "./glob-segment.ts";

/** One line of a `.gitignore`. */
export interface IgnorePattern {
  /** Does it take back what earlier lines said? */
  readonly negated: boolean;
  /** Does it speak of folders only? */
  readonly foldersOnly: boolean;
  /** Tests a path, cut at its slashes, from the folder of the ignore file. */
  matches(names: readonly string[]): boolean;
}

/** Reads the lines of a `.gitignore`; what git takes for broken or empty is left out. */
export function parseIgnoreFile(text: string): IgnorePattern[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap(parseLine);
}

function parseLine(line: string): IgnorePattern[] {
  if (line.startsWith("#")) return [];
  let glob = withoutTrailingSpaces(line.endsWith("\r") ? line.slice(0, -1) : line);
  const negated = glob.startsWith("!");
  if (negated) glob = glob.slice(1);
  const foldersOnly = glob.endsWith("/");
  if (foldersOnly) glob = glob.slice(0, -1);
  // A slash at the beginning or in the middle ties the pattern to the folder; without one it holds at any depth.
  const tied = glob.includes("/");
  const segments = splitGlob(glob.startsWith("/") ? glob.slice(1) : glob).map(compile);
  if (glob === "" || segments.some((segment) => segment === null)) return [];
  const path = segments as Segment[];
  const matches = tied
    ? (names: readonly string[]) => matchPath(path, names)
    : (names: readonly string[]) => testName(path[0] as Segment, names.at(-1) ?? "");
  return [{ negated, foldersOnly, matches }];
}

type Segment = "any folders" | NameTest;

function compile(glob: string): Segment | null {
  return /^\*{2,}$/.test(glob) ? "any folders" : compileSegment(glob);
}

function testName(segment: Segment, name: string): boolean {
  return segment === "any folders" || segment(name);
}

/** As with stars in a name, only the last `**` is ever tried again. At the end it stands for one name or more. */
function matchPath(path: readonly Segment[], names: readonly string[]): boolean {
  let segment = 0;
  let at = 0;
  let many = -1;
  let from = 0;
  while (at < names.length) {
    const expected = path[segment];
    if (expected === "any folders") {
      if (segment === path.length - 1) return true;
      many = segment++;
      from = at;
    } else if (expected?.(names[at] as string)) {
      segment++;
      at++;
    } else if (many !== -1) {
      segment = many + 1;
      at = ++from;
    } else return false;
  }
  return segment === path.length;
}

function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " " && line[end - 2] !== "\\") end--;
  return line.slice(0, end);
}
