import type { FileIr } from "../../../ir.ts";

const FOLDER = /(?:^|\/)migrations?(?:\/|$)/i;
const NAME = /(?:^|\/)\d{8,}[-_.]?\w*[^/]*\.[cm]?[jt]s$|(?:^|\/)\d{4}[-_.]?\d\d[-_.]?\d\d[^/]*\.[cm]?[jt]s$/;

const known = new WeakMap<FileIr, boolean>();

/** Is this file a migration: named by its time, or in a folder of migrations, and with an `up`? */
export function isMigration(file: FileIr): boolean {
  let is = known.get(file);
  if (is === undefined) {
    is = (FOLDER.test(file.path) || NAME.test(file.path)) && hasUp(file);
    known.set(file, is);
  }
  return is;
}

function hasUp(file: FileIr): boolean {
  return file.exports.has("up") || file.functions.some(({ name }) => name === "up" || name.endsWith(".up"));
}
