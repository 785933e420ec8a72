import { createRequire } from "node:module";
import type { PrismaAttribute, PrismaBlock, PrismaField } from "./blocks.ts";
import { scanBlocks } from "./scan-blocks.ts";

type PrismaAst = typeof import("@mrleebo/prisma-ast");
type AstBlock = ReturnType<PrismaAst["getSchema"]>["list"][number];

/** The blocks of a schema file; `understood` is false where the parser refused it and its lines were scanned. */
export interface PrismaFileReading {
  readonly blocks: readonly PrismaBlock[];
  readonly understood: boolean;
}

/** Larger schemas are scanned: the parser's cost grows with the length, and nobody writes them by hand. */
const MAX_LENGTH = 2_000_000;

/** Reads one schema file with prisma-ast, or line by line where it is unfinished or newer than the parser. */
export function readPrismaBlocks(text: string): PrismaFileReading {
  const scanned = scanBlocks(text);
  if (text.length > MAX_LENGTH) return { blocks: scanned, understood: false };
  try {
    const { list } = parse(text);
    // Of two blocks of one name the first counts.
    const twins = new Map(scanned.toReversed().map((block) => [`${block.kind} ${block.name}`, block]));
    return { blocks: list.flatMap((block) => fromAst(block, twins)), understood: true };
  } catch {
    return { blocks: scanned, understood: false };
  }
}

let parse: (text: string) => ReturnType<PrismaAst["getSchema"]> = (text) => {
  const { getSchema, PrismaParser, VisitorClassFactory } = createRequire(import.meta.url)(
    "@mrleebo/prisma-ast",
  ) as PrismaAst;
  // Making a parser costs more than parsing with it.
  const parser = new PrismaParser({ nodeLocationTracking: "full" });
  const Visitor = VisitorClassFactory(parser);
  const visitor = new Visitor();
  parse = (next) => getSchema(next, { parser, visitor });
  return parse(text);
};

function fromAst(block: AstBlock, twins: ReadonlyMap<string, PrismaBlock>): PrismaBlock[] {
  if (block.type === "comment" || block.type === "break") return [];
  const twin = twins.get(`${block.type} ${block.name}`);
  const line = block.location?.startLine ?? twin?.line ?? 1;
  const empty = { kind: block.type, name: block.name, line, fields: [], attributes: [], settings: new Map() };
  if (block.type === "enum") return [empty];
  if (block.type === "datasource" || block.type === "generator") {
    const settings = new Map<string, string>();
    for (const entry of block.assignments)
      if (entry.type === "assignment") settings.set(entry.key, textOf(entry.value));
    return [{ ...empty, settings }];
  }
  const fields: PrismaField[] = [];
  const attributes: PrismaAttribute[] = [];
  for (const property of block.properties) {
    if (property.type === "attribute") attributes.push(attribute(property));
    if (property.type !== "field") continue;
    const { name, fieldType, array, optional, attributes: own, location } = property;
    const at = location?.startLine ?? twin?.fields.find((field) => field.name === name)?.line ?? line;
    fields.push({
      name,
      type: typeof fieldType === "string" ? fieldType : fieldType.name,
      list: array === true,
      optional: optional === true,
      line: Number.isNaN(at) ? line : at,
      attributes: (own ?? []).map(attribute),
    });
  }
  return [{ ...empty, fields, attributes }];
}

interface AstAttribute {
  readonly name: string;
  readonly group?: string;
  readonly args?: readonly { readonly value: unknown }[];
}

function attribute({ name, group, args }: AstAttribute): PrismaAttribute {
  return {
    name: group === undefined ? name : `${group}.${name}`,
    args: (args ?? []).map(({ value }) => {
      if (!isKeyValue(value)) return { key: null, values: valuesOf(value) };
      return { key: value.key, values: valuesOf(value.value) };
    }),
  };
}

function isKeyValue(value: unknown): value is { key: string; value: unknown } {
  return typeof value === "object" && value !== null && "type" in value && value.type === "keyValue";
}

function valuesOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null && "args" in value && Array.isArray(value.args)) {
    return value.args.map(textOf);
  }
  return [textOf(value)];
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value.replace(/^"([\s\S]*)"$/, "$1");
  if (typeof value === "object" && value !== null) {
    if ("name" in value) return functionText(value as { name: unknown; params?: unknown });
    if ("args" in value && Array.isArray(value.args)) return `[${value.args.map(textOf).join(", ")}]`;
  }
  return String(value);
}

function functionText({ name, params }: { name: unknown; params?: unknown }): string {
  return Array.isArray(params) ? `${String(name)}(${params.map(textOf).join(", ")})` : String(name);
}
