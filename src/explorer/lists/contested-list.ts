import { percent } from "../../reporters/copy/counted.ts";
import { rowLine, span } from "./line.ts";
import { type List, listOf, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** Units and tables whose place is a close call; those come first where a decision would change most. */
export function contestedList(scene: Scene): List {
  const { world, words } = scene;
  const { contested } = world.report.grouping;
  const head = { title: words.views.contested, note: "", empty: words.none.rows };
  return listOf(head, contested, (id) => {
    const membership = world.memberships.get(id);
    const pulls = (membership?.pulls ?? []).map(
      ({ context, share }) => `${contextName(scene, context)} ${percent(share)}`,
    );
    const home = membership === undefined ? "" : contextName(scene, membership.macro);
    return {
      key: id,
      heading: false,
      target: target({ node: id, about: `${home}: ${pulls.join(" · ")}` }),
      line: (width) =>
        rowLine(
          width,
          [span(nodeName(scene, id))],
          [
            { text: pulls.join(" · "), width: Math.floor(width * 0.5), rank: 1, tone: "quiet", words: true },
            { text: percent(membership?.confidence ?? 0), width: 4, rank: 0, tone: "bad" },
          ],
        ),
    };
  });
}
