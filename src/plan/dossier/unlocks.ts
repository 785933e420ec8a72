import type { Border, BorderCall, UnlockMove } from "../../model/dossier.ts";
import { byCodeUnit, isTableId, type NodeId } from "../../model/ids.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import type { WhatIf } from "./what-if.ts";

/** Moves that are measured for each context, the most promising first, and how many of them are told. */
const MEASURED = 6;
const TOLD = 5;
/** Calls may be turned round when they are to no more methods than this, and nobody uses their answers. */
const FEW_METHODS = 3;

interface Pull {
  readonly node: NodeId;
  readonly from: number;
  readonly to: number;
  readonly force: number;
}

/** For each context the changes before the cut that make it cheaper, the largest gain first. */
export function unlocksOf(landscape: Landscape, border: Border, whatIf: WhatIf): UnlockMove[][] {
  const pulls = pullsOf(landscape, whatIf);
  const callsBetween = groupBy(border.calls, ({ from, to }) => `${from} ${to}`);
  return landscape.contexts.map((id, context) => {
    const moves = pulls
      .filter(({ from, to }) => from === context || to === context)
      .slice(0, MEASURED)
      .map((pull) => moveOf(pull, context, landscape, whatIf));
    const inversions = border.cycles
      .filter(({ contexts, weakest }) => contexts.includes(id) && weakest.methods <= FEW_METHODS)
      .filter(({ weakest }) => weakest.from === id || weakest.to === id)
      .filter(
        ({ weakest }) =>
          !callsBetween.get(`${weakest.from} ${weakest.to}`)?.some(({ answers }) => answers.used > 0),
      )
      .map(({ weakest }) => inversionOf(weakest, context, landscape, callsBetween, whatIf));
    return [...moves, ...inversions]
      .filter(({ gain }) => gain > 0)
      .sort(
        (left, right) => right.gain - left.gain || byCodeUnit(JSON.stringify(left), JSON.stringify(right)),
      )
      .slice(0, TOLD);
  });
}

/** Nodes that hang more on another context than on their own, the strongest pull first. */
function pullsOf(landscape: Landscape, whatIf: WhatIf): Pull[] {
  const { home, kernel } = landscape;
  return [...home]
    .filter(([node, from]) => !kernel.has(node) && !belongsWithData(node, from, home, whatIf))
    .map(([node, from]) => pullOf(node, from, landscape, whatIf))
    .filter((pull) => pull.force > 0 && (!isTableId(pull.node) || isTouchedBy(pull, home, whatIf)))
    .sort((left, right) => right.force - left.force || byCodeUnit(left.node, right.node));
}

/** Foreign keys alone are no reason to move a table: code of the other context has to use it. */
function isTouchedBy({ node, to }: Pull, home: Landscape["home"], whatIf: WhatIf): boolean {
  return whatIf.couplingsOf(node).some(({ kind, from }) => kind === "table-access" && home.get(from) === to);
}

/** Where the strongest ties of a node lead, and how much stronger they are than those at home. */
function pullOf(node: NodeId, from: number, { home, contexts }: Landscape, whatIf: WhatIf): Pull {
  const strength = new Array<number>(contexts.length).fill(0);
  for (const coupling of whatIf.couplingsOf(node)) {
    const other = home.get(coupling.from === node ? coupling.to : coupling.from);
    if (other !== undefined) strength[other] = (strength[other] ?? 0) + coupling.strength;
  }
  const strongest = Math.max(...strength);
  const force = Math.round((strongest - (strength[from] ?? 0)) * 1000) / 1000;
  return { node, from, to: strength.indexOf(strongest), force };
}

/** Tables and the code that maps or writes them at home belong together: neither moves alone. */
function belongsWithData(node: NodeId, from: number, home: Landscape["home"], whatIf: WhatIf): boolean {
  return whatIf.couplingsOf(node).some((coupling) => {
    if (coupling.kind === "table-mapping") return true;
    if (coupling.kind !== "table-access") return false;
    if (isTableId(node)) return home.get(coupling.from) === from;
    const writes = coupling.evidence.some((seen) => "access" in seen && seen.access === "write");
    return writes && coupling.from === node && home.get(coupling.to) === from;
  });
}

function moveOf(
  { node, from, to }: Pull,
  context: number,
  { contexts }: Landscape,
  whatIf: WhatIf,
): UnlockMove {
  const gain = whatIf.gainOfMoving(context, node, to);
  return { kind: "move-unit", unit: node, from: contexts[from]!, to: contexts[to]!, gain };
}

function inversionOf(
  { from, to }: Border["cycles"][number]["weakest"],
  context: number,
  { contexts }: Landscape,
  callsBetween: ReadonlyMap<string, readonly BorderCall[]>,
  whatIf: WhatIf,
): UnlockMove {
  const gain = whatIf.gainOfSilence(context, contexts.indexOf(from), contexts.indexOf(to));
  const methods = (callsBetween.get(`${from} ${to}`) ?? []).map(({ unit, method }) => ({ unit, method }));
  return { kind: "invert-call", from, to, methods, gain };
}
