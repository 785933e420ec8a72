import type { Expr } from "../../ir.ts";

const MAX_LENGTH = 300;
const MAX_DEPTH = 12;

/** An expression as a reader would abbreviate it: `this.db("orders").where({ id }).first()`. At most 300 characters. */
export function printed(expr: Expr, depth = 0): string {
  const text = print(expr, depth);
  return depth === 0 ? text.slice(0, MAX_LENGTH) : text;
}

function print(expr: Expr, depth: number): string {
  if (depth > MAX_DEPTH) return "…";
  const inner = (part: Expr): string => printed(part, depth + 1);
  switch (expr.k) {
    case "id":
      return expr.name;
    case "this":
    case "super":
      return expr.k;
    case "text":
      return JSON.stringify(expr.value.slice(0, 80));
    case "literal":
      return String(expr.value);
    case "member":
      return `${inner(expr.object)}.${expr.name}`;
    case "element":
      return `${inner(expr.object)}[${inner(expr.key)}]`;
    case "call":
      return `${inner(expr.callee)}(${expr.args.slice(0, 6).map(inner).join(", ")})`;
    case "new":
      return `new ${inner(expr.callee)}(${expr.args.slice(0, 6).map(inner).join(", ")})`;
    case "template":
      return `${expr.tag ? inner(expr.tag) : ""}\`${expr.texts.join("${…}").slice(0, 200)}\``;
    case "object":
      return `{ ${expr.properties
        .slice(0, 8)
        .map((one) => property(one.key, one.value, depth))
        .join(", ")} }`;
    case "array":
      return `[${expr.items.slice(0, 8).map(inner).join(", ")}]`;
    case "await":
    case "cast":
      return inner(expr.of);
    case "spread":
      return `...${inner(expr.of)}`;
    case "assign":
      return `${inner(expr.target)} = ${inner(expr.value)}`;
    case "concat":
      return expr.parts.map(inner).join(" + ");
    case "class":
      return expr.cls.name;
    case "function":
    case "choice":
    case "other":
      return "…";
  }
}

function property(key: string, value: Expr, depth: number): string {
  if (value.k === "id" && value.name === key) return key;
  return `${key}: ${printed(value, depth + 1)}`;
}
