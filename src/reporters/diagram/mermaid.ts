import type { Arrow, Box, BoxKind, Diagram } from "./diagram.ts";

const BRACKETS: Readonly<Record<BoxKind, readonly [open: string, close: string]>> = {
  context: ["(", ")"],
  kernel: ["(", ")"],
  unit: ["[", "]"],
  table: ["[(", ")]"],
};

const CLASSES: readonly string[] = [
  "classDef context fill:#eef2fb,stroke:#50659c,color:#1d2433",
  "classDef kernel fill:#f6f6f6,stroke:#777777,color:#1d2433,stroke-dasharray:5 4",
  "classDef unit fill:#ffffff,stroke:#50659c,color:#1d2433",
  "classDef table fill:#fdf4e3,stroke:#9a7430,color:#1d2433",
  "classDef frame fill:#fafbfe,stroke:#9aa7c7,color:#1d2433,stroke-dasharray:4 4",
  "classDef note fill:#fffbe0,stroke:#a89a3c,color:#1d2433",
];

/** How many widths of arrows there are beside the thinnest. */
const WIDTHS = 4;

/** Writes a diagram for Mermaid, as GitHub and GitLab show it in Markdown. */
export function mermaidText({ title, reading, remarks, leftOut, frames, boxes, arrows }: Diagram): string {
  const inside = (key: string | null): Box[] => boxes.filter(({ frame }) => frame === key);
  const used = new Set<string>(boxes.map(({ kind }) => kind));
  if (leftOut.length > 0) used.add("note");
  if (frames.length > 0) used.add("frame");
  return [
    '%%{init: {"flowchart": {"curve": "monotoneX", "nodeSpacing": 60, "rankSpacing": 90, "wrappingWidth": 320}}}%%',
    "flowchart LR",
    ...[title, reading, ...remarks].map((remark) => `  %% ${remark.replaceAll(/[{}#;]/g, " ")}`),
    ...frames.flatMap(({ key, name }) => [
      `  subgraph ${key} [${label([name])}]`,
      ...inside(key).map((box) => `    ${boxLine(box)}`),
      "  end",
      `  class ${key} frame`,
    ]),
    ...inside(null).map((box) => `  ${boxLine(box)}`),
    ...(leftOut.length > 0 ? [`  note[${label(leftOut)}]:::note`] : []),
    ...arrows.map((arrow) => `  ${arrowLine(arrow)}`),
    ...widthLines(arrows),
    ...CLASSES.filter((line) => used.has(line.split(" ")[1] ?? "")).map((line) => `  ${line}`),
    "",
  ].join("\n");
}

function boxLine({ key, kind, name, details }: Box): string {
  const [open, close] = BRACKETS[kind];
  return `${key}${open}${label([name, ...details])}${close}:::${kind}`;
}

function arrowLine({ from, to, mutual, words }: Arrow): string {
  return `${from} ${mutual ? "-.-" : "-->"}|${label(words)}| ${to}`;
}

/** One line for all arrows of the same width. */
function widthLines(arrows: readonly Arrow[]): string[] {
  const places = new Map<number, number[]>();
  for (const [place, { share }] of arrows.entries()) {
    const width = 1 + Math.round(share * WIDTHS);
    places.set(width, [...(places.get(width) ?? []), place]);
  }
  return [...places].map(([width, all]) => `  linkStyle ${all.join(",")} stroke-width:${width}px`);
}

/** What means nothing to Mermaid: letters and digits, `_` and `-` between them, commas, dots in the middle, single blanks. */
const INERT = /[\p{L}\p{N},·]|(?<=[\p{L}\p{N}])[_-](?=[\p{L}\p{N}])|(?<=[^ ]) (?=[^ ])/u;
const SIGNS = new RegExp(`(?:${INERT.source})|([^])`, "gu");
/** What Mermaid obeys even where it is written as numbers: formulas, icons, and its own way of writing numbers. */
const OBEYED = /\$(?=\$)|:(?=fa-)|ﬂ(?=°)|¶(?=ß)/g;
const UNSEEN_JOINT = "\u2060";

/**
 * A label of several lines. Everything that is not inert is written as a number: in one place or another Mermaid takes
 * it for markup, a list, a link, a directive or the end of the label, and it cuts what stands behind `style`, a colon
 * and a number sign. What it obeys nevertheless is held apart by a joint that nobody sees.
 */
function label(lines: readonly string[]): string {
  const numbered = (all: string, sign?: string): string =>
    sign === undefined ? all : `#${sign.codePointAt(0)};`;
  const written = lines.map((line) => line.replace(OBEYED, `$&${UNSEEN_JOINT}`).replace(SIGNS, numbered));
  return `"${written.join("<br/>")}"`;
}
