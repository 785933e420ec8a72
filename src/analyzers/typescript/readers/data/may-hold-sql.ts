import type { Binding, CallExpr, Expr, Scope } from "../../ir.ts";
import { lookUp } from "../../link/scopes.ts";
import { unwrapped } from "./chains.ts";

/** Every statement, and every comment before one, begins so. */
const BEGINS =
  /^[\s(]*(?:--|\/\*|SE[LT]|INS|UPD|DEL|WITH|MER|REP|TRU|CRE|ALT|DRO|REN|COM|DO|GRA|LOC|BEG|PRA|USE)/i;
const BLANK = /^[\s(]*$/;
/** Names for names are followed so far. */
const MAX_NAMES = 8;

/** Methods whose result is told by the text that they are called on. */
const KEEPS_TEXT = new Set(["join", "concat", "trim", "toString", "replace", "trimEnd"]);

/**
 * Can this expression stand for a statement at all? Most arguments cannot, and following a name to its constant costs a
 * hundred times what it costs to look at where the name is declared. Says yes where it would have to look further.
 */
export function mayHoldSql(expr: Expr, scope: Scope, depth = 0): boolean {
  const plain = unwrapped(expr);
  switch (plain.k) {
    case "text":
      return BEGINS.test(plain.value);
    case "template":
      return mayBegin(plain.texts[0] ?? "");
    case "concat": {
      const [first] = plain.parts;
      return first?.k !== "text" || mayBegin(first.value);
    }
    case "call":
      return keepsText(plain);
    case "id": {
      const found = lookUp(scope, plain.name);
      return found !== null && mayStandForSql(found.binding, found.scope, depth);
    }
    case "function":
    case "class":
    case "new":
    case "array":
    case "literal":
    case "other":
    case "this":
    case "super":
      return false;
    default:
      return true;
  }
}

function mayStandForSql(binding: Binding, scope: Scope, depth: number): boolean {
  switch (binding.b) {
    case "variable":
      if (binding.init === null) return false;
      if (binding.path.length > 0 || binding.element || depth > MAX_NAMES) return true;
      return mayHoldSql(binding.init, scope, depth + 1);
    case "parameter": {
      const { context, params } = binding.fn;
      // The elements of a list of statements, or what is given where nothing is.
      return context !== null || params[binding.index]?.init != null;
    }
    case "import":
      return true;
    case "function":
    case "class":
    case "enum":
    case "namespace":
      return false;
  }
}

/** What begins with something else is told by its first letters; what begins blank may begin with anything. */
function mayBegin(text: string): boolean {
  return BEGINS.test(text) || BLANK.test(text);
}

function keepsText({ callee }: CallExpr): boolean {
  return callee.k === "member" && KEEPS_TEXT.has(callee.name);
}
