import { homeOf } from "../world/world.ts";
import { rowLine, span } from "./line.ts";
import { type List, listOf, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** Where the outside world comes in. */
export function endpointsList(scene: Scene): List {
  const { world, words, looking } = scene;
  const { endpoints } = world.report;
  const head = { title: words.views.endpoints, note: "", empty: words.none.rows };
  return listOf(head, endpoints, ({ unit, verb, path, handler, place, protocol }, index) => {
    const context = contextName(scene, homeOf(world, unit, looking.level));
    const sighting = { key: "handler", ...place, commit: null, text: `${nodeName(scene, unit)}.${handler}` };
    return {
      key: `${index} ${verb} ${path}`,
      heading: false,
      target: target({
        node: unit,
        sightings: [sighting],
        about: `${protocol} · ${nodeName(scene, unit)}.${handler} · ${context}`,
      }),
      line: (width) =>
        rowLine(
          width,
          [span(verb.padEnd(7), "accent"), span(path)],
          [
            { text: `${nodeName(scene, unit)}.${handler}`, width: 30, rank: 2, tone: "quiet", words: true },
            { text: context, width: 16, rank: 1, words: true },
          ],
        ),
    };
  });
}
