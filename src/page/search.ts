import type { Atlas } from "./atlas.ts";
import { formatRoute, type Route } from "./state/route.ts";

export interface Hit {
  readonly kind: "context" | "unit" | "table" | "endpoint";
  readonly title: string;
  readonly note: string;
  readonly href: string;
}

/** Everything with a name that holds the words, best first: the name begins so, holds it, or only the place does. */
export function findHits(atlas: Atlas, route: Route, text: string, most = 40): Hit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const scored = entries(atlas, route).flatMap((hit) => {
    const score = scoreOf(hit, words);
    return score > 0 ? [{ hit, score }] : [];
  });
  return scored
    .sort((left, right) => right.score - left.score || left.hit.title.length - right.hit.title.length)
    .slice(0, most)
    .map(({ hit }) => hit);
}

function entries(atlas: Atlas, route: Route): Hit[] {
  const { report } = atlas;
  const href = (change: Partial<Route>) => formatRoute({ ...route, ...change });
  return [
    ...report.grouping.contexts.map(
      (context): Hit => ({
        kind: "context",
        title: context.name,
        note: context.level,
        href: href({ view: "context", context: context.id, unfolded: null }),
      }),
    ),
    ...report.graph.nodes.map(
      (node): Hit => ({
        kind: node.kind,
        title: node.name,
        note: `${node.file}:${node.line}`,
        href: href({ unfolded: { about: "node", node: node.id } }),
      }),
    ),
    ...report.endpoints.map(
      (endpoint): Hit => ({
        kind: "endpoint",
        title: `${endpoint.verb} ${endpoint.path}`,
        note: `${endpoint.place.file}:${endpoint.place.line}`,
        href: href({ unfolded: { about: "node", node: endpoint.unit } }),
      }),
    ),
  ];
}

/** Every word must be found; the better each is found, the better the hit. */
function scoreOf(hit: Hit, words: readonly string[]): number {
  const points = words.map((word) => pointsOf(hit, word));
  if (points.includes(0)) return 0;
  return points.reduce((sum, one) => sum + one, hit.kind === "context" ? 1 : 0);
}

function pointsOf({ title, note }: Hit, word: string): number {
  const name = title.toLowerCase();
  if (name === word) return 8;
  if (name.startsWith(word)) return 5;
  if (name.includes(word)) return 3;
  return note.toLowerCase().includes(word) ? 1 : 0;
}
