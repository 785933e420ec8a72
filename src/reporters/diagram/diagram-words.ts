import type { DiagramCopy } from "../copy/diagram-copy.ts";
import { englishDiagram } from "../copy/english-diagram.ts";
import { koreanDiagram } from "../copy/korean-diagram.ts";
import { COPY, type Copy, type Lang } from "../copy.ts";

/** All words that a diagram may need. Its own ones are not in `COPY`, so that the page does not carry them. */
export interface DiagramWords extends Copy {
  readonly diagram: DiagramCopy;
}

const OWN: Readonly<Record<Lang, DiagramCopy>> = { en: englishDiagram, ko: koreanDiagram };

export function diagramWords(lang: Lang): DiagramWords {
  return { ...COPY[lang], diagram: OWN[lang] };
}
