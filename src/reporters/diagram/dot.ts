import type { Arrow, Box, BoxKind, Diagram } from "./diagram.ts";

/** How boxes differ from a usual one. */
const SHAPES: Readonly<Record<BoxKind, string>> = {
  context: "",
  kernel: ', style="rounded,filled,dashed", fillcolor="#f6f6f6", color="#777777"',
  unit: "",
  table: ', shape=cylinder, style=filled, fillcolor="#fdf4e3", color="#9a7430"',
};
const NOTE = ', shape=note, style=filled, fillcolor="#fffbe0", color="#a89a3c"';

const LOOKS = [
  'graph [rankdir=LR, nodesep=0.35, ranksep=0.9, labelloc=t, fontsize=18, fontname="Helvetica,Arial,sans-serif"]',
  'node [shape=box, style="rounded,filled", fillcolor="#eef2fb", color="#50659c", margin="0.16,0.08"]',
  'node [fontsize=12, fontcolor="#1d2433", fontname="Helvetica,Arial,sans-serif"]',
  'edge [fontsize=9, fontcolor="#3c4661", color="#7385b3", fontname="Helvetica,Arial,sans-serif"]',
];

/** Writes a diagram for Graphviz. */
export function dotText({ title, reading, remarks, leftOut, frames, boxes, arrows }: Diagram): string {
  const inside = (key: string | null): Box[] => boxes.filter(({ frame }) => frame === key);
  return [
    "digraph monocarve {",
    ...[reading, ...remarks].map((remark) => `  // ${remark}`),
    ...LOOKS.map((line) => `  ${line}`),
    `  graph [label=${quoted([title])}]`,
    ...frames.flatMap(({ key, name }) => [
      `  subgraph cluster_${key} {`,
      `    graph [label=${quoted([name])}, fontsize=14, style="rounded,dashed", color="#9aa7c7", margin=14]`,
      ...inside(key).map((box) => `    ${boxLine(box)}`),
      "  }",
    ]),
    ...inside(null).map((box) => `  ${boxLine(box)}`),
    ...(leftOut.length > 0 ? [`  note [label=${quoted(leftOut)}${NOTE}]`] : []),
    ...arrows.map((arrow) => `  ${arrowLine(arrow)}`),
    "}",
    "",
  ].join("\n");
}

function boxLine({ key, kind, name, details }: Box): string {
  return `${key} [label=${quoted([name, ...details])}${SHAPES[kind]}]`;
}

function arrowLine({ from, to, mutual, share, words }: Arrow): string {
  const width = (0.8 + share * 4.2).toFixed(1);
  const head = mutual ? ", dir=none, style=dashed" : "";
  return `${from} -> ${to} [label=${quoted(words)}, penwidth=${width}${head}]`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "&": "&amp;" };

/**
 * A label of several lines. In a string of DOT a backslash begins an escape (`\N` would be the name of the node), a
 * quotation mark ends it, and Graphviz reads an ampersand as the beginning of an entity of HTML.
 */
function quoted(lines: readonly string[]): string {
  return `"${lines.map((line) => line.replace(/[\\"&]/g, (sign) => ESCAPES[sign] ?? sign)).join("\\n")}"`;
}
