import type { Diagnostic } from "../model/diagnostic.ts";
import type { Fact, FactKind, Place } from "../model/fact.ts";
import { byCodeUnit } from "../model/ids.ts";

/** The facts of one kind, in an order that does not depend on who found them first. */
export function sortedFacts<Kind extends FactKind>(
  facts: readonly Fact[],
  kind: Kind,
): Extract<Fact, { kind: Kind }>[] {
  const keyed = facts
    .filter((fact): fact is Extract<Fact, { kind: Kind }> => fact.kind === kind)
    .map((fact) => ({ fact, key: keyOf(fact) }));
  return keyed.sort((left, right) => byCodeUnit(left.key, right.key)).map(({ fact }) => fact);
}

/** Diagnostics by file, line and code. */
export function sortedDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const key = ({ file, line, code, message }: Diagnostic): string =>
    [file ?? "", padded(line ?? 0), code, message].join("\0");
  return diagnostics
    .map((diagnostic) => ({ diagnostic, key: key(diagnostic) }))
    .sort((left, right) => byCodeUnit(left.key, right.key))
    .map(({ diagnostic }) => diagnostic);
}

function keyOf(fact: Fact): string {
  const place = "place" in fact ? placeKey(fact.place) : "";
  return `${place}\0${fact.kind === "contributor" ? padded(fact.author) : ""}\0${JSON.stringify(fact)}`;
}

function placeKey({ file, line }: Place): string {
  return `${file}\0${padded(line)}`;
}

function padded(n: number): string {
  return String(n).padStart(9, "0");
}
