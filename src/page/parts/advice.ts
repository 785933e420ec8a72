import type { ContextId } from "../../model/ids.ts";
import type { Judgement } from "../../model/plan.ts";
import { type Child, h } from "../dom.ts";
import type { Page } from "../page.ts";

/** What the plan says of a context; undefined below the macro level, where it says nothing. */
export function judgementOf({ atlas }: Page, context: ContextId): Judgement | undefined {
  return atlas.report.plan.judgements.find((judgement) => judgement.context === context);
}

/** Extract, pilot, keep or modularise first, as a word in a colour. */
export function advicePill(page: Page, context: ContextId): Child {
  const judgement = judgementOf(page, context);
  if (!judgement) return null;
  const { title, meaning } = page.copy.plan.advice[judgement.advice];
  return h("span", { class: `pill advice is-${judgement.advice}`, title: meaning }, title);
}
