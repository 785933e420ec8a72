import { Dice } from "./dice.ts";
import { FAMILIES } from "./families/index.ts";
import type { Family, Input } from "./family.ts";
import { inheritedByAll } from "./prototypes.ts";
import { PulseWriter } from "./pulse.ts";
import { shrink } from "./shrink.ts";

/** What a thread is asked to try. */
export interface Task {
  readonly family: string;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** The file that says how far it is. */
  readonly pulse: string;
  /** When to stop, by `Date.now()`. */
  readonly until?: number | undefined;
}

export interface Found {
  readonly kind: "found";
  readonly family: string;
  readonly index: number;
  readonly problem: string;
  readonly input: Input;
}
export type Told =
  | Found
  | { readonly kind: "ended"; readonly problem: string | null }
  | { readonly kind: "tried"; readonly inputs: number; readonly slowest: number };

export function familyOf(name: string): Family {
  const family = FAMILIES.find((one) => one.name === name);
  if (family === undefined)
    throw new Error(`there is no family ${name}; there are ${FAMILIES.map((one) => one.name).join(", ")}`);
  return family;
}

/** Tries the cases of a task one after another, and tells what does not hold. */
export async function runCases(task: Task, tell: (told: Told) => void): Promise<void> {
  const family = familyOf(task.family);
  const pulse = new PulseWriter(task.pulse);
  await family.prepare?.();
  for (let index = task.from; index < task.to; index++) {
    pulse.write(index);
    const input = family.make(Dice.of(task.seed, family.name, index), index);
    const { problem, milliseconds } = await attempt(family, input);
    tell({ kind: "tried", inputs: family.weigh?.(input) ?? 1, slowest: milliseconds });
    if (problem === null) continue;
    const smaller = family.isSmall
      ? input
      : await shrink(input, async (candidate) => {
          pulse.write(index);
          return samePlace((await attempt(family, candidate)).problem, problem);
        });
    tell({ kind: "found", family: family.name, index, problem, input: smaller });
  }
  pulse.close();
}

/** What is wrong with one input; a slow one is tried again, because the machine may have been busy. */
export async function attempt(
  family: Family,
  input: Input,
): Promise<{ readonly problem: string | null; readonly milliseconds: number }> {
  const first = await once(family, input);
  if (first.problem !== null || first.milliseconds <= family.budget) return first;
  const second = await once(family, input);
  const milliseconds = Math.min(first.milliseconds, second.milliseconds);
  if (second.problem !== null || milliseconds <= family.budget) return second;
  return { problem: `slow: ${Math.round(milliseconds)} ms`, milliseconds };
}

async function once(family: Family, input: Input): Promise<{ problem: string | null; milliseconds: number }> {
  const before = inheritedByAll();
  const start = process.cpuUsage();
  let problem: string | null = null;
  try {
    await family.check(input);
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}`;
  }
  const { user, system } = process.cpuUsage(start);
  if (problem === null && inheritedByAll() !== before) problem = "what every object inherits was changed";
  return { problem, milliseconds: (user + system) / 1000 };
}

/** Numbers and places in bundles differ; the message and the functions on the way are what counts. */
function samePlace(problem: string | null, other: string): boolean {
  const key = (text: string): string =>
    text
      .replace(/\(?file:.*|\d+/g, "")
      .split("\n")
      .slice(0, 3)
      .join("\n");
  return problem !== null && key(problem) === key(other);
}
