import { cpSync } from "node:fs";
import { join } from "node:path";
import { BOOKSHOP, emptyFolder } from "../cli/run-cli.ts";
import { buildHistory } from "../golden/build-history.ts";

/** The bookshop with its history, and so many copies of it that a run takes a while. */
export function largeShop(copies = 40): string {
  const folder = buildHistory(BOOKSHOP, join(emptyFolder(), "bookshop"));
  for (let copy = 0; copy < copies; copy++) {
    cpSync(join(BOOKSHOP, "app/src"), join(folder, `src/shop${copy}`), { recursive: true });
  }
  return folder;
}
