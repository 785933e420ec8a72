import { isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import * as z from "zod";
import type { Decision, SplitPart } from "../model/decision.ts";
import { firstFew } from "./first-few.ts";
import { readYaml } from "./read-yaml.ts";

/** What was read from a decisions file. Nothing is applied while there are problems. */
export interface DecisionsFile {
  readonly decisions: readonly Decision[];
  /** One sentence each, with line and key: `line 7: "to" is missing`. */
  readonly problems: readonly string[];
}

const LARGEST_FILE = 1_000_000;
const DEEPEST = 6;

const name = z.string().trim().min(1).max(300);
const targets = z.union([name.transform((one) => [one]), z.array(name).min(1).max(2000)]);
const several = z.array(name).min(2).max(2000);
const by = z.string().max(300).default("");
const because = z.string().max(3000).default("");

/** One shape per verb; the verb is the key that tells the entry's kind. */
const SHAPES = {
  pin: z.strictObject({ pin: targets, to: name, by, because }).transform(({ pin, to, ...who }) => ({
    kind: "pin" as const,
    targets: pin,
    context: to,
    ...decided(who),
  })),
  "must-link": z
    .strictObject({ "must-link": several, by, because })
    .transform((entry) => ({ kind: "must-link" as const, targets: entry["must-link"], ...decided(entry) })),
  "cannot-link": z.strictObject({ "cannot-link": several, by, because }).transform((entry) => ({
    kind: "cannot-link" as const,
    targets: entry["cannot-link"],
    ...decided(entry),
  })),
  rename: z.strictObject({ rename: name, to: name, by, because }).transform(({ rename, to, ...who }) => ({
    kind: "rename" as const,
    context: rename,
    name: to,
    ...decided(who),
  })),
  merge: z
    .strictObject({ merge: several, to: name.optional(), by, because })
    .transform(({ merge, to = null, ...who }) => ({
      kind: "merge" as const,
      contexts: merge,
      name: to,
      ...decided(who),
    })),
  split: z
    .strictObject({
      split: name,
      into: z.map(name, targets).refine((parts) => parts.size > 0, "at least one part"),
      by,
      because,
    })
    .transform(({ split, into, ...who }) => ({
      kind: "split" as const,
      context: split,
      into: partsOf(into),
      ...decided(who),
    })),
  ignore: z
    .strictObject({ ignore: targets, by, because })
    .transform(({ ignore, ...who }) => ({ kind: "ignore" as const, targets: ignore, ...decided(who) })),
  shared: z
    .strictObject({ shared: targets, by, because })
    .transform(({ shared, ...who }) => ({ kind: "shared" as const, targets: shared, ...decided(who) })),
  note: z
    .strictObject({ note: name, by, because })
    .transform(({ note, ...who }) => ({ kind: "note" as const, about: note, ...decided(who) })),
};
type Verb = keyof typeof SHAPES;

function decided({
  by: author,
  because: reason,
}: {
  by: string;
  because: string;
}): Pick<Decision, "author" | "reason"> {
  return { author, reason };
}

function partsOf(into: ReadonlyMap<string, string[]>): SplitPart[] {
  return [...into].map(([part, list]) => ({ name: part, targets: list }));
}

/** Reads the text of a decisions file; of many problems, the first few are told. */
export function readDecisions(text: string): DecisionsFile {
  const { decisions, problems } = readText(text);
  return { decisions, problems: firstFew(problems) };
}

/** Reads the text of `monocarve.decisions.yaml`. It is data only: no tags, no anchors, no merging of keys. */
function readText(text: string): DecisionsFile {
  if (text.length > LARGEST_FILE) return { decisions: [], problems: ["the file is larger than 1 MB"] };
  const { document, problems, lineOf } = readYaml(text);
  if (problems.length > 0)
    return { decisions: [], problems: problems.map(({ line, message }) => `line ${line}: ${message}`) };
  if (document.contents === null) return { decisions: [], problems: [] };
  return readTop(document.contents, lineOf);
}

type LineOf = (node: unknown) => number;

function readTop(top: Node, lineOf: LineOf): DecisionsFile {
  if (!isMap(top))
    return { decisions: [], problems: [`line ${lineOf(top)}: expected "version" and "decisions"`] };
  const problems: string[] = [];
  let entries: unknown = null;
  for (const { key, value } of top.items) {
    const word = isScalar(key) ? String(key.value) : "";
    if (word === "decisions") entries = value;
    else if (word !== "version") problems.push(`line ${lineOf(key)}: "${word}" is not a key of this file`);
    else if (!isScalar(value) || value.value !== 1) problems.push(`line ${lineOf(key)}: "version" must be 1`);
  }
  if (entries === null || (isScalar(entries) && entries.value === null)) return { decisions: [], problems };
  if (!isSeq(entries))
    return { decisions: [], problems: [...problems, `line ${lineOf(entries)}: "decisions" must be a list`] };
  const read = entries.items.map((entry) => readEntry(entry, lineOf));
  return {
    decisions: read.flatMap(({ decisions }) => decisions),
    problems: [...problems, ...read.flatMap((one) => one.problems)],
  };
}

function readEntry(entry: unknown, lineOf: LineOf): DecisionsFile {
  const line = lineOf(entry);
  const fail = (problem: string, at = line): DecisionsFile => ({
    decisions: [],
    problems: [`line ${at}: ${problem}`],
  });
  if (!isMap(entry)) return fail(`expected a decision: ${Object.keys(SHAPES).join(", ")}`);
  const keys = entry.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
  const verb = keys.find((key): key is Verb => Object.hasOwn(SHAPES, key));
  if (!verb) return fail(`"${keys[0] ?? ""}" is not a decision; there are ${Object.keys(SHAPES).join(", ")}`);
  const value = plain(entry, 0);
  if (value === TOO_DEEP) return fail(`"${verb}" is nested too deeply, or refers to an anchor`);
  const parsed = SHAPES[verb].safeParse(value);
  if (parsed.success) return { decisions: [{ ...parsed.data, line }], problems: [] };
  return {
    decisions: [],
    problems: parsed.error.issues.map((issue) => {
      const key = issue.code === "unrecognized_keys" ? issue.keys[0]! : String(issue.path[0] ?? verb);
      const at = entry.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key);
      const place = at < 0 ? line : lineOf(entry.items[at]!.key);
      return `line ${place}: "${key}" ${complaint(issue, at >= 0)}`;
    }),
  };
}

function complaint({ code, message }: z.core.$ZodIssue, isPresent: boolean): string {
  if (!isPresent) return "is missing";
  if (code === "unrecognized_keys") return "is not a key of this decision";
  return `is not what was expected: ${message}`;
}

const TOO_DEEP = Symbol("too deep");

/** YAML nodes as plain values. A key may be called `__proto__`; anchors, which can explode, are refused. */
function plain(node: unknown, depth: number): unknown {
  if (depth > DEEPEST || isAlias(node)) return TOO_DEEP;
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return whole(node.items.map((item) => plain(item, depth + 1)));
  if (!isMap(node)) return null;
  const pairs = node.items.map(({ key, value }) => [
    isScalar(key) ? String(key.value) : "",
    plain(value, depth + 1),
  ]) as [string, unknown][];
  if (pairs.some(([, value]) => value === TOO_DEEP)) return TOO_DEEP;
  // An entry is an object of known keys; what lies inside it has keys of people's choice, so it is a map.
  return depth === 0 ? Object.fromEntries(pairs) : new Map(pairs);
}

function whole(values: unknown[]): unknown {
  return values.includes(TOO_DEEP) ? TOO_DEEP : values;
}
