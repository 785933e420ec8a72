import type { ContextId, NodeId } from "../../model/ids.ts";
import { percent } from "../../reporters/copy/counted.ts";
import { at, item, type ReasonItem, section } from "./reason-item.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** Everything but calls that lies over the border of a context: data, inheritance, shared code, history. */
export function borderItems(scene: Scene, context: ContextId): ReasonItem[] {
  const { titles } = scene.copy.dossier;
  return [
    ...section(titles.data, tableItems(scene, context)),
    ...section(titles.foreignKeys, keyItems(scene, context)),
    ...section(titles.joins, joinItems(scene, context)),
    ...section(titles.transactions, transactionItems(scene, context)),
    ...section(titles.inheritance, inheritanceItems(scene, context)),
    ...section(titles.sharedCode, sharedItems(scene, context)),
    ...section(titles.coChanges, coChangeItems(scene, context)),
  ];
}

function borderOf(scene: Scene) {
  return scene.world.report.plan.border;
}

function tableItems(scene: Scene, context: ContextId): ReasonItem[] {
  const roles = scene.copy.dossier.tableRoles;
  const name = (id: ContextId | null): string => (id === null ? scene.words.kernel : contextName(scene, id));
  return borderOf(scene)
    .tables.filter(({ role }) => role !== "owned" && role !== "untouched")
    .filter(({ owner, uses }) => owner === context || uses.some((use) => use.context === context))
    .map(({ table, owner, role, uses }) => {
      const sightings = uses.flatMap((use) => at(use.places, name(use.context)));
      return item(`${nodeName(scene, table)} (${name(owner)}): ${roles[role]}`, { node: table, sightings });
    });
}

function keyItems(scene: Scene, context: ContextId): ReasonItem[] {
  return borderOf(scene)
    .foreignKeys.filter(touching(context))
    .map(({ table, references, columns, form, place }) => {
      const text = `${nodeName(scene, table)}.${columns.join(", ")} → ${nodeName(scene, references)}`;
      return item(text, { node: table, sightings: at([place], form) });
    });
}

function joinItems(scene: Scene, context: ContextId): ReasonItem[] {
  return borderOf(scene)
    .joins.filter((join) => [join.context, join.leftOwner, join.rightOwner].includes(context))
    .map(({ left, right, unit, statement, place }) => {
      const text = `${nodeName(scene, left)} ⋈ ${nodeName(scene, right)}`;
      return item(text, { node: unit, about: statement, sightings: at([place], statement) });
    });
}

function transactionItems(scene: Scene, context: ContextId): ReasonItem[] {
  return borderOf(scene)
    .transactions.filter((cut) => cut.context === context || cut.writes.includes(context))
    .map(({ unit, method, writes, form, place, steps }) => {
      const touched = steps.flatMap((step) =>
        at([step.place], `${step.access} ${nodeName(scene, step.table)}`),
      );
      const where = writes.map((id) => contextName(scene, id)).join(", ");
      const sightings = [...at([place], form), ...touched];
      return item(`${nodeName(scene, unit)}.${method} (${where})`, { node: unit, sightings });
    });
}

function inheritanceItems(scene: Scene, context: ContextId): ReasonItem[] {
  return borderOf(scene)
    .inheritance.filter(touching(context))
    .map(({ unit, base, form, place }) =>
      item(`${nodeName(scene, unit)} ${form} ${nodeName(scene, base)}`, {
        node: unit,
        sightings: at([place], form),
      }),
    );
}

function sharedItems(scene: Scene, context: ContextId): ReasonItem[] {
  const { decisions, sharedReasons } = scene.copy.dossier;
  return borderOf(scene)
    .sharedCode.filter(
      ({ home, usedBy }) => home === context || usedBy.some((use) => use.context === context),
    )
    .map(({ unit, usedBy, because, proposal }) =>
      item(`${nodeName(scene, unit)}: ${decisions[proposal]}`, {
        node: unit as NodeId,
        about: sharedReasons[because],
        sightings: usedBy.flatMap((use) => at(use.places, contextName(scene, use.context))),
      }),
    );
}

function coChangeItems(scene: Scene, context: ContextId): ReasonItem[] {
  return borderOf(scene)
    .coChanges.filter(touching(context))
    .map(({ left, right, commits, degree }) => {
      const places = [left, right].map((file) => ({ file, line: 1 }));
      return item(`${left} ↔ ${right}`, { sightings: at(places, percent(degree)) }, String(commits));
    });
}

function touching(context: ContextId) {
  return ({ from, to }: { readonly from: ContextId; readonly to: ContextId }): boolean =>
    from === context || to === context;
}
