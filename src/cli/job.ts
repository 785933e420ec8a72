import type { CachePlace } from "../cache/open-cache.ts";
import type { Level } from "../model/context.ts";
import type { Decisions } from "../model/decision.ts";
import type { Settings } from "../model/settings.ts";
import type { Lang } from "../reporters/copy.ts";
import type { DiagramFormat } from "../reporters/diagram/render-diagram.ts";
import type { ColourLevel } from "../reporters/terminal/paint.ts";
import type { ExitCode } from "./exit-codes.ts";

/** Where the report comes from: a folder to be analysed, or an earlier result. */
export type Source =
  | {
      readonly kind: "repository";
      readonly root: string;
      readonly settings: Settings;
      readonly decisions: Decisions;
      /** Where to keep what was read, and whose it is; null to keep nothing. */
      readonly cache: CachePlace | null;
    }
  | {
      readonly kind: "analysis";
      readonly file: string;
      /** It was not named but found: people should know what they are told about. */
      readonly found?: boolean;
    };

/** How the screen looks that the text is for. */
export interface Screen {
  readonly width: number;
  readonly colour: ColourLevel;
  readonly lang: Lang;
  /** The language that the page opens in: the one that was asked for, never the machine's. */
  readonly pageLang: Lang;
}

/** What is to be said about the report. */
export type Speech =
  | {
      readonly kind: "results";
      readonly page: string | null;
      readonly analysis: string | null;
      readonly summary: boolean;
    }
  | { readonly kind: "json" }
  | { readonly kind: "list"; readonly table: string; readonly json: boolean }
  | { readonly kind: "plan"; readonly context: string | null; readonly json: boolean }
  | { readonly kind: "score"; readonly reference: string; readonly json: boolean }
  | { readonly kind: "compare"; readonly after: string; readonly json: boolean }
  | {
      readonly kind: "export";
      readonly format: DiagramFormat;
      /** The level that was asked for; null for the one of the report. */
      readonly level: Level | null;
      /** The context to look into; null for all contexts of the level. */
      readonly context: string | null;
      readonly all: boolean;
    }
  | { readonly kind: "explain"; readonly asked: readonly string[]; readonly json: boolean };

/** Everything that the worker needs to know. Plain data: it crosses a thread. */
export interface Job {
  readonly source: Source;
  readonly speeches: readonly Speech[];
  readonly screen: Screen;
  readonly verbose: boolean;
}

/** The texts that a run may produce. */
export type DocumentName = "stdout" | "analysis" | "page";

/** What the worker tells while it works. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly phase: string; readonly done: number; readonly total: number }
  | { readonly kind: "child"; readonly pid: number; readonly running: boolean }
  | { readonly kind: "piece"; readonly document: DocumentName; readonly bytes: Uint8Array }
  | { readonly kind: "note"; readonly text: string }
  | {
      readonly kind: "failed";
      readonly exitCode: ExitCode;
      readonly message: string;
      readonly stack: string;
    };
