const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What terminals send for keys that write nothing; xterm, rxvt, Linux console and tmux differ a little. */
const SEQUENCES: ReadonlyMap<string, string> = new Map([
  ["[A", "up"],
  ["OA", "up"],
  ["[B", "down"],
  ["OB", "down"],
  ["[C", "right"],
  ["OC", "right"],
  ["[D", "left"],
  ["OD", "left"],
  ["[H", "home"],
  ["OH", "home"],
  ["[1~", "home"],
  ["[7~", "home"],
  ["[F", "end"],
  ["OF", "end"],
  ["[4~", "end"],
  ["[8~", "end"],
  ["[5~", "pageup"],
  ["[6~", "pagedown"],
  ["[3~", "delete"],
  ["[Z", "shift-tab"],
]);

const CONTROLS: ReadonlyMap<string, string> = new Map([
  ["\r", "enter"],
  ["\n", "enter"],
  ["\r\n", "enter"],
  ["\t", "tab"],
  ["\u001b", "escape"],
  ["\u007f", "backspace"],
  ["\b", "backspace"],
  [" ", "space"],
]);

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
const SEQUENCE = /\u001b(?:\[[0-?]*[ -/]*[@-~]|O[@-~])/g;

/**
 * The keys in a piece of terminal input, one name each: a burst of typing arrives as one piece. A key that writes is
 * its own character (`j`, `결`), others have names (`up`, `ctrl-r`); sequences that nobody knows are no keys.
 */
export function readKeys(input: string): string[] {
  const keys: string[] = [];
  let at = 0;
  for (const match of input.matchAll(SEQUENCE)) {
    keys.push(...plainKeys(input.slice(at, match.index)));
    const known = SEQUENCES.get(match[0].slice(1));
    if (known !== undefined) keys.push(known);
    at = match.index + match[0].length;
  }
  return [...keys, ...plainKeys(input.slice(at))];
}

function plainKeys(text: string): string[] {
  return [...graphemes.segment(text)].flatMap(({ segment }) => {
    const named = CONTROLS.get(segment);
    if (named !== undefined) return [named];
    const code = segment.charCodeAt(0);
    if (code < 0x20) return [`ctrl-${String.fromCharCode(code + 0x60)}`];
    return [segment];
  });
}
