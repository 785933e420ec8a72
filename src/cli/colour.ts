import type { ColourLevel } from "../reporters/terminal/paint.ts";

/** --no-color, then FORCE_COLOR, then NO_COLOR, then what the terminal says of itself. */
export function colourLevel(wanted: boolean, env: NodeJS.ProcessEnv, isTerminal: boolean): ColourLevel {
  if (!wanted) return 0;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced === "0" || forced === "false" ? 0 : 1;
  if ((env.NO_COLOR ?? "") !== "" || env.TERM === "dumb") return 0;
  return isTerminal ? 1 : 0;
}
