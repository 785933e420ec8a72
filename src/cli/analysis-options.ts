import { type Command, InvalidArgumentError, Option } from "commander";
import type { Level } from "../model/context.ts";
import type { Lang } from "../reporters/copy.ts";

/** What the command line says about an analysis; what it does not say is absent. */
export interface AnalysisOptions {
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly package?: readonly string[];
  readonly precise?: boolean;
  readonly fast?: boolean;
  readonly since?: string;
  readonly history?: boolean;
  readonly authors?: boolean;
  readonly contexts?: number;
  readonly folders?: boolean;
  readonly level?: Level;
  readonly decisions?: string;
  readonly seed?: number;
  readonly config?: string;
  /** A folder, or false for none. */
  readonly cache?: string | false;
  readonly lang?: Lang;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
}

const LEVELS: readonly Level[] = ["macro", "meso", "micro"];

/** Adds the options that say what is read and how it is grouped. */
export function withAnalysisOptions(command: Command): Command {
  return command
    .optionsGroup("What is read")
    .addOption(repeatable("--include <glob>", "also read what would be left out (repeatable)"))
    .addOption(repeatable("--exclude <glob>", "leave out what matches (repeatable)"))
    .addOption(repeatable("--package <name>", "packages of a monorepo, by name or folder (repeatable)"))
    .addOption(new Option("--precise", "ask the type checker about every open call").conflicts("fast"))
    .option("--fast", "never ask the type checker")
    .addOption(new Option("--since <day>", "first day of the window for churn, YYYY-MM-DD").argParser(day))
    .option("--no-history", "leave the git history out")
    .option("--authors", "show names of authors instead of numbers")
    .addOption(
      new Option(
        "--cache <folder>",
        "keep what was read in monocarve-cache/ in this folder (default: your cache folder)",
      ),
    )
    .option("--no-cache", "neither keep anything nor use what was kept")
    .optionsGroup("How it is grouped")
    .addOption(new Option("--contexts <n>", "how many small contexts to aim for").argParser(positive))
    .addOption(new Option("--level <level>", "the level to show first").choices(LEVELS))
    .option("--no-folders", "group as if all files lay in one folder")
    .option("--decisions <file>", "what people decided: pinned, merged, renamed, ignored")
    .addOption(new Option("--seed <n>", "another seed for everything drawn by lot").argParser(whole))
    .option("--config <file>", "settings, instead of monocarve.config.json in this folder");
}

/** Adds the options that say how the result is told. */
export function withScreenOptions(command: Command): Command {
  return command
    .optionsGroup("How it is told")
    .addOption(new Option("--lang <language>", "language of the text").choices(["en", "ko"]))
    .option("-q, --quiet", "no progress, nothing but results")
    .option("-v, --verbose", "how long each phase took; where an error came from")
    .option("--no-color", "no colours (also: NO_COLOR=1)");
}

function repeatable(flags: string, description: string): Option {
  const collect = (value: string, earlier: readonly string[] | undefined): string[] => [
    ...(earlier ?? []),
    value,
  ];
  return new Option(flags, description).argParser(collect);
}

/** A real day, written so that it sorts. */
export function day(text: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (parsed !== null && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text))
    return text;
  throw new InvalidArgumentError("Give a day as YYYY-MM-DD.");
}

function positive(text: string): number {
  const number = whole(text);
  if (number < 1) throw new InvalidArgumentError("Give a number from 1.");
  return number;
}

function whole(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Give a whole number.");
  return Number(text);
}
