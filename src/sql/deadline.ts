import vm from "node:vm";

const nothing = (): unknown => undefined;
let job = nothing;
let context: vm.Context | null = null;
const run = new vm.Script("run()");

const TIMEOUT = "ERR_SCRIPT_EXECUTION_TIMEOUT";

/**
 * Runs work of ours and throws DeadlineError when it takes longer: V8 stops whatever runs inside a context, WebAssembly
 * too, so no input can hang a parser. Arming it costs 0.06 ms. Every parser of somebody else's text shares it.
 */
export function withDeadline<Result>(milliseconds: number, work: () => Result): Result {
  context ??= vm.createContext({ run: () => job() });
  job = work;
  try {
    return run.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    // Made inside the context, it is no instance of our Error.
    if ((error as { code?: unknown } | null)?.code === TIMEOUT) throw new DeadlineError(milliseconds);
    throw error;
  } finally {
    // What the work leans on is not held any longer than it takes.
    job = nothing;
  }
}

/** Less work than this share of its time, and it was others who used the processor. */
const OWN_SHARE = 0.8;
/** On the busiest machine, work may take so many times as long. */
const MOST_PATIENCE = 10;

/**
 * The same for work that can be begun again, or goes on where it was: on a busy machine it is, with more time. What is
 * found must not depend on what else a machine has to do.
 */
export function withPatientDeadline<Result>(milliseconds: number, work: () => Result): Result {
  const start = workedMilliseconds();
  try {
    return withDeadline(milliseconds, work);
  } catch (error) {
    const worked = workedMilliseconds() - start;
    if (!(error instanceof DeadlineError) || worked > OWN_SHARE * milliseconds) throw error;
    const patience = Math.min(MOST_PATIENCE, (1.5 * milliseconds) / worked);
    return withDeadline(Math.ceil(milliseconds * patience), work);
  }
}

/** The work of all threads so far: no less than that of the thread that asks. */
export function workedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export class DeadlineError extends Error {
  constructor(milliseconds: number) {
    super(`longer than ${milliseconds} ms`);
  }
}
