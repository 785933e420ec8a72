import type { Action, PageState } from "./page-state.ts";
import { VIEW_NAMES } from "./route.ts";

/** Keys that work everywhere: search, close, and turning the pages of a presentation. */
export function shortcut(event: KeyboardEvent, state: PageState, dispatch: (action: Action) => void): void {
  const typing = (event.target as Element).closest("input, textarea, select");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    dispatch({ do: "search", text: "" });
  } else if (state.presenting && (event.key === "PageDown" || event.key === "PageUp")) {
    event.preventDefault();
    const place = VIEW_NAMES.indexOf(state.route.view) + (event.key === "PageDown" ? 1 : -1);
    const view = VIEW_NAMES[place];
    if (view) dispatch({ do: "go", view });
  } else if (event.key === "Escape" && !typing) {
    if (state.route.unfolded) dispatch({ do: "fold" });
    else if (state.presenting) dispatch({ do: "present", presenting: false });
  }
}
