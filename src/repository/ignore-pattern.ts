import { compileSegment, type NameTest, splitGlob } from "./glob-segment.ts";

/** What stands between two slashes: any number of folders, one name, or a test that many names pass. */
export type Segment = typeof ANY_FOLDERS | string | NameTest;

/** `**`; at the end of a pattern it stands for one name or more. */
export const ANY_FOLDERS = null;

/** One line of a `.gitignore`. */
export interface IgnorePattern {
  /** Does it take back what earlier lines said? */
  readonly negated: boolean;
  /** Does it speak of folders only? */
  readonly foldersOnly: boolean;
  /** Does it hold at any depth? Then it has one segment. Otherwise it is a path from the folder of the ignore file. */
  readonly anywhere: boolean;
  readonly segments: readonly Segment[];
}

/** Reads the lines of a `.gitignore`; what git takes for broken or empty is left out. */
export function parseIgnoreFile(text: string): IgnorePattern[] {
  return text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .flatMap(parseLine);
}

/** Does the name fit the segment? */
export function fits(segment: Segment | undefined, name: string): boolean {
  if (typeof segment === "string") return segment === name;
  return segment === ANY_FOLDERS || segment?.(name) === true;
}

/** Longer than any path that a system opens: nothing fits such a pattern, and reading it would take its length squared. */
const LONGEST = 4096;

function parseLine(line: string): IgnorePattern[] {
  if (line.startsWith("#") || line.length > LONGEST) return [];
  let glob = withoutTrailingSpaces(line.endsWith("\r") ? line.slice(0, -1) : line);
  const negated = glob.startsWith("!");
  if (negated) glob = glob.slice(1);
  const foldersOnly = glob.endsWith("/");
  if (foldersOnly) glob = glob.slice(0, -1);
  // A slash at the beginning or in the middle ties the pattern to the folder; without one it holds at any depth.
  const tied = glob.includes("/");
  const compiled = splitGlob(glob.startsWith("/") ? glob.slice(1) : glob).map(compile);
  if (glob === "" || compiled.includes(undefined)) return [];
  const segments = compiled as Segment[];
  const free = tied && segments.length === 2 && segments[0] === ANY_FOLDERS;
  return [{ negated, foldersOnly, anywhere: !tied || free, segments: free ? segments.slice(1) : segments }];
}

/** Undefined where the glob is broken. */
function compile(glob: string): Segment | undefined {
  if (/^\*{2,}$/.test(glob)) return ANY_FOLDERS;
  return /[*?[\\]/.test(glob) ? (compileSegment(glob) ?? undefined) : glob;
}

function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " " && line[end - 2] !== "\\") end--;
  return line.slice(0, end);
}
