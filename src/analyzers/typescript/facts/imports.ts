import type { Fact } from "../../../model/fact.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import { placeAt } from "./place.ts";
import { importedUnit } from "./unit-of.ts";

/** Imports between the leading units of files, barrels followed to what is meant. */
export function importFacts(project: LinkedProject): Fact[] {
  const facts: Fact[] = [];
  for (const file of project.files) {
    const from = file.unit!;
    const named = new Set<unknown>();
    for (const binding of file.scope.values.values()) {
      if (binding.b !== "import" || binding.from.target === null) continue;
      named.add(binding.from);
      const to = importedUnit(project, binding, undefined, binding.from.typeOnly);
      if (to !== null && to !== from)
        facts.push({ kind: "import", from, to, place: placeAt(file, binding.from.pos) });
    }
    for (const one of file.imports) {
      if (one.target === null || named.has(one)) continue;
      const to = one.target.unit!;
      if (to !== from) facts.push({ kind: "import", from, to, place: placeAt(file, one.pos) });
    }
  }
  return facts;
}
