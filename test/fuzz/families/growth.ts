import { fixtures, ownSource, quotedStatements } from "../corpus.ts";
import type { Dice } from "../dice.ts";
import { type Family, Finding } from "../family.ts";
import { LANGUAGES, type Language } from "../languages.ts";
import { STRUCTURES } from "../structures.ts";
import { CODE_TOKENS } from "./code.ts";
import { YAML_TOKENS } from "./documents.ts";
import { PRISMA_TOKENS } from "./prisma.ts";
import { SQL_TOKENS } from "./sql.ts";

/** Twice as much text may take four times as long (and a bit more by chance), not eight times. */
const STEEPEST = 6;
const NOTICEABLE_MS = 50;
const LENGTHS = [2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000];
/** A text of 128 kB that takes longer than this is as good as one that hangs: files may be sixteen times as long. */
const LONGEST_MS = 3000;
/** Where so much time went without a steep step, the next one would tell nothing new. */
const ENOUGH_MS = 600;

/** Some piece over and over: the time may not explode with the length. */
export const growth: Family = {
  name: "growth",
  full: 1500,
  small: 15,
  isSmall: true,
  budget: 12_000,
  make: (dice) => {
    const language = dice.pick(Object.keys(LANGUAGES) as Language[]);
    const [begin, piece, end] = dice.chance(0.5) ? fromStructure(language, dice) : fromText(language, dice);
    return { language, begin, piece, end };
  },
  check: async ({ language = "", begin = "", piece = "", end = "" }) => {
    if (piece === "") return;
    const read = LANGUAGES[language as Language];
    const time = (length: number): Promise<number> => {
      const text = begin + piece.repeat(Math.ceil(length / piece.length)) + end;
      return milliseconds(() => read(text));
    };
    await time(200);
    let before = Number.POSITIVE_INFINITY;
    let spent = 0;
    for (const length of LENGTHS) {
      const now = await time(length);
      if (now > LONGEST_MS) throw new Finding(`${length} characters take ${Math.round(now)} ms`);
      if (now > NOTICEABLE_MS && now > STEEPEST * before && (await isSteep(time, length))) {
        throw new Finding(
          `steep: ${length / 2} characters take ${Math.round(before)} ms, twice as many ${Math.round(now)}`,
        );
      }
      before = now;
      spent += now;
      if (spent > ENOUGH_MS) return;
    }
  },
};

/** Measured again, the best of three each: the machine may have been busy. */
async function isSteep(time: (length: number) => Promise<number>, length: number): Promise<boolean> {
  const [short, long] = [[] as number[], [] as number[]];
  for (let times = 0; times < 3; times++) {
    short.push(await time(length / 2));
    long.push(await time(length));
  }
  return Math.min(...long) > NOTICEABLE_MS && Math.min(...long) > STEEPEST * Math.min(...short);
}

async function milliseconds(work: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

type Pieces = readonly [begin: string, piece: string, end: string];

function fromStructure(language: Language, dice: Dice): Pieces {
  const structure = dice.pick(
    STRUCTURES.filter(({ languages }) => languages.includes(language)).concat(STRUCTURES[0] ?? []),
  );
  const { open, middle, close, begin = "", end = "" } = structure;
  const other = dice.pick(tokensOf(language));
  return dice.pick<Pieces>([
    [begin, open, middle + end],
    [begin, open + other, middle + end],
    [begin + middle, close, end],
    [begin, open + middle + close, end],
    [begin, `${open + middle + close}\n`, ""],
    [begin, dice.pick(["\n", " ", "\t", "\r", "a", "9", "é"]), end],
  ]);
}

function fromText(language: Language, dice: Dice): Pieces {
  if (dice.chance(0.5)) {
    const words = Array.from({ length: 1 + dice.below(4) }, () => dice.pick(tokensOf(language)));
    return [
      dice.chance(0.5) ? dice.pick(tokensOf(language)) : "",
      words.join(dice.pick(["", " ", "\n"])),
      "",
    ];
  }
  const text = dice.pick(textsOf(language));
  const start = dice.below(text.length);
  const end = start + 1 + dice.below(dice.chance(0.5) ? 12 : 120);
  return [
    dice.chance(0.5) ? text.slice(0, start) : "",
    text.slice(start, end),
    dice.chance(0.5) ? text.slice(end) : "",
  ];
}

function tokensOf(language: Language): readonly string[] {
  if (/^[tj]sx?$/.test(language)) return CODE_TOKENS;
  if (/sql$|sqlite/.test(language)) return SQL_TOKENS;
  return language === "prisma" ? PRISMA_TOKENS : YAML_TOKENS;
}

const known = new Map<string, readonly string[]>();

function textsOf(language: Language): readonly string[] {
  const kind = /^[tj]sx?$/.test(language)
    ? /\.[jt]sx?$/
    : language === "prisma"
      ? /\.prisma$/
      : /sql/.test(language)
        ? /\.sql$/
        : /json$/;
  const texts = known.get(kind.source);
  if (texts !== undefined) return texts;
  const groups = [...fixtures(), ...(kind.source.includes("[jt]") ? ownSource() : [])];
  const found = groups.flatMap((group) =>
    Object.entries(group).flatMap(([path, text]) => (kind.test(path) && text !== "" ? [text] : [])),
  );
  const all = kind.source.includes("sql") ? [...found, ...quotedStatements()] : found;
  known.set(kind.source, all);
  return all;
}
