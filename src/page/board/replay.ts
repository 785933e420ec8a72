import type { Level } from "../../model/context.ts";
import { LEVELS } from "../../model/context.ts";
import type { Decision, Decisions } from "../../model/decision.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { type ContextNamings, regroup } from "./regroup.ts";

/** The report as it is once people's decisions are followed. */
export function replay(report: Report, decisions: Decisions): Report {
  if (decisions.length === 0) return report;
  const draft = draftOf(report);
  for (const decision of decisions) follow(draft, decision);
  return regroup(report, draft);
}

export interface Draft {
  /** Where each node is, by level; what is in no context is shared. */
  readonly homes: Map<NodeId, Record<Level, ContextId>>;
  readonly decided: Set<NodeId>;
  readonly contexts: ContextNamings;
}

function draftOf({ grouping }: Report): Draft {
  return {
    homes: new Map(
      grouping.memberships.map(({ node, macro, meso, micro }) => [node, { macro, meso, micro }]),
    ),
    decided: new Set(grouping.memberships.filter(({ decided }) => decided).map(({ node }) => node)),
    contexts: new Map(
      grouping.contexts.map(({ id, name, level, parent, words }) => [id, { name, level, parent, words }]),
    ),
  };
}

function follow(draft: Draft, decision: Decision): void {
  if (decision.kind === "pin") place(draft, decision.targets as NodeId[], decision.context as ContextId);
  if (decision.kind === "must-link") placeTogether(draft, decision.targets as NodeId[]);
  if (decision.kind === "rename") rename(draft, decision.context as ContextId, decision.name);
  if (decision.kind === "merge") merge(draft, decision.contexts as ContextId[], decision.name);
  if (decision.kind === "split") {
    for (const { name, targets } of decision.into)
      splitOff(draft, decision.context as ContextId, name, targets as NodeId[]);
  }
  if (decision.kind === "shared" || decision.kind === "ignore") {
    for (const target of decision.targets as NodeId[]) draft.homes.delete(target);
  }
}

function placeTogether(draft: Draft, [first, ...rest]: readonly NodeId[]): void {
  const home = first === undefined ? undefined : draft.homes.get(first);
  if (home) place(draft, rest, home.micro);
}

function rename(draft: Draft, context: ContextId, name: string): void {
  const known = draft.contexts.get(context);
  if (known) draft.contexts.set(context, { ...known, name });
}

/** Into a context, and on the levels below into the part of it that most of its members are in. */
function place(draft: Draft, targets: readonly NodeId[], context: ContextId): void {
  const level = draft.contexts.get(context)?.level;
  if (level === undefined) return;
  const member = [...draft.homes.values()].find((home) => home[level] === context);
  if (!member) return;
  for (const target of targets) {
    draft.homes.set(target, { ...member });
    draft.decided.add(target);
  }
}

function merge(draft: Draft, contexts: readonly ContextId[], name: string | null): void {
  const [into, ...others] = contexts;
  const known = into === undefined ? undefined : draft.contexts.get(into);
  if (into === undefined || !known) return;
  draft.contexts.set(into, { ...known, name: name ?? known.name });
  for (const home of draft.homes.values())
    for (const level of LEVELS) if (others.includes(home[level])) home[level] = into;
  for (const [id, context] of draft.contexts) {
    if (context.parent !== null && others.includes(context.parent))
      draft.contexts.set(id, { ...context, parent: into });
  }
  for (const other of others) draft.contexts.delete(other);
}

function splitOff(draft: Draft, context: ContextId, name: string, targets: readonly NodeId[]): void {
  const known = draft.contexts.get(context);
  if (!known) return;
  const below = LEVELS.slice(LEVELS.indexOf(known.level));
  const ids = new Map(below.map((level) => [level, `${level}/${slug(name)}` as ContextId]));
  let parent = known.parent;
  for (const level of below) {
    const id = ids.get(level)!;
    draft.contexts.set(id, { name, level, parent, words: [] });
    parent = id;
  }
  for (const target of targets) {
    const home = draft.homes.get(target);
    if (!home) continue;
    draft.homes.set(target, { ...home, ...(Object.fromEntries(ids) as Partial<Record<Level, ContextId>>) });
    draft.decided.add(target);
  }
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
}
