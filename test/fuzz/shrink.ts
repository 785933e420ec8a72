import type { Input } from "./family.ts";

const LONGEST_MS = 20_000;

/** A smaller input for which the same still does not hold: whole texts go first, then ever smaller pieces of them. */
export async function shrink(input: Input, fails: (candidate: Input) => Promise<boolean>): Promise<Input> {
  const end = Date.now() + LONGEST_MS;
  let smallest = input;
  const offer = async (candidate: Input): Promise<boolean> => {
    if (Date.now() > end || !(await fails(candidate))) return false;
    smallest = candidate;
    return true;
  };
  for (const name of Object.keys(input)) {
    const { [name]: _gone, ...others } = smallest;
    await offer(others);
  }
  for (const name of Object.keys(smallest)) {
    for (let size = (smallest[name] ?? "").length >> 1; size >= 1; size >>= 1) {
      for (let at = 0; at < (smallest[name] ?? "").length; ) {
        const text = smallest[name] ?? "";
        if (!(await offer({ ...smallest, [name]: text.slice(0, at) + text.slice(at + size) }))) at += size;
        if (Date.now() > end) return smallest;
      }
    }
  }
  return smallest;
}
