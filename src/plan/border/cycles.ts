import type { BorderCall, Cycle } from "../../model/dossier.ts";
import { byCodeUnit, type ContextId } from "../../model/ids.ts";

interface Arrow {
  readonly from: ContextId;
  readonly to: ContextId;
  methods: number;
  sites: number;
}

/** Contexts that call each other: every pair that does, and every larger circle in which no pair does. */
export function cyclesOf(calls: readonly BorderCall[]): Cycle[] {
  const arrows = arrowsOf(calls);
  const between = new Map(arrows.map((arrow) => [`${arrow.from} ${arrow.to}`, arrow]));
  const pairs = arrows
    .filter(({ from, to }) => from < to && between.has(`${to} ${from}`))
    .map((arrow) => cycleOf([arrow, between.get(`${arrow.to} ${arrow.from}`)!]));
  const paired = new Set(pairs.flatMap(({ contexts }) => contexts));
  const circles = circlesOf(arrows)
    .filter((contexts) => contexts.length > 2 && !contexts.some((context) => paired.has(context)))
    .map((contexts) =>
      cycleOf(arrows.filter(({ from, to }) => contexts.includes(from) && contexts.includes(to))),
    );
  return [...pairs, ...circles].sort((left, right) =>
    byCodeUnit(left.contexts.join(), right.contexts.join()),
  );
}

function arrowsOf(calls: readonly BorderCall[]): Arrow[] {
  const arrows = new Map<string, Arrow>();
  for (const { from, to, sites } of calls) {
    if (from === null) continue;
    const arrow = arrows.get(`${from} ${to}`) ?? { from, to, methods: 0, sites: 0 };
    arrow.methods += 1;
    arrow.sites += sites;
    arrows.set(`${from} ${to}`, arrow);
  }
  return [...arrows.values()].sort(
    (left, right) => byCodeUnit(left.from, right.from) || byCodeUnit(left.to, right.to),
  );
}

function cycleOf(arrows: readonly Arrow[]): Cycle {
  const [weakest] = [...arrows].sort(
    (left, right) => left.methods - right.methods || left.sites - right.sites,
  );
  const contexts = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort(byCodeUnit);
  return { contexts, weakest: weakest! };
}

/** Groups of contexts that all reach each other. */
function circlesOf(arrows: readonly Arrow[]): ContextId[][] {
  const contexts = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort(byCodeUnit);
  const reached = new Map(contexts.map((context) => [context, reachedFrom(context, arrows)]));
  const circles = new Map<string, ContextId[]>();
  for (const context of contexts) {
    const circle = contexts.filter(
      (other) => reached.get(context)?.has(other) && reached.get(other)?.has(context),
    );
    if (circle.length > 1) circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function reachedFrom(start: ContextId, arrows: readonly Arrow[]): Set<ContextId> {
  const seen = new Set([start]);
  for (const context of seen) for (const { from, to } of arrows) if (from === context) seen.add(to);
  return seen;
}
