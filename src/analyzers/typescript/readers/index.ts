import type { Reader } from "../project.ts";

/** Every library idiom that is read, in the order of their names. Adding one is a file and a line here. */
export const READERS: readonly Reader[] = [];
