import type { CoChangeCut } from "../../model/dossier.ts";
import { byCodeUnit, type FilePath } from "../../model/ids.ts";
import type { Landscape } from "../landscape.ts";

/** Files of two contexts that tend to change together, each pair once, the strongest first. */
export function coChangeCuts({ crossings, contexts, units }: Landscape): CoChangeCut[] {
  const pairs = new Map<string, CoChangeCut>();
  for (const { coupling, from, to } of crossings["co-change"]) {
    const left = units.get(coupling.from)?.file;
    const right = units.get(coupling.to)?.file;
    if (left === undefined || right === undefined || left === right) continue;
    const key = left < right ? `${left}\u0000${right}` : `${right}\u0000${left}`;
    if (pairs.has(key)) continue;
    pairs.set(key, {
      ...sides(from, to, left, right, contexts),
      degree: coupling.strength,
      commits: coupling.count,
    });
  }
  return [...pairs]
    .sort(([left, a], [right, b]) => b.degree - a.degree || byCodeUnit(left, right))
    .map(([, cut]) => cut);
}

function sides(
  from: number,
  to: number,
  left: FilePath,
  right: FilePath,
  contexts: Landscape["contexts"],
): Omit<CoChangeCut, "degree" | "commits"> {
  return { from: contexts[from]!, to: contexts[to]!, left, right };
}
