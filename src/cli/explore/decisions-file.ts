import { lstatSync, readFileSync } from "node:fs";
import type { Decisions } from "../../model/decision.ts";
import { decisionsText } from "../../workshop/decisions-text.ts";
import { readDecisions } from "../../workshop/read-decisions.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { beginFile, placeTogether } from "../output/write-file.ts";

/** Where decisions lie unless the command line or the configuration says otherwise. */
export const DECISIONS_FILE = "monocarve.decisions.yaml";
const LARGEST = 5 * 1024 * 1024;

/** The file that decisions are read from and saved in. */
export interface DecisionsFile {
  readonly decisions: Decisions;
  /** Writes the file anew; fails where somebody else changed it meanwhile. Returns its path. */
  readonly save: (decisions: Decisions) => string;
}

/** Opens a decisions file; one that is not there yet holds none. */
export function openDecisionsFile(path: string, mustExist: boolean): DecisionsFile {
  let known = textOf(path, mustExist);
  const { decisions, problems } = readDecisions(known ?? "");
  const [problem] = problems;
  if (problem !== undefined) throw new Failure(`${path}: ${problem}`, EXIT.usage);
  return {
    decisions,
    save(changed) {
      if (textOf(path, false) !== known) throw new Error(`${path} was changed by somebody else meanwhile`);
      const text = decisionsText(changed);
      replaceFile(path, text);
      known = text;
      return path;
    },
  };
}

function textOf(path: string, mustExist: boolean): string | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    if (mustExist) throw new Failure(`cannot read the decisions in ${path}`, EXIT.usage);
    return null;
  }
  if (!stat.isFile()) throw new Failure(`${path} is no regular file`, EXIT.usage);
  if (stat.size > LARGEST) throw new Failure(`${path} is larger than 5 MB`, EXIT.usage);
  return readFileSync(path, "utf8");
}

/** Written beside its place first: nobody ever finds half of it. */
function replaceFile(path: string, text: string): void {
  const file = beginFile(path, () => {});
  file.write(new TextEncoder().encode(text));
  placeTogether([file]);
}
