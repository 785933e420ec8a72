import fc from "fast-check";
import { parseConfiguration } from "../../../src/cli/configuration/parse-configuration.ts";
import { Failure } from "../../../src/cli/exit-codes.ts";
import { settingsFrom } from "../../../src/cli/settings.ts";
import type { Report } from "../../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { analyze } from "../../../src/pipeline.ts";
import { readReference, UnreadableReference } from "../../../src/quality/reference.ts";
import { applyDecisions } from "../../../src/workshop/apply-decisions.ts";
import { decisionsText } from "../../../src/workshop/decisions-text.ts";
import { readDecisions } from "../../../src/workshop/read-decisions.ts";
import { fixtures } from "../corpus.ts";
import { type Family, hold } from "../family.ts";
import { inputRepository } from "../input-repository.ts";
import { mutate } from "../mutate.ts";

export const YAML_TOKENS =
  "- ? : , [ ] { } & * ! | > % @ ` \" ' # --- ... << !!js/function !!binary &a *a ~ null true 1 0x 1e999 version decisions pin to merge split into rename must-link cannot-link shared ignore note by because __proto__ constructor macro/orders src/orders \n \t \0".split(
    " ",
  );

const DECISIONS = [
  `version: 1
decisions:
  - pin: [src/ordering/cart.ts, "table:orders"]
    to: Ordering
    by: Ada
    because: "the cart is theirs"
  - merge: [Payment, Shipping]
    to: Fulfilment
  - rename: Catalog
    to: "Books: all"
`,
  `version: 1
decisions:
  - split: macro/catalog
    into:
      authors: [src/catalog/author.entity.ts]
      __proto__: [src/catalog/book.entity.ts]
  - must-link: [src/shared/money.ts, src/ordering]
  - cannot-link: [src/payment, src/shipping]
  - shared: src/shared
  - ignore: [src/main.ts]
  - note: Ordering
    because: |
      several
      lines
`,
];

let report: Report | null = null;

/** Decisions in YAML, read and then applied to a real result. */
export const decisions: Family = {
  name: "decisions",
  full: 2000,
  small: 60,
  budget: 2500,
  make: (dice) => ({
    "monocarve.decisions.yaml": mutate(dice.pick(DECISIONS), dice, {
      tokens: YAML_TOKENS,
      donors: DECISIONS,
    }),
  }),
  check: async (input) => {
    const read = readDecisions(input["monocarve.decisions.yaml"] ?? "");
    hold(
      read.problems.every((problem) => /^(?:line \d+: .|the file is larger|and more$)/.test(problem)),
      `said: ${read.problems[0]}`,
    );
    hold(
      JSON.stringify(readDecisions(decisionsText(read.decisions)).problems) === "[]",
      "written, it cannot be read",
    );
    if (read.decisions.length === 0) return;
    report ??= await bookshop();
    const { grouping, diagnostics } = applyDecisions(report, read.decisions);
    const known = new Set(grouping.contexts.map(({ id }) => id));
    for (const { node, macro, micro } of grouping.memberships)
      hold(known.has(macro) && known.has(micro), `${node} is in a context that is not there`);
    hold(
      diagnostics.every(({ message }) => message !== ""),
      "a diagnostic says nothing",
    );
  },
};

async function bookshop(): Promise<Report> {
  const group = fixtures().find((one) => "src/catalog/catalog.module.ts" in one) ?? {};
  return analyze(inputRepository(group), { ...DEFAULT_SETTINGS, history: false }, () => {});
}

const CONFIGURATION = `{
  // what the team agreed on
  "include": ["src/**"], "exclude": ["**/*.gen.ts"], "packages": ["@shop/api"], "resolution": "fast",
  "since": "2024-01-01", "history": true, "authors": false, "contexts": 12, "level": "meso", "folders": true,
  "weights": { "calls": 2, "co-change": 0 }, "plan": { "strategy": "risk", "criteria": { "size": 1 }, "roadmap": { "macro/orders": 3 }, "halfLifeDays": 90 },
  "seed": 7, "decisions": "monocarve.decisions.yaml", "out": "report", "lang": "ko",
}`;
const AS_YAML = `include: [src/**]
contexts: 12
weights: &w { calls: 2 }
plan:
  roadmap: { macro/orders: 3 }
since: "2024-01-01"
`;

/** Configuration files, as JSON with comments and as YAML: settings come out, or one sentence with file and line. */
export const configuration: Family = {
  name: "configuration",
  full: 2000,
  small: 300,
  budget: 1500,
  make: (dice) => {
    if (dice.chance(0.2)) {
      const [value = null] = fc.sample(fc.jsonValue(), { seed: dice.below(2 ** 31), numRuns: 1 });
      return { "monocarve.config.json": JSON.stringify(value) };
    }
    const json = dice.chance(0.5);
    const donors = [CONFIGURATION, AS_YAML];
    const text = mutate(json ? CONFIGURATION : AS_YAML, dice, { tokens: YAML_TOKENS, donors });
    return { [json ? "monocarve.config.json" : "monocarve.config.yaml"]: text };
  },
  check: (input) => {
    for (const [file, text] of Object.entries(input)) {
      try {
        const settings = settingsFrom(parseConfiguration(text, file), {});
        hold(Number.isInteger(settings.seed) && Array.isArray(settings.include), "the settings are none");
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        hold(new RegExp(`^${file}:\\d+: .`).test(error.message), `said: ${error.message}`);
      }
    }
  },
};

const REFERENCES = [
  "file\tmodule\tconfidence\nsrc/orders.ts\torders\tA\nsrc/money.ts\torders|billing\tD\n",
  '{"orders": ["src/orders.ts"], "billing": ["src/billing.ts", "src/invoice.ts"]}',
  '[{"file": "src/orders.ts", "module": "orders"}, {"unit": "src/a.ts#A", "module": "a|b", "confidence": "S"}]',
  "# who owns what\n/src/orders/ @orders\n*.sql @data\nsrc/**/billing*.ts @billing @money\n?rc/*/*/x @x\n",
];
const GLOBS = '* ** **/ ? / [ ] ( ) + . \\ @team | \t \n # { } " : , ^ $ -'.split(" ");

/** Reference decompositions: CODEOWNERS, tables and JSON. */
export const reference: Family = {
  name: "reference",
  full: 1000,
  small: 150,
  budget: 1500,
  make: (dice) => ({
    reference: mutate(dice.pick(REFERENCES), dice, { tokens: GLOBS, donors: REFERENCES }),
    path: mutate("src/orders/aaaaaaaaaaaaaaaaaaaaaaaaaaaa/billing-of-orders.ts", dice, {
      tokens: ["a", "/", "src/"],
      donors: [""],
    }),
  }),
  check: ({ reference: text = "", path = "" }) => {
    try {
      const { entries, patterns } = readReference(text);
      for (const { matches } of patterns) matches(path);
      hold(
        entries.every(({ target, modules }) => target !== "" && modules.length > 0),
        "an entry says nothing",
      );
    } catch (error) {
      if (!(error instanceof UnreadableReference)) throw error;
    }
  },
};
