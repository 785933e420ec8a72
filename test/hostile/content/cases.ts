import type { ContentCase } from "./case.ts";
import { CONFIGURATION_CASES } from "./configuration.ts";
import { DATA_CASES } from "./data.ts";
import { FILE_CASES } from "./files.ts";
import { SOURCE_CASES } from "./source.ts";

/** Everything known that the files of a repository can try. */
export const CONTENT_CASES: readonly ContentCase[] = [
  ...FILE_CASES,
  ...SOURCE_CASES,
  ...CONFIGURATION_CASES,
  ...DATA_CASES,
];
