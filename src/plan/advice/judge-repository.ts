import type { Grouping } from "../../model/context.ts";
import type { Border } from "../../model/dossier.ts";
import type {
  Judgement,
  RepositoryAdvice,
  RepositoryJudgement,
  RepositoryReason,
  StatedReason,
} from "../../model/plan.ts";
import type { Landscape } from "../landscape.ts";
import { ratio } from "./figures.ts";

/** Below this, one developer grasps the whole: nothing is gained by splitting. */
const FEW_LINES = 8_000;
/** Up to this many people there is nobody to wait for. */
const FEW_AUTHORS = 3;
const MANY_AUTHORS = 8;
/** At least this share of all impact must lie in contexts that can be extracted. */
const EXTRACTABLE = 0.4;

/** Split, modular monolith first, or leave it as it is: in the order in which the reasons weigh. */
export function judgeRepository(
  landscape: Landscape,
  grouping: Grouping,
  border: Border,
  judgements: readonly Judgement[],
): RepositoryJudgement {
  const figures = figuresOf(landscape, border, judgements);
  const chance = grouping.verdict.structure === "none";
  const reasons: StatedReason<RepositoryReason>[] = [
    {
      code: chance ? "structure-like-chance" : "structure-beyond-chance",
      observed: grouping.verdict.zScore,
      limit: null,
    },
    {
      code: figures.lines < FEW_LINES ? "few-lines" : "many-lines",
      observed: figures.lines,
      limit: FEW_LINES,
    },
    { code: "extractable-share", observed: figures.extractable, limit: EXTRACTABLE },
  ];
  if (figures.contexts < 2) reasons.push({ code: "few-contexts", observed: figures.contexts, limit: 2 });
  if (figures.tangled > 0) reasons.push({ code: "tangled-share", observed: figures.tangled, limit: null });
  if (figures.shared > 0) reasons.push({ code: "written-by-several", observed: figures.shared, limit: null });
  if (figures.authors > 0 && figures.authors <= FEW_AUTHORS) {
    reasons.push({ code: "few-authors", observed: figures.authors, limit: FEW_AUTHORS });
  }
  if (figures.authors >= MANY_AUTHORS)
    reasons.push({ code: "many-authors", observed: figures.authors, limit: MANY_AUTHORS });
  return { advice: adviceOf(figures, chance), reasons };
}

type RepositoryFigures = Record<
  "lines" | "contexts" | "authors" | "extractable" | "tangled" | "shared",
  number
>;

function adviceOf(
  { lines, contexts, authors, extractable }: RepositoryFigures,
  chance: boolean,
): RepositoryAdvice {
  const small = lines < FEW_LINES && authors < MANY_AUTHORS;
  if (small || contexts < 2) return "leave";
  return chance || extractable < EXTRACTABLE ? "modular-monolith-first" : "split";
}

function figuresOf(
  { contexts, files }: Landscape,
  { tables }: Border,
  judgements: readonly Judgement[],
): RepositoryFigures {
  const all = judgements.reduce((sum, { impact }) => sum + impact, 0);
  const share = (matches: (judgement: Judgement) => boolean): number =>
    ratio(
      judgements.filter(matches).reduce((sum, { impact }) => sum + impact, 0),
      all,
    ) ?? 0;
  const used = tables.filter(({ role }) => role !== "untouched");
  return {
    lines: files.reduce((sum, file) => sum + file.lines, 0),
    contexts: contexts.length,
    authors: new Set(files.flatMap((file) => file.authors.map(([author]) => author))).size,
    extractable: share(({ advice }) => advice === "extract" || advice === "pilot"),
    tangled: share(({ advice }) => advice === "modularise-first"),
    shared: ratio(used.filter(({ role }) => role === "written-by-several").length, used.length) ?? 0,
  };
}
