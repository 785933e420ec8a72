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

function scoreOf({ kind, title, note }: Hit, words: readonly string[]): number {
  const name = title.toLowerCase();
  const place = note.toLowerCase();
  let score = 0;
  for (const word of words) {
    const points =
      name === word ? 8 : name.startsWith(word) ? 5 : name.includes(word) ? 3 : place.includes(word) ? 1 : 0;
    if (points === 0) return 0;
    score += points;
  }
  return score + (kind === "context" ? 1 : 0);
}
