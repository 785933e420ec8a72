/** Tells whether a name (without slashes) matches. */
export type NameTest = (name: string) => boolean;

/**
 * Compiles one segment of a glob as git understands it: `*`, `?`, `[a-z]`, `[!a]`, `[[:digit:]]` and backslashes. Takes
 * time proportional to the length of pattern times name at most: a stranger's pattern must not be able to take for
 * ever, as it can where globs become regular expressions. Null where git takes the pattern for broken.
 */
export function compileSegment(glob: string): NameTest | null {
  if (!/[*?[\\]/.test(glob)) return (name) => name === glob;
  const suffix = /^\*([^*?[\\]*)$/.exec(glob)?.[1];
  if (suffix !== undefined) return (name) => name.endsWith(suffix);
  const tokens = tokenize(glob);
  return tokens === null ? null : (name) => matches(tokens, name);
}

/** Cuts a glob at its slashes; one inside a class is a member of it, and one after a backslash is a slash. */
export function splitGlob(glob: string): string[] {
  const segments = [""];
  for (let at = 0; at < glob.length; at++) {
    const end = glob[at] === "[" ? endOfClass(glob, at + 1) : -1;
    if (end !== -1) {
      segments.push((segments.pop() ?? "") + glob.slice(at, end + 1));
      at = end;
    } else if (glob[at] === "/") {
      segments.push("");
    } else if (glob[at] !== "\\") {
      segments.push((segments.pop() ?? "") + glob[at]);
    } else if (glob[at + 1] !== "/") {
      segments.push((segments.pop() ?? "") + glob.slice(at, at + 2));
      at++;
    }
  }
  return segments;
}

type Token = "star" | ((character: string) => boolean);

function tokenize(glob: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < glob.length; ) {
    const read = readToken(glob, at);
    if (read === null) return null;
    if (read.token !== "star" || tokens.at(-1) !== "star") tokens.push(read.token);
    at = read.next;
  }
  return tokens;
}

function readToken(glob: string, at: number): { readonly token: Token; readonly next: number } | null {
  if (glob[at] === "*") return { token: "star", next: at + 1 };
  if (glob[at] === "?") return { token: () => true, next: at + 1 };
  if (glob[at] === "[") {
    const end = endOfClass(glob, at + 1);
    return end === -1 ? null : { token: classOf(glob.slice(at + 1, end)), next: end + 1 };
  }
  const place = glob[at] === "\\" ? at + 1 : at;
  const literal = glob[place];
  return literal === undefined ? null : { token: (one) => one === literal, next: place + 1 };
}

/** Only the last star is ever tried again: what earlier ones could take instead, it can take as well. */
function matches(tokens: readonly Token[], name: string): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let from = 0;
  while (at < name.length) {
    const expected = tokens[token];
    if (expected === "star") {
      star = token++;
      from = at;
    } else if (expected?.(name[at] as string)) {
      token++;
      at++;
    } else if (star !== -1) {
      token = star + 1;
      at = ++from;
    } else return false;
  }
  while (tokens[token] === "star") token++;
  return token === tokens.length;
}

/** The place of the bracket that closes a class; one that stands first belongs to the class. */
function endOfClass(glob: string, start: number): number {
  let at = start;
  if (glob[at] === "!" || glob[at] === "^") at++;
  if (glob[at] === "]") at++;
  while (at < glob.length && glob[at] !== "]") {
    if (glob[at] === "\\") at++;
    const named = glob.startsWith("[:", at) ? glob.indexOf(":]", at + 2) : -1;
    at = named === -1 ? at + 1 : named + 2;
  }
  return at < glob.length ? at : -1;
}

const NAMED: ReadonlyMap<string, RegExp> = new Map([
  ["alnum", /[A-Za-z0-9]/],
  ["alpha", /[A-Za-z]/],
  ["blank", /[ \t]/],
  ["digit", /[0-9]/],
  ["lower", /[a-z]/],
  ["punct", /[!-/:-@[-`{-~]/],
  ["space", /\s/],
  ["upper", /[A-Z]/],
  ["xdigit", /[0-9A-Fa-f]/],
]);

function classOf(body: string): (character: string) => boolean {
  const negated = body[0] === "!" || body[0] === "^";
  const members: ((character: string) => boolean)[] = [];
  for (let at = negated ? 1 : 0; at < body.length; ) {
    const named = /^\[:(\w+):\]/.exec(body.slice(at, at + 12));
    const { member, next } =
      named === null
        ? rangeAt(body, at)
        : { member: isNamed(named[1] as string), next: at + named[0].length };
    members.push(member);
    at = next;
  }
  return (character) => members.some((member) => member(character)) !== negated;
}

function isNamed(name: string): (character: string) => boolean {
  return (character) => NAMED.get(name)?.test(character) ?? false;
}

/** `a`, `a-z` or `\]`. */
function rangeAt(body: string, at: number): { member: (character: string) => boolean; next: number } {
  const first = body[at] === "\\" ? at + 1 : at;
  const low = body[first] ?? "";
  if (body[first + 1] !== "-" || first + 2 >= body.length) {
    return { member: (character) => character === low, next: first + 1 };
  }
  const last = body[first + 2] === "\\" ? first + 3 : first + 2;
  const high = body[last] ?? "";
  return { member: (character) => character >= low && character <= high, next: last + 1 };
}
