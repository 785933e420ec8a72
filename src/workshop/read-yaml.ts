import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";

/** A document of YAML as data, and what is wrong with it: nothing of a document with problems is used. */
export interface YamlDocument {
  readonly document: Document;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  /** The line of a node, from 1; 0 where it has none. */
  lineOf(node: unknown): number;
}

/** People nest a handful of levels. */
const DEEPEST = 500;
/** After so many, nobody reads on. */
const MOST_PROBLEMS = 20;

/** Reads YAML from somebody else: no tags beyond the core, no merging, no key twice, nothing nested without end. */
export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter();
  const deep = lineTooDeep(text);
  // The parser compares each key with each other one; we look them up.
  const document = parseDocument(deep === null ? text : "", {
    lineCounter: lines,
    schema: "core",
    merge: false,
    uniqueKeys: false,
    logLevel: "error",
    // Each would show its line of the text, which takes its time to find.
    prettyErrors: false,
  });
  const lineOf = (node: unknown): number => {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range ? lines.linePos(range[0]!).line : 0;
  };
  const broken = [...document.errors, ...document.warnings]
    .slice(0, MOST_PROBLEMS)
    .map(({ message, pos }) => ({
      line: lines.linePos(pos[0]).line || 1,
      message: message.split("\n")[0]!,
    }));
  if (deep !== null) broken.push({ line: deep, message: "is nested too deeply" });
  const problems = broken.length > 0 ? broken : keysTwice(document, lineOf);
  return { document, problems, lineOf };
}

/**
 * Where a text of YAML or JSON may nest deeper than its parser can follow; null where it does not. Parsers go down by
 * recursion, and a regular expression that is compiled where the stack is nearly full ends the process itself, not with
 * an exception. Judged from brackets, indentation and the signs at the beginning of lines: rather too high than too low.
 */
export function lineTooDeep(text: string): number | null {
  let brackets = 0;
  for (const [index, line] of text.split("\n").entries()) {
    const lead = /^[\s?:-]*/.exec(line)?.[0].length ?? 0;
    const [deepest, left] = followBrackets(line, brackets);
    if (deepest + lead > DEEPEST) return index + 1;
    brackets = left;
  }
  return null;
}

/** How many brackets are open at most, and at the end. */
function followBrackets(line: string, open: number): readonly [number, number] {
  let [deepest, now] = [open, open];
  for (const character of line) {
    if (character === "[" || character === "{") deepest = Math.max(deepest, ++now);
    else if ((character === "]" || character === "}") && now > 0) now--;
  }
  return [deepest, now];
}

function keysTwice(document: Document, lineOf: (node: unknown) => number): YamlDocument["problems"] {
  const problems: { line: number; message: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name)) problems.push({ line: lineOf(key), message: "Map keys must be unique" });
        seen.add(name);
      }
    },
  });
  return problems;
}
