import vm from "node:vm";

let job: () => unknown = () => undefined;
let context: vm.Context | null = null;
const run = new vm.Script("run()");

/** Runs `work`; throws DeadlineError when it takes longer. V8 stops whatever runs, so no input can hang the analysis. */
export function withDeadline<Result>(milliseconds: number, work: () => Result): Result {
  context ??= vm.createContext({ run: () => job() });
  job = work;
  try {
    return run.runInContext(context, { timeout: milliseconds }) as Result;
  } catch (error) {
    if (error instanceof Error && (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new DeadlineError(milliseconds);
    }
    throw error;
  }
}

export class DeadlineError extends Error {
  constructor(milliseconds: number) {
    super(`longer than ${milliseconds} ms`);
  }
}
