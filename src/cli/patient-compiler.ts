import { setFlagsFromString } from "node:v8";

/** The newest Node whose V8 was seen to know the flag; V8 complains aloud of a flag that it does not know. */
const NEWEST_KNOWN = 24;
/** Bytes of bytecode that a function runs before it is looked at; V8's own 132 kB are meant for pages that stay open. */
const BUDGET = 1_000_000;

/**
 * Lets V8 wait before it optimises a function. A run of some seconds goes through much code a few times: optimised as
 * early as V8 likes to, compiling took a quarter of all processor time, much of it for functions that were done.
 */
export function compilePatiently(): void {
  if (Number(process.versions.node.split(".")[0]) <= NEWEST_KNOWN)
    setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
