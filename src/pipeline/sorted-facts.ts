import type { Diagnostic } from "../model/diagnostic.ts";
import type { Fact, FactKind, Place } from "../model/fact.ts";
import { byCodeUnit, type NodeId } from "../model/ids.ts";

/** The facts of one kind, in an order that does not depend on who found them first. */
export function sortedFacts<Kind extends FactKind>(
  facts: readonly Fact[],
  kind: Kind,
): Extract<Fact, { kind: Kind }>[] {
  const textOf = textsOnce();
  return factsOf(facts, kind).sort(
    (left, right) =>
      byPlace(placeOf(left), placeOf(right)) ||
      authorOf(left) - authorOf(right) ||
      byCodeUnit(textOf(left), textOf(right)),
  );
}

/** The units that some test reaches, sorted. */
export function testedUnits(facts: readonly Fact[]): NodeId[] {
  return [...new Set(factsOf(facts, "test-reach").map(({ unit }) => unit))].sort(byCodeUnit);
}

/** Diagnostics by file, line and code. */
export function sortedDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (left, right) =>
      byCodeUnit(left.file ?? "", right.file ?? "") ||
      (left.line ?? 0) - (right.line ?? 0) ||
      byCodeUnit(left.code, right.code) ||
      byCodeUnit(left.message, right.message),
  );
}

function factsOf<Kind extends FactKind>(facts: readonly Fact[], kind: Kind): Extract<Fact, { kind: Kind }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind);
}

/** Facts of one place are told apart by all that they say; few need to be asked. */
function textsOnce(): (fact: Fact) => string {
  const texts = new Map<Fact, string>();
  return (fact) => {
    const text = texts.get(fact) ?? JSON.stringify(fact);
    texts.set(fact, text);
    return text;
  };
}

function placeOf(fact: Fact): Place | null {
  return "place" in fact ? fact.place : null;
}

function byPlace(left: Place | null, right: Place | null): number {
  return left === null || right === null ? 0 : byCodeUnit(left.file, right.file) || left.line - right.line;
}

function authorOf(fact: Fact): number {
  return fact.kind === "contributor" ? fact.author : 0;
}
