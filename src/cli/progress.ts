import { grouped } from "../reporters/copy/counted.ts";
import { shorten } from "../reporters/terminal/fit.ts";

/** How often a plain line is written where no live line can be. */
const PLAIN_MS = 3000;
const LIVE_MS = 80;

/** Says on stderr how far the work has come. */
export interface ProgressLine {
  readonly show: (phase: string, done: number, total: number) => void;
  /** Takes the live line away, so that something else can be printed. */
  readonly clear: () => void;
}

export interface ProgressStyle {
  readonly silent: boolean;
  readonly live: boolean;
}

const SILENT: ProgressLine = { show: () => {}, clear: () => {} };

/** A live line on a terminal, a plain line every few seconds elsewhere, nothing where nobody looks. */
export function progressLine(style: ProgressStyle, stream: NodeJS.WriteStream): ProgressLine {
  if (style.silent) return SILENT;
  return style.live ? liveLine(stream) : plainLines(stream);
}

/** Silent when asked to be, and in continuous integration; live only where a line can be taken back. */
export function progressStyle(
  quiet: boolean,
  env: NodeJS.ProcessEnv,
  stream: NodeJS.WriteStream,
): ProgressStyle {
  const automated = (env.CI ?? "") !== "" && env.CI !== "false";
  return { silent: quiet || automated, live: stream.isTTY === true && env.TERM !== "dumb" };
}

function liveLine(stream: NodeJS.WriteStream): ProgressLine {
  let last = 0;
  let shown = false;
  let phaseShown = "";
  return {
    show(phase, done, total) {
      const now = Date.now();
      if (phase === phaseShown && now - last < LIVE_MS) return;
      last = now;
      phaseShown = phase;
      shown = true;
      stream.write(`\r\u001b[2K${shorten(worded(phase, done, total), (stream.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) stream.write("\r\u001b[2K");
      shown = false;
    },
  };
}

function plainLines(stream: NodeJS.WriteStream): ProgressLine {
  let last = Date.now();
  return {
    show(phase, done, total) {
      const now = Date.now();
      if (now - last < PLAIN_MS) return;
      last = now;
      stream.write(`${worded(phase, done, total)}\n`);
    },
    clear: () => {},
  };
}

function worded(phase: string, done: number, total: number): string {
  const count = total > 0 ? `  ${grouped(done)} / ${grouped(total)}` : done > 0 ? `  ${grouped(done)}` : "";
  return `monocarve  ${phase}${count}`;
}
