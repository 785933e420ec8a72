import type { Context } from "../../../src/model/context.ts";
import type { Report } from "../../../src/model/report.ts";
import { NAMES } from "../../hostile/named-shop.ts";
import { HOSTILE as PAGE } from "../../page/hostile-report.ts";
import { sampleReport } from "../../page/sample-report.ts";
import { HOSTILE as TERMINAL } from "../hostile-names.ts";

/** What languages for diagrams obey: markup, lists, links, icons, formulas, directives, ends, entities, keywords. */
const DIAGRAMS: readonly string[] = [
  ...[
    "1. Order",
    "- item",
    "# head",
    "> quote",
    "---",
    "**bold**",
    "`code`",
    "~~gone~~",
    "[link](http://x.invalid)",
  ],
  ...[
    "www.evil.example",
    "http://evil.example",
    "fa:fa-ban",
    "fab:fa-git x",
    "$$x^2$$",
    "style:a#b;",
    "classDef:a#b;",
  ],
  ...[
    "%%{init: {}}%%",
    "%% comment",
    "end",
    "subgraph x",
    'click c1 href "x"',
    ":::frame",
    "@{ shape: circle }",
  ],
  ...[
    "A --> B",
    "|bar|",
    "{brace}",
    "a;b",
    "a<br/>b",
    "#35;",
    "#quot;",
    "&amp;",
    "&#35;",
    "\ufb02\u00b0\u00b065\u00b6\u00df",
  ],
  ...["\\N", "\\G\\l", "*/", "//", '" }', "Service", "Aggregate", "Bounded", "a  b", " ahead", "after "],
  ...["non\uffffcharacter\ufffe", "Entity\u{1f600}", "combining e\u0301", "", "   "],
];

/** Every hostile name of all tests, each once. */
export const HOSTILE_NAMES: readonly string[] = [...new Set([...TERMINAL, ...PAGE, ...NAMES, ...DIAGRAMS])];

/** A shop with a context for each name, in which units and tables have the same names in turn. */
export function namedReport(names: readonly string[]): Report {
  return renamed(
    sampleReport({ macro: names.length, units: names.length * 6, couplings: names.length * 5 }),
    names,
  );
}

/** One context whose units and tables have all of the names. */
export function namedInside(names: readonly string[]): { report: Report; context: Context } {
  const shop = sampleReport({ macro: 2, units: names.length * 3, couplings: names.length * 2 });
  const [context] = shop.grouping.contexts;
  if (context === undefined || context.members.length < names.length) throw new Error("too few members");
  const members = new Map(context.members.map((id, place) => [id, names[place % names.length] ?? ""]));
  const nodes = shop.graph.nodes.map((node) => ({ ...node, name: members.get(node.id) ?? node.name }));
  return { report: { ...shop, graph: { ...shop.graph, nodes } }, context };
}

function renamed(shop: Report, names: readonly string[]): Report {
  const nameAt = (place: number): string => names[place % names.length] ?? "";
  return {
    ...shop,
    repository: { ...shop.repository, name: names.join(" ") },
    graph: {
      ...shop.graph,
      nodes: shop.graph.nodes.map((node, place) => ({ ...node, name: nameAt(place) })),
    },
    grouping: {
      ...shop.grouping,
      contexts: shop.grouping.contexts.map((context, place) => ({ ...context, name: nameAt(place) })),
    },
  };
}
