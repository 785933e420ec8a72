import { findPath, type Path } from "../world/find-path.ts";
import { homeOf, remember } from "../world/world.ts";
import { countOf } from "./bundles.ts";
import { rowLine, span } from "./line.ts";
import { type List, listOf, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** How the one reaches the other, hop by hop. */
export function pathList(scene: Scene): List {
  const { words, looking, copy, world } = scene;
  const ends = looking.path;
  const path = ends === null ? null : pathBetween(scene, ends.from, ends.to);
  const title = ends === null ? words.views.path : `${ends.names[0]} → ${ends.names[1]}`;
  const head = { title, note: path === null ? "" : words.pathAlong[path.along], empty: words.none.path };
  return listOf(head, path?.hops ?? [], ({ from, to, couplings }, index) => {
    const kinds = couplings.map(({ kind, count }) => copy.couplings[kind].count(count)).join(", ");
    const forward = couplings.some((coupling) => coupling.from === from);
    return {
      key: `${index} ${from} ${to}`,
      heading: false,
      target: target({
        node: to,
        couplings,
        about: `${nodeName(scene, from)} ${forward ? "→" : "←"} ${nodeName(scene, to)}: ${kinds}`,
      }),
      line: (width) =>
        rowLine(
          width,
          [
            span(`${index + 1}. `, "quiet"),
            span(nodeName(scene, from)),
            span(forward ? " → " : " ← ", "accent"),
            span(nodeName(scene, to), "strong"),
          ],
          [
            { text: kinds, width: Math.min(30, Math.floor(width / 3)), rank: 1, tone: "quiet", words: true },
            {
              text: contextName(scene, homeOf(world, to, looking.level)),
              width: 16,
              rank: 2,
              tone: "quiet",
              words: true,
            },
            { text: String(countOf(couplings)), width: 4, rank: 0 },
          ],
        ),
    };
  });
}

function pathBetween({ world }: Scene, from: readonly string[], to: readonly string[]): Path | null {
  const key = `path ${from[0]} ${from.length} ${to[0]} ${to.length}`;
  return remember(world, key, () => ({ path: findPath(world, from as never, to as never) })).path;
}
