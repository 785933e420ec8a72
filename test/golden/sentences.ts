import type { Fact, FactKind } from "../../src/model/fact.ts";
import { byCodeUnit, type NodeId } from "../../src/model/ids.ts";

/**
 * Facts as sentences that a reviewer can read: `call  Orders.place → Billing.charge  src/orders.ts:11  import, awaited`.
 * Sorted, without repetitions, and only of the kinds asked for (all when none is named).
 */
export function sentencesOf(facts: readonly Fact[], kinds: ReadonlySet<string> = new Set()): string[] {
  const names = namesIn(facts);
  const chosen = facts.filter((fact) => kinds.size === 0 || kinds.has(fact.kind));
  const lines = chosen.map((fact) =>
    [fact.kind, ...wordsOf(fact, names)].filter((word) => word !== "").join("  "),
  );
  return [...new Set(lines)].sort(byCodeUnit);
}

type Names = (id: NodeId, method?: string) => string;

/** A class by its name, unless two share it; a module by its path without extension; a table by its name. */
function namesIn(facts: readonly Fact[]): Names {
  const owners = new Map<string, Set<NodeId>>();
  for (const fact of facts) {
    if (fact.kind === "unit")
      owners.set(shortName(fact.id), (owners.get(shortName(fact.id)) ?? new Set()).add(fact.id));
  }
  return (id, method) => {
    const name = (owners.get(shortName(id))?.size ?? 1) > 1 ? id : shortName(id);
    return method ? `${name}.${method}` : name;
  };
}

function shortName(id: NodeId): string {
  if (id.startsWith("table:")) return id.slice("table:".length);
  const hash = id.indexOf("#");
  return hash >= 0 ? id.slice(hash + 1) : id.replace(/\.\w+$/, "");
}

type Wording = {
  readonly [Kind in FactKind]: (fact: Extract<Fact, { kind: Kind }>, name: Names) => string[];
};

function wordsOf(fact: Fact, names: Names): string[] {
  const wording = WORDING[fact.kind] as (fact: Fact, names: Names) => string[];
  return wording(fact, names);
}

const at = ({ place }: { place: { file: string; line: number } }): string => `${place.file}:${place.line}`;
const list = (...words: (string | false | null)[]): string => words.filter((word) => word).join(", ");

/** How each kind of fact is told. A kind without words does not compile. */
const WORDING: Wording = {
  unit: (fact, name) => [
    name(fact.id),
    [fact.role, fact.form].filter(Boolean).join(" "),
    at(fact),
    list(...fact.methods.map((method) => method.name)),
  ],
  call: (fact, name) => [
    `${name(fact.from, fact.fromMethod)} → ${name(fact.to, fact.method)}`,
    at(fact),
    list(fact.how, fact.answer, fact.inLoop && "in a loop"),
  ],
  "self-call": (fact, name) => [`${name(fact.unit, fact.fromMethod)} → ${fact.method}`],
  construction: (fact, name) => [`${name(fact.from, fact.fromMethod)} → ${name(fact.to)}`, at(fact)],
  inheritance: (fact, name) => [`${name(fact.from)} → ${name(fact.to)}`, at(fact), fact.form],
  "type-reference": (fact, name) => [`${name(fact.from)} → ${name(fact.to)}`, at(fact)],
  import: (fact, name) => [`${name(fact.from)} → ${name(fact.to)}`, at(fact)],
  injection: (fact, name) => [`${name(fact.from)} → ${name(fact.to)}`, at(fact), fact.how],
  endpoint: (fact, name) => [
    `${fact.verb} ${fact.path} → ${name(fact.unit, fact.handler)}`,
    at(fact),
    fact.protocol,
  ],
  message: (fact, name) => [`${name(fact.unit, fact.method)} ${fact.direction} ${fact.channel}`, at(fact)],
  table: (fact, name) => [
    name(fact.id),
    at(fact),
    list(fact.form, fact.source, fact.reading),
    list(
      ...fact.columns.map(
        (column) => `${column.name} ${column.type || "?"}${column.nullable ? " null" : ""}`,
      ),
    ),
  ],
  "table-mapping": (fact, name) => [`${name(fact.unit)} ↔ ${name(fact.table)}`, at(fact)],
  "table-access": (fact, name) => [
    `${name(fact.unit, fact.method)} ${fact.access}s ${name(fact.table)}`,
    at(fact),
    list(fact.source, fact.reading),
    list(...fact.columns),
  ],
  join: (fact, name) => [
    `${name(fact.left)} ⋈ ${name(fact.right)}`,
    at(fact),
    list(fact.unit && name(fact.unit), fact.source, fact.reading),
  ],
  "foreign-key": (fact, name) => [
    `${name(fact.from)}(${fact.columns.join(", ")}) → ${name(fact.to)}(${fact.references.join(", ")})`,
    at(fact),
    list(fact.form, fact.source, fact.reading),
  ],
  transaction: (fact, name) => [
    name(fact.unit, fact.method),
    at(fact),
    list(fact.form, fact.source),
    list(
      ...fact.steps.map(
        (step) => `${step.access}s ${name(step.table)} by ${step.path.map((id) => name(id)).join(" → ")}`,
      ),
    ),
  ],
  "test-reach": (fact, name) => [`${fact.test} → ${name(fact.unit)}`],
  "change-set": (fact) => [
    fact.day,
    `author ${fact.author}${fact.bot ? ", a bot" : ""}: ${fact.subject}`,
    `${fact.files.length} of ${fact.touched}: ${fact.files.join(" ")}`,
  ],
  "file-history": (fact) => [
    fact.file,
    `${fact.revisions} by ${fact.authors.map(([author, revisions]) => `author ${author} × ${revisions}`).join(", ")}`,
    `${fact.firstDay} to ${fact.lastDay}`,
  ],
  contributor: (fact) => [`author ${fact.author}${fact.bot ? ", a bot" : ""}`, `${fact.revisions} revisions`],
  trace: (fact) => [fact.trace, fact.what, at(fact)],
  hazard: (fact) => [fact.hazard, fact.what, at(fact)],
};
