import { CmlNames } from "./cml-names.ts";
import { type CmlRelation, cmlRelations } from "./cml-relations.ts";
import type { Box, BoxKind, Diagram } from "./diagram.ts";
import type { DiagramWords } from "./diagram-words.ts";

/** What an identifier ends in, by what it names. */
const ENDINGS: Readonly<Record<BoxKind, string>> = {
  context: "Context",
  kernel: "Context",
  unit: "Unit",
  table: "Table",
};

const ARROWS: Readonly<Record<CmlRelation["kind"], string>> = {
  "upstream-downstream": "[U]->[D]",
  partnership: "[P]<->[P]",
  "shared-kernel": "[SK]<->[SK]",
};

/** Writes contexts in the language of Context Mapper: a map of them, or the inside of one. */
export function cmlText(diagram: Diagram, words: DiagramWords): string {
  const names = new CmlNames();
  const { name, title, remarks, leftOut, kind } = diagram;
  const rules = kind === "contexts" ? [words.diagram.relations] : [];
  const comments = [title, ...rules, ...remarks, ...leftOut].map((remark) => `// ${remark}`);
  const body =
    kind === "contexts"
      ? mapLines(diagram, names.identifier(name, "Map"), names, words)
      : insideLines(diagram, names);
  return `${[...comments, "", ...body].join("\n")}\n`;
}

function mapLines(diagram: Diagram, map: string, names: CmlNames, words: DiagramWords): string[] {
  const ids = new Map(
    diagram.boxes.map(({ key, kind, name }) => [key, names.identifier(name, ENDINGS[kind])]),
  );
  const contains = [...ids.values()].join(", ");
  return [
    `ContextMap ${map} {`,
    "  type = SYSTEM_LANDSCAPE",
    "  state = AS_IS",
    ...(contains === "" ? [] : [`  contains ${contains}`]),
    ...cmlRelations(diagram, words).flatMap(({ left, right, kind, evidence }) => [
      "",
      ...evidence.map((line) => `  // ${line}`),
      `  ${ids.get(left)} ${ARROWS[kind]} ${ids.get(right)}`,
    ]),
    "}",
    ...diagram.boxes.flatMap(({ key, name, details }) => [
      "",
      `BoundedContext ${ids.get(key)} {`,
      `  domainVisionStatement = ${quoted(name)}`,
      ...details.map((line) => `  // ${line}`),
      "}",
    ]),
  ];
}

/** One context with an aggregate for every smaller one inside it, and in them its units and tables. */
function insideLines({ frames, boxes, name }: Diagram, names: CmlNames): string[] {
  const parts = frames.length > 0 ? frames : [{ key: null, name }];
  return [
    `BoundedContext ${names.identifier(name, "Context")} {`,
    `  domainVisionStatement = ${quoted(name)}`,
    ...parts.flatMap((part) => [
      "",
      `  Aggregate ${names.identifier(part.name, "Aggregate")} {`,
      `    responsibilities = ${quoted(part.name)}`,
      ...membersOf(boxes, part.key).map((box) => `    ${memberLine(box, names)}`),
      "  }",
    ]),
    "}",
  ];
}

/** Services before entities, as the language has it. */
function membersOf(boxes: readonly Box[], frame: string | null): Box[] {
  const members = boxes.filter((box) => box.frame === frame);
  return [
    ...members.filter(({ kind }) => kind === "unit"),
    ...members.filter(({ kind }) => kind === "table"),
  ];
}

function memberLine({ kind, name }: Box, names: CmlNames): string {
  const identifier = names.identifier(name, ENDINGS[kind]);
  return `${quoted(name)} ${kind === "table" ? "Entity" : "Service"} ${identifier} { }`;
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
