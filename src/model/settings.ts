import type { Level } from "./context.ts";
import type { CouplingKind } from "./graph.ts";
import { DEFAULT_PLAN_SETTINGS, type PlanSettings } from "./plan.ts";

/** Everything that changes a result. Printed with every result; the same settings give the same bytes. */
export interface Settings {
  /** Globs of files to read although they would be left out; empty for the default. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Packages of a monorepo, by name or folder; empty to let the tool choose its server side. */
  readonly packages: readonly string[];
  /** How calls are resolved; `auto` asks the type checker on small trees only. */
  readonly resolution: "auto" | "fast" | "precise";
  /** First day of the window for churn, `YYYY-MM-DD`; null for one year before the newest commit. */
  readonly since: string | null;
  readonly history: boolean;
  /** Show the names of authors instead of numbers. */
  readonly authors: boolean;
  /** How many micro contexts to aim for; null to let the tool choose. */
  readonly contexts: number | null;
  /** The level that people look at first. */
  readonly level: Level;
  /** Multiplies how much a kind of coupling counts; 1 where it says nothing, 0 switches it off. */
  readonly weights: Readonly<Partial<Record<CouplingKind, number>>>;
  /** Are folders evidence? Off, units are grouped as if all files lay in one folder. */
  readonly folders: boolean;
  /** How the order of extraction is judged. */
  readonly plan: PlanSettings;
  readonly seed: number;
}

export const DEFAULT_SETTINGS: Settings = {
  include: [],
  exclude: [],
  packages: [],
  resolution: "auto",
  since: null,
  history: true,
  authors: false,
  contexts: null,
  level: "macro",
  weights: {},
  folders: true,
  plan: DEFAULT_PLAN_SETTINGS,
  seed: 1,
};
