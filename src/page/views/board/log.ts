import type { Decision } from "../../../model/decision.ts";
import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";
import { button } from "../../parts/controls.ts";

/** Who decided what, and why: this list is what goes home. */
export function log(page: Page): HTMLElement {
  const { board: words } = page.words;
  const { decisions } = page.state.board;
  const lines = decisions.map((decision, place) => line(page, decision, place));
  return h(
    "section",
    { class: "card log" },
    h("h2", null, words.log, h("small", null, ` ${decisions.length}`)),
    page.troubles.length > 0 && [
      h("h3", null, words.troubles),
      h(
        "ul",
        { class: "notice" },
        page.troubles.map((trouble) => h("li", null, trouble)),
      ),
    ],
    decisions.length === 0 ? h("p", { class: "quiet" }, words.logEmpty) : h("ol", null, lines.toReversed()),
  );
}

function line(page: Page, decision: Decision, place: number): HTMLElement {
  const { board: words } = page.words;
  const input = h("input", {
    type: "text",
    placeholder: words.reason,
    "aria-label": `${words.reason} ${said(page, decision)}`,
    "data-focus": `reason ${place}`,
    on: { change: () => page.dispatch({ do: "give reason", place, reason: input.value.trim() }) },
  });
  input.value = decision.reason;
  return h(
    "li",
    null,
    h(
      "span",
      { class: "log-said" },
      h("b", null, place + 1),
      " ",
      said(page, decision),
      decision.author !== "" && h("span", { class: "quiet" }, ` · ${decision.author}`),
    ),
    input,
    button(words.takeBack, () => page.dispatch({ do: "take back", place }), {
      picture: "close",
      quiet: true,
      key: `take back ${place}`,
    }),
  );
}

/** A decision as a sentence. */
export function said(page: Page, decision: Decision): string {
  const { said: words } = page.words.board;
  const names = (targets: readonly string[]) => {
    const shown = targets.slice(0, 3).map((target) => page.found.nodes.get(target as never)?.name ?? target);
    return targets.length > 3 ? `${shown.join(", ")} +${targets.length - 3}` : shown.join(", ");
  };
  const context = (id: string) =>
    page.outcome.contexts.get(id as never)?.name ?? page.found.contexts.get(id as never)?.name ?? id;
  switch (decision.kind) {
    case "pin":
      return words.pin(names(decision.targets), context(decision.context));
    case "must-link":
      return words.together(names(decision.targets));
    case "cannot-link":
      return words.apart(names(decision.targets));
    case "rename":
      return words.rename(context(decision.context), decision.name);
    case "merge":
      return words.merge(
        decision.contexts.map(context).join(" + "),
        decision.name ?? context(decision.contexts[0] ?? ""),
      );
    case "split":
      return words.split(
        context(decision.context),
        decision.into.map(({ name, targets }) => `${name} (${targets.length})`).join(", "),
      );
    case "ignore":
      return words.ignore(names(decision.targets));
    case "shared":
      return words.shared(names(decision.targets));
    case "note":
      return words.note(names([decision.about]));
  }
}
