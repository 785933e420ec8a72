import { Chalk, type ColorSupportLevel } from "chalk";

/** What a piece of text means; the only place that turns meaning into colour. */
export interface Paint {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly command: (text: string) => string;
}

/** How many colours the terminal has: 0 none, 1 sixteen, 2 many, 3 all. */
export type ColourLevel = ColorSupportLevel;

/** Colours for a terminal; at level 0 the text stays as it is. */
export function paintFor(level: ColourLevel): Paint {
  const chalk = new Chalk({ level });
  return {
    title: (text) => chalk.bold(text),
    heading: (text) => chalk.bold.cyan(text),
    strong: (text) => chalk.bold(text),
    quiet: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.yellow(text),
    command: (text) => chalk.cyan(text),
  };
}
