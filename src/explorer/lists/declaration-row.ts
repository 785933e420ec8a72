import type { NodeId } from "../../model/ids.ts";
import { nodeOf } from "../world/world.ts";
import { placeSpan, rowLine, span } from "./line.ts";
import { type Row, type Sighting, target } from "./list.ts";
import { roleOf } from "./members-list.ts";
import type { Scene } from "./scene.ts";

/** Where a unit or table is declared; or, where more is known (the handler of an endpoint), that place. */
export function declarationRow(scene: Scene, id: NodeId, places: readonly Sighting[]): Row {
  const { world, words, copy } = scene;
  const node = nodeOf(world, id);
  const known = node !== undefined && !(node.kind === "table" && !node.declared);
  const declared = known
    ? [
        {
          key: "declared",
          file: node.file,
          line: node.line,
          commit: null,
          text: `${words.declared} · ${roleOf(node, copy)}`,
        },
      ]
    : [];
  return {
    key: "declared",
    heading: true,
    target: target({ node: id, sightings: places.length > 0 ? places : declared }),
    line: (width) => {
      const place = known
        ? placeSpan(node.file, node.line, width - 2, "quiet")
        : span(words.undeclared, "quiet");
      return rowLine(width, [span("◇ ", "quiet"), place], []);
    },
  };
}
