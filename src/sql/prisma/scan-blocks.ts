import type { PrismaAttribute, PrismaBlock, PrismaField } from "./blocks.ts";

const BLOCK = /^\s*(model|view|type|enum|datasource|generator)\s+([A-Za-z]\w*)\s*\{/;
const FIELD = /^\s*([A-Za-z]\w*)\s+(Unsupported\("[^"]*"\)|[A-Za-z]\w*)(\[\])?(\?)?\s*(.*)$/;
const SETTING = /^\s*(\w+)\s*=\s*(.+)$/;

/** Reads a Prisma schema line by line. It forgives whatever it does not know: for schemas that the parser refuses. */
export function scanBlocks(text: string): PrismaBlock[] {
  const blocks: PrismaBlock[] = [];
  let open: Open | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = withoutComment(raw);
    const begins = BLOCK.exec(line);
    if (begins !== null) {
      if (open !== null) blocks.push(close(open));
      const rest = line.slice(begins[0].length);
      open = {
        kind: begins[1] as PrismaBlock["kind"],
        name: begins[2] as string,
        line: index + 1,
        lines: [[rest, index + 1]],
      };
      if (!/\}\s*$/.test(rest)) continue;
    } else if (open !== null && !/^\s*\}/.test(line)) {
      open.lines.push([line, index + 1]);
      continue;
    }
    if (open !== null) blocks.push(close(open));
    open = null;
  }
  return open === null ? blocks : [...blocks, close(open)];
}

interface Open {
  readonly kind: PrismaBlock["kind"];
  readonly name: string;
  readonly line: number;
  readonly lines: [string, number][];
}

function close({ kind, name, line, lines }: Open): PrismaBlock {
  const fields: PrismaField[] = [];
  const attributes: PrismaAttribute[] = [];
  const settings = new Map<string, string>();
  for (const [text, at] of lines) {
    const setting = kind === "datasource" || kind === "generator" ? SETTING.exec(text) : null;
    if (setting !== null) settings.set(setting[1] as string, unquoted((setting[2] as string).trim()));
    else if (/^\s*@@/.test(text)) attributes.push(...attributesIn(text));
    else {
      const field = kind === "enum" ? null : FIELD.exec(text);
      if (field === null) continue;
      const [, fieldName, type, list, optional, rest] = field as unknown as string[];
      fields.push({
        name: fieldName as string,
        type: type as string,
        list: list !== undefined,
        optional: optional !== undefined,
        line: at,
        attributes: attributesIn(rest as string),
      });
    }
  }
  return { kind, name, line, fields, attributes, settings };
}

function attributesIn(text: string): PrismaAttribute[] {
  const attributes: PrismaAttribute[] = [];
  const start = /@{1,2}([A-Za-z][\w.]*)/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const end = start.lastIndex;
    const args = text[end] === "(" ? insideBrackets(text, end) : "";
    if (args !== "") start.lastIndex = end + args.length + 2;
    attributes.push({ name: found[1] as string, args: splitOutside(args).map(argument) });
  }
  return attributes;
}

function argument(text: string): { key: string | null; values: string[] } {
  const [, key, value] = /^\s*(?:(\w+)\s*:)?\s*([\s\S]*)$/.exec(text) as unknown as [
    string,
    string | undefined,
    string,
  ];
  const list = /^\[([\s\S]*)\]\s*$/.exec(value);
  const values = list === null ? [value] : splitOutside(list[1] as string);
  return { key: key ?? null, values: values.map((one) => unquoted(one.trim())) };
}

function insideBrackets(text: string, at: number): string {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    if (text[end] === '"') end = quoteEnd(text, end);
    else if (text[end] === "(") depth++;
    else if (text[end] === ")" && --depth === 0) return text.slice(at + 1, end);
  }
  return text.slice(at + 1);
}

/** Cuts at commas that stand outside quotes and brackets. */
function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"') at = quoteEnd(text, at);
    else if (char === "(" || char === "[" || char === "{") depth++;
    else if (char === ")" || char === "]" || char === "}") depth--;
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return text.slice(from).trim() === "" ? parts : [...parts, text.slice(from)];
}

function withoutComment(line: string): string {
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') at = quoteEnd(line, at);
    else if (line[at] === "/" && line[at + 1] === "/") return line.slice(0, at);
  }
  return line;
}

function quoteEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}

function unquoted(text: string): string {
  return /^"(.*)"$/s.exec(text)?.[1] ?? text;
}
