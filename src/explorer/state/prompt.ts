import type { CouplingKind } from "../../model/graph.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import type { CommandName } from "../keys/key-map.ts";
import type { Entry } from "../world/search.ts";

/** What a question at the bottom of the screen is about. */
export type Asking =
  | { readonly about: "search" }
  | { readonly about: "command" }
  | { readonly about: "move"; readonly nodes: readonly NodeId[] }
  | { readonly about: "merge"; readonly context: ContextId }
  | { readonly about: "kinds" }
  | { readonly about: "path"; readonly from: readonly NodeId[]; readonly name: string }
  | { readonly about: "rename"; readonly context: ContextId }
  | { readonly about: "split"; readonly context: ContextId; readonly nodes: readonly NodeId[] }
  | { readonly about: "note"; readonly subject: string }
  | { readonly about: "reason"; readonly place: number }
  | { readonly about: "quit" };

/** A question that is open: what was typed so far, and the answer that is chosen. */
export interface Prompt {
  readonly asking: Asking;
  readonly text: string;
  readonly at: number;
}

/** An answer that can be chosen. */
export interface Option {
  readonly title: string;
  readonly note: string;
  readonly value: OptionValue;
}

export type OptionValue =
  | { readonly is: "entry"; readonly entry: Entry }
  | { readonly is: "command"; readonly command: CommandName }
  | { readonly is: "context"; readonly context: ContextId }
  | { readonly is: "new context"; readonly name: string }
  | { readonly is: "kind"; readonly kind: CouplingKind | null }
  | { readonly is: "quit"; readonly how: "save" | "discard" | "stay" };
