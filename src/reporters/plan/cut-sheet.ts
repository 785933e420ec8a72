import type { Border, Dossier } from "../../model/dossier.ts";
import type { ContextId } from "../../model/ids.ts";
import type { Judgement, Plan, Step } from "../../model/plan.ts";

/** Everything that a plan says about one context, and of the border only what concerns it. */
export interface CutSheet {
  readonly judgement: Judgement | null;
  readonly step: Step | null;
  readonly dossier: Dossier;
  readonly border: Border;
}

/** The cut sheet of one context as data; null where the plan has none for it. */
export function cutSheetOf(plan: Plan, context: ContextId): CutSheet | null {
  const is = (subject: { readonly context: ContextId }): boolean => subject.context === context;
  const dossier = plan.dossiers.find(is);
  if (dossier === undefined) return null;
  return {
    judgement: plan.judgements.find(is) ?? null,
    step: plan.steps.find(is) ?? null,
    dossier,
    border: borderOf(plan.border, context),
  };
}

/** The part of a border that touches one context. */
export function borderOf(border: Border, context: ContextId): Border {
  const sided = ({ from, to }: { readonly from: ContextId | null; readonly to: ContextId }): boolean =>
    from === context || to === context;
  const used = (uses: readonly { readonly context: ContextId | null }[]): boolean =>
    uses.some((use) => use.context === context);
  const sharedCode = border.sharedCode.filter(({ home, usedBy }) => home === context || used(usedBy));
  const kernel = new Set(sharedCode.filter(({ home }) => home === null).map(({ unit }) => unit));
  return {
    calls: border.calls.filter(
      (call) => sided(call) || (call.from === null && call.callers.some(({ unit }) => kernel.has(unit))),
    ),
    sharedCode,
    tables: border.tables.filter(({ owner, uses }) => owner === context || used(uses)),
    foreignKeys: border.foreignKeys.filter(sided),
    joins: border.joins.filter(
      ({ leftOwner, rightOwner }) => leftOwner === context || rightOwner === context,
    ),
    transactions: border.transactions.filter(({ writes }) => writes.includes(context)),
    inheritance: border.inheritance.filter(sided),
    coChanges: border.coChanges.filter(sided),
    cycles: border.cycles.filter(({ contexts }) => contexts.includes(context)),
    messages: border.messages.filter(({ publishers, subscribers }) => used([...publishers, ...subscribers])),
  };
}
