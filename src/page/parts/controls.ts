import { LEVELS } from "../../model/context.ts";
import { COUPLING_KINDS } from "../../model/graph.ts";
import { type Child, h } from "../dom.ts";
import { type IconName, icon } from "../icons.ts";
import type { Page } from "../page.ts";

/** A button with words, and perhaps a picture before them. */
export function button(label: string, press: () => void, options: ButtonOptions = {}): HTMLButtonElement {
  const { picture, quiet, pressed, disabled } = options;
  return h(
    "button",
    {
      type: "button",
      class: `button ${quiet ? "is-quiet" : ""} ${options.class ?? ""}`,
      "aria-pressed": pressed === undefined ? undefined : String(pressed),
      "aria-label": quiet ? label : undefined,
      title: quiet ? label : undefined,
      "data-focus": options.key ?? label,
      disabled,
      on: { click: press },
    },
    picture && icon(picture),
    !quiet && h("span", null, label),
  );
}

export interface ButtonOptions {
  readonly picture?: IconName;
  /** Only the picture shows; the words are its name. */
  readonly quiet?: boolean;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly class?: string;
  /** Finds the button again after a repaint, so that the keyboard keeps its place. */
  readonly key?: string;
}

/** One of a few: a row of buttons of which one is pressed. */
export function choice<Value extends string>(
  label: string,
  values: readonly (readonly [value: Value, label: Child])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const buttons = values.map(([value, words]) =>
    h(
      "button",
      {
        type: "button",
        "aria-pressed": String(value === chosen),
        "data-focus": `${label} ${value}`,
        on: { click: () => choose(value) },
      },
      words,
    ),
  );
  return h("div", { class: "choice", role: "group", "aria-label": label }, buttons);
}

/** Macro, meso or micro. */
export function levelChoice(page: Page): HTMLElement {
  const levels = LEVELS.map((level) => {
    const count = page.atlas.atLevel(level).length;
    return [level, [page.copy.levels[level], h("small", null, ` ${count}`)]] as const;
  });
  return choice(page.words.shell.level, levels, page.state.route.level, (level) =>
    page.dispatch({ do: "choose level", level }),
  );
}

/** The kinds of coupling that count, each with its number of sightings over borders. */
export function kindSwitches(page: Page): HTMLElement {
  const { route } = page.state;
  const present = new Set<string>(page.atlas.report.graph.couplings.map((coupling) => coupling.kind));
  const switches = COUPLING_KINDS.filter((kind) => present.has(kind)).map((kind) =>
    h(
      "button",
      {
        type: "button",
        class: "switch",
        "aria-pressed": String(route.kinds.includes(kind)),
        "data-focus": `kind ${kind}`,
        title: page.copy.couplings[kind].why,
        on: { click: () => page.dispatch({ do: "toggle kind", kind }) },
      },
      page.copy.couplings[kind].title,
    ),
  );
  return h("div", { class: "switches", role: "group", "aria-label": page.words.shell.kinds }, switches);
}

/** The head of a view: its name, one sentence, its controls. */
export function viewHead(title: Child, lead: string, ...controls: Child[]): HTMLElement {
  return h(
    "header",
    { class: "view-head" },
    h(
      "div",
      { class: "view-title" },
      h("h1", { tabindex: "-1" }, title),
      lead && h("p", { class: "lead" }, lead),
    ),
    h("div", { class: "controls" }, controls),
  );
}

/** A picture always has a table beside it. */
export function twin(page: Page, table: () => Child): HTMLElement {
  const body = h("div");
  let made = false;
  const details = h(
    "details",
    { class: "twin", on: { toggle: () => open() } },
    h("summary", null, page.words.shell.asTable),
    body,
  );
  function open(): void {
    if (made || !details.open) return;
    made = true;
    body.append(...([table()].flat() as Node[]));
  }
  return details;
}
