import type { Lang } from "../../reporters/copy.ts";
import { contestedList } from "./contested-list.ts";
import { contextsList } from "./contexts-list.ts";
import { couplingsList } from "./couplings-list.ts";
import { changesList, decisionsList } from "./decisions-list.ts";
import { dossierList } from "./dossier-list.ts";
import { endpointsList } from "./endpoints-list.ts";
import { evidenceList } from "./evidence-list.ts";
import { type List, type Target, targetAt } from "./list.ts";
import { membersList } from "./members-list.ts";
import { pathList } from "./path-list.ts";
import { planList } from "./plan-list.ts";
import { reasonsList } from "./reasons-list.ts";
import type { Scene } from "./scene.ts";
import { tablesList } from "./tables-list.ts";
import { troublesList } from "./troubles-list.ts";

/** Makes the list of a pane from what is selected in the panes before it. */
type Maker = (scene: Scene, selected: readonly Target[], lang: Lang) => List;

const last = (selected: readonly Target[]): Target => selected.at(-1)!;
const evidence: Maker = (scene, selected) => evidenceList(scene, last(selected));
const couplings: Maker = (scene, selected) => couplingsList(scene, last(selected));

/** The chain of panes of each view. The last one always shows places, and beside it stands the source. */
const CHAINS: Readonly<Record<Scene["looking"]["view"], readonly Maker[]>> = {
  contexts: [contextsList, (scene, [context]) => membersList(scene, context!.context), couplings, evidence],
  plan: [planList, (scene, [step]) => reasonsList(scene, step!.context), evidence],
  tables: [tablesList, couplings, evidence],
  contested: [contestedList, couplings, evidence],
  endpoints: [endpointsList, couplings, evidence],
  troubles: [troublesList, evidence],
  decisions: [decisionsList, changesList],
  path: [pathList, evidence],
  dossier: [(scene, _selected, lang) => dossierList(scene, lang), evidence],
};

/** A pane with the row that is selected in it, which is always one of its rows (or 0 where it has none). */
export interface Pane {
  readonly list: List;
  readonly index: number;
  readonly target: Target;
}

/** The panes of the present view, from the first to the last. */
export function panesOf(scene: Scene, lang: Lang): Pane[] {
  const panes: Pane[] = [];
  for (const make of CHAINS[scene.looking.view]) {
    const list = make(
      scene,
      panes.map((pane) => pane.target),
      lang,
    );
    const wanted = scene.looking.cursors[panes.length]?.index ?? 0;
    const index = Math.max(0, Math.min(wanted, list.length - 1));
    panes.push({ list, index, target: targetAt(list, index) });
  }
  return panes;
}

/** How many panes a view has. */
export function chainLength(view: Scene["looking"]["view"]): number {
  return CHAINS[view].length;
}
