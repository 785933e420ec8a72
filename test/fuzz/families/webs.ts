import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { analyze } from "../../../src/pipeline.ts";
import { type Family, Finding, hold } from "../family.ts";
import { inputRepository } from "../input-repository.ts";
import { SHAPES, type Shape, WEBS, type Web, weave } from "../webs.ts";

/** Twice as many files may take four times as long (and a bit more by chance), not eight times. */
const STEEPEST = 6;
const NOTICEABLE_MS = 300;
const FILES = [100, 200, 400, 800, 1600];
/** So few and so small files that take longer than this are as good as a hang. */
const LONGEST_MS = 15_000;
/** Where so much time went without a steep step, the next one would tell nothing new. */
const ENOUGH_MS = 2500;

const cases = Object.keys(WEBS).flatMap((web) => Object.keys(SHAPES).map((shape) => ({ web, shape })));

/** Many small files that lean on each other, through the whole pipeline: the time may not explode with their number. */
export const webs: Family = {
  name: "webs",
  full: cases.length,
  small: 3,
  isSmall: true,
  budget: 40_000,
  cases: () => cases.length,
  // Neighbours take equally long, so the first cases are taken from everywhere.
  make: (_dice, index) => cases[(index * 13) % cases.length] as { web: string; shape: string },
  check: async ({ web = "", shape = "" }) => {
    let [before, spent] = [Number.POSITIVE_INFINITY, 0];
    await milliseconds(web as Web, shape as Shape, 10);
    for (const files of FILES) {
      const now = await milliseconds(web as Web, shape as Shape, files);
      if (now > LONGEST_MS) throw new Finding(`${files} files take ${Math.round(now)} ms`);
      if (now > NOTICEABLE_MS && now > STEEPEST * before) {
        const again = await milliseconds(web as Web, shape as Shape, files);
        const half = await milliseconds(web as Web, shape as Shape, files / 2);
        const steep = `steep: ${files / 2} files take ${Math.round(half)} ms, twice as many ${Math.round(again)}`;
        hold(again <= STEEPEST * Math.min(half, before), steep);
      }
      before = now;
      spent += now;
      if (spent > ENOUGH_MS) return;
    }
  },
};

async function milliseconds(web: Web, shape: Shape, files: number): Promise<number> {
  const repository = inputRepository(weave(web, shape, files));
  const start = process.cpuUsage();
  const { completeness } = await analyze(repository, { ...DEFAULT_SETTINGS, history: false }, () => {});
  const { user, system } = process.cpuUsage(start);
  hold(completeness.seen === files, `${completeness.seen} of ${files} files were seen`);
  return (user + system) / 1000;
}
