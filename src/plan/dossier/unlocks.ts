import type { Border, BorderCall, UnlockMove } from "../../model/dossier.ts";
import { byCodeUnit, isTableId, type NodeId } from "../../model/ids.ts";
import { groupBy } from "../group-by.ts";
import type { Landscape } from "../landscape.ts";
import { type Link, linksByNode } from "../links.ts";
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
  const pulls = pullsOf(landscape);
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
function pullsOf(landscape: Landscape): Pull[] {
  const { home, positions, kernel } = landscape;
  const linksAt = linksByNode(landscape.links, positions.size);
  return [...home]
    .flatMap(([node, from]) => {
      const position = positions.get(node)!;
      const links = linksAt[position]!;
      if (kernel.has(node) || belongsWithData(position, links, landscape)) return [];
      const pull = pullOf(position, links, landscape);
      if (pull.force <= 0 || (isTableId(node) && !isTouchedBy(pull.to, links, landscape))) return [];
      return [{ node, from, ...pull }];
    })
    .sort((left, right) => right.force - left.force || byCodeUnit(left.node, right.node));
}

/** Foreign keys alone are no reason to move a table: code of the other context has to use it. */
function isTouchedBy(context: number, links: readonly Link[], { homes }: Landscape): boolean {
  return links.some(({ coupling, from }) => coupling.kind === "table-access" && homes[from] === context);
}

/** Where the strongest ties of a node lead, and how much stronger they are than those at home. */
function pullOf(
  node: number,
  links: readonly Link[],
  { homes, contexts }: Landscape,
): Pick<Pull, "to" | "force"> {
  const strength = new Array<number>(contexts.length).fill(0);
  for (const { coupling, from, to } of links)
    strength[homes[from === node ? to : from]!]! += coupling.strength;
  const strongest = Math.max(...strength);
  const force = Math.round((strongest - strength[homes[node]!]!) * 1000) / 1000;
  return { to: strength.indexOf(strongest), force };
}

/** Tables and the code that maps or writes them at home belong together: neither moves alone. */
function belongsWithData(node: number, links: readonly Link[], { homes }: Landscape): boolean {
  return links.some(({ coupling, from, to }) => {
    if (coupling.kind === "table-mapping") return true;
    if (coupling.kind !== "table-access" || homes[from] !== homes[to]) return false;
    const writes = coupling.evidence.some((seen) => "access" in seen && seen.access === "write");
    return to === node || writes;
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
