import type { TableOwnership } from "../../model/dossier.ts";
import { nodeOf } from "../world/world.ts";
import { type Figure, rowLine, span } from "./line.ts";
import { type List, listOf, target } from "./list.ts";
import { contextName, nodeName, type Scene } from "./scene.ts";

/** How urgent it is to look at a table: what several write comes first. */
const URGENCY: Readonly<Record<TableOwnership["role"], number>> = {
  "written-by-several": 0,
  "used-elsewhere": 1,
  "read-by-others": 2,
  lookup: 3,
  owned: 4,
  untouched: 5,
};

/** All tables: who owns each and who else lives on it. */
export function tablesList(scene: Scene): List {
  const { world, words, copy, looking } = scene;
  const urgency = (use: TableOwnership): number => (looking.sort === "name" ? 0 : URGENCY[use.role]);
  const name = (use: TableOwnership): string => nodeName(scene, use.table);
  const tables = [...world.report.plan.border.tables].sort(
    (left, right) =>
      urgency(left) - urgency(right) ||
      (looking.sort === "name" ? 0 : right.uses.length - left.uses.length) ||
      (name(left) < name(right) ? -1 : 1),
  );
  const titles = words.columns;
  const head = {
    title: words.views.tables,
    note: "",
    empty: words.none.rows,
    header: (width: number) =>
      rowLine(
        width,
        [span(titles.table)],
        figuresOf([titles.owner, titles.users, titles.columns, titles.use]),
      ),
  };
  return listOf(head, tables, (table) => {
    const node = nodeOf(world, table.table);
    const columns = node?.kind === "table" ? node.columns.length : 0;
    const readers = table.uses.filter(({ reads }) => reads > 0).length;
    const writers = table.uses.filter(({ writes }) => writes > 0).length;
    const owner = contextName(scene, table.owner);
    const role = copy.dossier.tableRoles[table.role];
    const all = node?.kind === "table" ? node.columns.map((column) => column.name).join(", ") : "";
    return {
      key: table.table,
      heading: false,
      target: target({ node: table.table, about: `${role} · ${all}` }),
      line: (width) =>
        rowLine(
          width,
          [span(name(table), "data")],
          figuresOf([owner, `${readers}r ${writers}w`, `${columns}`, role], writers > 1),
        ),
    };
  });
}

function figuresOf(
  [owner = "", users = "", columns = "", use = ""]: readonly string[],
  shared = false,
): Figure[] {
  return [
    { text: owner, width: 16, rank: 1, tone: "quiet", words: true },
    { text: users, width: 6, rank: 0, tone: shared ? "bad" : "plain" },
    { text: columns, width: 4, rank: 2, tone: "quiet" },
    { text: use, width: 20, rank: 3, tone: "quiet", words: true },
  ];
}
