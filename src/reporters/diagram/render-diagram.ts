import type { Context, Level } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../copy.ts";
import { cmlText } from "./cml.ts";
import { contextDiagram } from "./context-diagram.ts";
import type { Diagram } from "./diagram.ts";
import { type DiagramWords, diagramWords } from "./diagram-words.ts";
import { dotText } from "./dot.ts";
import { insideDiagram } from "./inside-diagram.ts";
import { mermaidText } from "./mermaid.ts";
import { shownText, visibleText } from "./shown-text.ts";

/** The languages for diagrams that are written. */
export const DIAGRAM_FORMATS = ["dot", "mermaid", "cml"] as const;
export type DiagramFormat = (typeof DIAGRAM_FORMATS)[number];

/** What is to be drawn. */
export interface DiagramRequest {
  readonly format: DiagramFormat;
  /** The contexts of a level, or the inside of one context. */
  readonly of: Level | Context;
  /** Everything, however large. */
  readonly all: boolean;
}

/** A report as a diagram in a language that others draw. Its first line says who wrote it. */
export function renderDiagram(report: Report, { format, of, all }: DiagramRequest, lang: Lang): string {
  const words = diagramWords(lang);
  const diagram = shown(
    typeof of === "string" ? contextDiagram(report, of, all, words) : insideDiagram(report, of, all, words),
    words,
  );
  const { tool } = report;
  const sign = `${format === "mermaid" ? "%%" : "//"} ${tool.name} ${tool.version}`;
  if (format === "dot") return `${sign}\n${dotText(diagram)}`;
  if (format === "mermaid") return `${sign}\n${mermaidText(diagram)}`;
  return `${sign}\n${cmlText(diagram, words)}`;
}

/** With every text fit to be seen: names and sentences with names in them are as the repository has them. */
function shown(diagram: Diagram, { diagram: { noName } }: DiagramWords): Diagram {
  const text = (name: string): string => shownText(name, noName);
  return {
    ...diagram,
    name: text(diagram.name),
    title: visibleText(diagram.title),
    remarks: diagram.remarks.map(visibleText),
    frames: diagram.frames.map((frame) => ({ ...frame, name: text(frame.name) })),
    boxes: diagram.boxes.map((box) => ({ ...box, name: text(box.name) })),
  };
}
