import { EXIT } from "./exit-codes.ts";

const CODES = { SIGINT: EXIT.interrupted, SIGTERM: EXIT.terminated, SIGHUP: 129 } as const;
type Signal = keyof typeof CODES;

/** After this, nothing is waited for any more. */
const PATIENCE_MS = 500;

interface Cleanup {
  readonly tidy: () => void | Promise<void>;
  /** What is done of it where `tidy` takes too long. */
  readonly atLast: () => void;
}

const cleanups = new Set<Cleanup>();
let ending = false;

/** Registers what is to be tidied when a signal ends the run; returns how to take it back. */
export function onSignal(tidy: Cleanup["tidy"], atLast: Cleanup["atLast"] = () => {}): () => void {
  const cleanup = { tidy, atLast };
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}

/** From now on Ctrl-C and its relatives tidy up and end the process with 128 + the number of the signal. */
export function listenToSignals(): void {
  for (const signal of Object.keys(CODES) as Signal[]) process.on(signal, () => void end(signal));
}

async function end(signal: Signal): Promise<void> {
  if (ending) return;
  ending = true;
  // A thread that waits for a program cannot be stopped: then the process ends as if nobody had listened.
  setTimeout(() => {
    for (const { atLast } of cleanups) atLast();
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }, PATIENCE_MS);
  await Promise.allSettled([...cleanups].map(({ tidy }) => tidy()));
  process.exit(CODES[signal]);
}
