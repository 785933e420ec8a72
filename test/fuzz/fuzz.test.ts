import { afterAll, expect, test } from "vitest";
import { FAMILIES, fuzz, Threads } from "./fuzz.ts";

/** Always the same here; `npm run fuzz` takes a fresh one. */
const SEED = 20_260_728;

const threads = new Threads();
afterAll(() => threads.close());

test.each(FAMILIES.map(({ name, small }) => [name, small] as const))(
  "%s: no crash, no hang, nothing that does not hold",
  async (family, inputs) => {
    const round = await fuzz(threads, { family, seed: SEED, inputs });
    const told = round.findings.map(
      ({ file, index, problem }) => `seed ${SEED}, case ${index}, saved as ${file}\n${problem}`,
    );
    expect(told).toEqual([]);
    expect(round.inputs).toBeGreaterThanOrEqual(inputs);
  },
  600_000,
);
