import { readFileSync } from "node:fs";

/** Processor time that a program had used when it was last looked at. */
export type Activity = string | null;

/**
 * Does a silent program work, or does it wait for something that may never come? It works when it runs, waits for a
 * disk, or used the processor since `before`. Only Linux tells; elsewhere silence counts as waiting.
 */
export function isWorking(
  id: number | undefined,
  before: Activity,
): { readonly working: boolean; readonly now: Activity } {
  const status = statusOf(id);
  if (status === null) return { working: false, now: null };
  const [state, used] = status;
  return { working: state === "R" || state === "D" || (before !== null && before !== used), now: used };
}

function statusOf(id: number | undefined): readonly [state: string, used: string] | null {
  try {
    const text = readFileSync(`/proc/${id}/stat`, "utf8");
    // The name may hold anything, also spaces and brackets; what follows its last bracket may not.
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return [fields[0] ?? "", `${fields[11]} ${fields[12]}`];
  } catch {
    return null;
  }
}
