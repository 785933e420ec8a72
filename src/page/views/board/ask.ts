import { h } from "../../dom.ts";
import type { Page } from "../../page.ts";

/** Asks for a line of text in a dialog of the page; null where the reader gives up. */
export function ask(page: Page, question: string, proposal = ""): Promise<string | null> {
  const { board: words } = page.words;
  return new Promise((resolve) => {
    const input = h("input", { type: "text", "aria-label": question });
    input.value = proposal;
    const form = h(
      "form",
      { method: "dialog" },
      h("p", null, question),
      input,
      h(
        "div",
        { class: "tool-row" },
        h("button", { class: "button", value: "ok" }, words.ok),
        h(
          "button",
          { class: "button", value: "", type: "button", on: { click: () => dialog.close("") } },
          words.cancel,
        ),
      ),
    );
    const dialog = h("dialog", { class: "ask", "aria-label": question, on: { close: finish } }, form);
    form.addEventListener("submit", (event) => {
      // The policy forbids to send forms, even nowhere.
      event.preventDefault();
      dialog.close("ok");
    });
    document.body.append(dialog);
    dialog.showModal();
    input.select();

    function finish(): void {
      const answer = input.value.trim();
      resolve(dialog.returnValue === "ok" && answer !== "" ? answer : null);
      dialog.remove();
    }
  });
}
