import type { Desk } from "../desk.ts";
import type { Wish } from "../state/explorer-state.ts";
import type { Action } from "../state/reduce.ts";

/** Does what the state wished for and tells it how that went. */
export async function grant(
  wish: Wish,
  desk: Desk,
  tell: (action: Action) => void,
  quit: () => void,
): Promise<void> {
  try {
    switch (wish.do) {
      case "replay": {
        const { report, complaints } = await desk.replay(wish.decisions);
        return tell({ do: "replayed", report, decisions: wish.decisions, complaints });
      }
      case "save":
        tell({ do: "saved", decisions: wish.decisions, path: desk.save(wish.decisions) });
        return wish.quit ? quit() : undefined;
      case "edit":
        return tell({ do: "say", text: await desk.edit(wish.file, wish.line) });
      case "copy":
        desk.copy(wish.text);
        return tell({ do: "told", what: "copied", about: wish.text });
      case "export":
        return tell({ do: "told", what: "exported", about: desk.export(wish.name, wish.text) });
      case "redraw":
        return desk.redraw();
      case "quit":
        return quit();
    }
  } catch (error) {
    tell({ do: "told", what: "failed", about: error instanceof Error ? error.message : String(error) });
  }
}
