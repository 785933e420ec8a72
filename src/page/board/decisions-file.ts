import type { Decision, Decisions } from "../../model/decision.ts";

export { decisionsText as formatDecisions } from "../../workshop/decisions-text.ts";

/**
 * The decisions in a file as `decisionsText` writes it; null where it holds anything else. The program reads all of
 * YAML, with words for every mistake; a parser of all of YAML would be heavier than the rest of the page.
 */
export function parseDecisions(text: string): Decisions | null {
  try {
    return entriesOf(text).map(decisionOf);
  } catch {
    return null;
  }
}

interface Entry {
  readonly line: number;
  readonly values: Map<string, string | readonly string[]>;
  readonly parts: { readonly name: string; readonly targets: readonly string[] }[];
}

/** The lines of every `- ` with their values. Throws where a line is none that we write. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  text.split(/\r?\n/).forEach((line, place) => {
    if (/^\s*(#.*)?$/.test(line) || /^(version: 1|decisions:( \[\])?)$/.test(line)) return;
    const [, indent = "", key = "", rest = ""] =
      /^( {2}- | {4}| {6})("(?:[^"\\]|\\.)*"|[^\s:"[]+):(?: (.*))?$/u.exec(line) ?? [];
    if (indent === "  - ") entries.push({ line: place + 1, values: new Map(), parts: [] });
    const entry = entries.at(-1);
    if (!entry || key === "") throw new Error(line);
    if (indent.length === 6) entry.parts.push({ name: scalar(key), targets: list(rest) });
    else if (key !== "into") entry.values.set(key, rest.startsWith("[") ? list(rest) : scalar(rest));
  });
  return entries;
}

function scalar(text: string): string {
  return text.startsWith('"') ? String(JSON.parse(text)) : text;
}

function list(text: string): string[] {
  const inner = /^\[(.*)\]$/u.exec(text)?.[1];
  if (inner === undefined) throw new Error(text);
  return [...inner.matchAll(/"(?:[^"\\]|\\.)*"|[^",\s[\]]+/gu)].map(([item]) => scalar(item));
}

function decisionOf({ line, values, parts }: Entry): Decision {
  const text = (key: string) => String(values.get(key) ?? "");
  const texts = (key: string) => [values.get(key) ?? []].flat();
  const decided = { author: text("by"), reason: text("because"), line };
  const [verb = ""] = values.keys();
  switch (verb) {
    case "pin":
      return { kind: verb, targets: texts(verb), context: text("to"), ...decided };
    case "must-link":
    case "cannot-link":
    case "ignore":
    case "shared":
      return { kind: verb, targets: texts(verb), ...decided };
    case "rename":
      return { kind: verb, context: text(verb), name: text("to"), ...decided };
    case "merge":
      return { kind: verb, contexts: texts(verb), name: values.has("to") ? text("to") : null, ...decided };
    case "split":
      return { kind: verb, context: text(verb), into: parts, ...decided };
    case "note":
      return { kind: verb, about: text(verb), ...decided };
    default:
      throw new Error(verb);
  }
}
