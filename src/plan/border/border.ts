import type { Border } from "../../model/dossier.ts";
import type { Landscape } from "../landscape.ts";
import { borderCalls } from "./calls.ts";
import { coChangeCuts } from "./co-changes.ts";
import { cyclesOf } from "./cycles.ts";
import { inheritanceCuts } from "./inheritance.ts";
import { foreignKeyCuts, joinCuts } from "./keys-and-joins.ts";
import { messageSeams } from "./messages.ts";
import { sharedCodeOf } from "./shared-code.ts";
import { tablesOf } from "./tables.ts";
import { transactionCuts } from "./transactions.ts";

/** Everything that lies between the contexts of a landscape, each thing once. */
export function borderOf(landscape: Landscape): Border {
  const calls = borderCalls(landscape);
  return {
    calls,
    sharedCode: sharedCodeOf(landscape),
    tables: tablesOf(landscape),
    foreignKeys: foreignKeyCuts(landscape),
    joins: joinCuts(landscape),
    transactions: transactionCuts(landscape),
    inheritance: inheritanceCuts(landscape),
    coChanges: coChangeCuts(landscape),
    cycles: cyclesOf(calls),
    messages: messageSeams(landscape),
  };
}
