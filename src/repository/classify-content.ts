import type { FileClass } from "./repository.ts";

/** Notices of generators stand at the top. */
const HEAD = 1500;
const HEAD_LINES = 20;
/** Where a compiler leaves the address of its source map. */
const TAIL = 600;
/** Enough of a file to tell how long its lines are. */
const SAMPLE = 65_536;
/** Smaller files may well be one long line of data. */
const SMALLEST_MINIFIED = 8 * 1024;
/** Bytes per line: hand-written code has 25 to 45. */
const MINIFIED_LINE = 300;

const GENERATED_NOTICE =
  /^@generated(?![\w(])|^(?:\W*(?:this|these|the)(?: source)?(?: \w+)? (?:is|was|were|are|has been) )?(?:auto-?\s?|automatically )generated\b|^(?:this|the) (?:file|code|class|module) (?:is|was|has been) generated\b|\bdo not (?:edit|modify|change)\b.*generat|generat.*\bdo not (?:edit|modify|change)\b|^(?:code )?generated (?:by|with|from|using)\b|^do not edit\W*$/i;
const REEXPORT = /export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*["'][^"'\n]*["'];?/g;
const SOURCE_MAP = /\/\/[#@] sourceMappingURL=/;
const COMPILER_MARK =
  /Object\.defineProperty\(exports, "__esModule"|^var __(?:importDefault|awaiter|decorate|extends) =/m;

/** What the bytes say of a file whose path looks like code; null where they say nothing new. */
export function classifyContent(path: string, bytes: Buffer): FileClass | "minified" | null {
  if (isGenerated(bytes)) return isBarrel(bytes) ? null : "generated";
  if (/\.[cm]?js$/.test(path) && isCompiled(bytes)) return "build-output";
  return isMinified(bytes) ? "minified" : null;
}

function isGenerated(bytes: Buffer): boolean {
  const head = bytes.toString("latin1", 0, HEAD);
  // Most files have no such word: one search instead of twenty.
  return (
    /generated|do not (?:edit|modify)/i.test(head) &&
    leadingComment(head).some((line) => GENERATED_NOTICE.test(line))
  );
}

/** Nothing but re-exports: whoever wrote it, names are followed through it. */
function isBarrel(bytes: Buffer): boolean {
  const text = bytes
    .toString("latin1")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*/g, "");
  return text.includes("export") && text.replace(REEXPORT, "").trim() === "";
}

/** The lines of the comments that stand above the first line of code, without their marks. */
function leadingComment(head: string): string[] {
  const comment: string[] = [];
  let inBlock = false;
  for (const line of head.split("\n", HEAD_LINES)) {
    const text = line.trim();
    const begins = /^(?:\/\/|\/\*|#|--|<!--)/.test(text);
    if (!inBlock && !begins && text !== "" && !/^["']use \w+["'];?$/.test(text)) break;
    comment.push(text.replace(/^(?:\/\/+|\/\*+|\*+\/?|#+|--+|<!--)\s*[-=*]*\s*/, ""));
    inBlock = (inBlock || text.startsWith("/*")) && !text.includes("*/");
  }
  return comment;
}

function isCompiled(bytes: Buffer): boolean {
  const tail = bytes.toString("latin1", Math.max(0, bytes.length - TAIL));
  return SOURCE_MAP.test(tail) || COMPILER_MARK.test(bytes.toString("latin1", 0, HEAD));
}

function isMinified(bytes: Buffer): boolean {
  if (bytes.length < SMALLEST_MINIFIED) return false;
  const sample = bytes.subarray(0, SAMPLE);
  let lines = 1;
  for (let at = sample.indexOf(10); at !== -1; at = sample.indexOf(10, at + 1)) lines++;
  return sample.length / lines > MINIFIED_LINE;
}
