import type { Scope, TypeIr, TypeParameter } from "../ir.ts";
import { type TypeScript, ts } from "./compiler.ts";
import { bindType, descend, NONE, type Walk } from "./walk.ts";

const SK = ts.SyntaxKind;
const UNKNOWN: TypeIr = { t: "unknown" };

/** The type that a type node of the source writes down; every name in it is noted as a use. */
export function typeIr(walk: Walk, node: TypeScript.TypeNode | undefined, scope: Scope): TypeIr {
  if (node === undefined) return UNKNOWN;
  descend(walk);
  const type = read(walk, node, scope);
  walk.depth--;
  return type;
}

function read(walk: Walk, node: TypeScript.TypeNode, scope: Scope): TypeIr {
  const inner = (type: TypeScript.TypeNode | undefined): TypeIr => typeIr(walk, type, scope);
  switch (node.kind) {
    case SK.TypeReference: {
      const { typeName, typeArguments } = node as TypeScript.TypeReferenceNode;
      return reference(walk, entityName(typeName), typeArguments?.map(inner) ?? NONE, typeName.end, scope);
    }
    case SK.ExpressionWithTypeArguments: {
      const { expression, typeArguments } = node as TypeScript.ExpressionWithTypeArguments;
      return reference(
        walk,
        dottedName(expression),
        typeArguments?.map(inner) ?? NONE,
        expression.end,
        scope,
      );
    }
    case SK.ArrayType:
      return { t: "array", of: inner((node as TypeScript.ArrayTypeNode).elementType) };
    case SK.TupleType:
      return { t: "tuple", items: (node as TypeScript.TupleTypeNode).elements.map(inner) };
    case SK.NamedTupleMember:
      return inner((node as TypeScript.NamedTupleMember).type);
    case SK.OptionalType:
    case SK.RestType:
    case SK.ParenthesizedType:
    case SK.JSDocNullableType:
    case SK.JSDocNonNullableType:
    case SK.JSDocOptionalType:
      return inner((node as TypeScript.ParenthesizedTypeNode).type);
    case SK.TypeOperator: {
      const operator = node as TypeScript.TypeOperatorNode;
      return operator.operator === SK.KeyOfKeyword ? UNKNOWN : inner(operator.type);
    }
    case SK.UnionType:
      return { t: "union", types: (node as TypeScript.UnionTypeNode).types.map(inner) };
    case SK.IntersectionType:
      return { t: "intersection", types: (node as TypeScript.IntersectionTypeNode).types.map(inner) };
    case SK.FunctionType:
    case SK.ConstructorType: {
      const { parameters, type } = node as TypeScript.FunctionTypeNode;
      const params = parameters.map((parameter) => (parameter.type ? inner(parameter.type) : null));
      return { t: "function", params, returns: inner(type), constructs: node.kind === SK.ConstructorType };
    }
    case SK.TypeLiteral:
      return { t: "object", members: memberTypes(walk, (node as TypeScript.TypeLiteralNode).members, scope) };
    case SK.TypeQuery: {
      const { exprName } = node as TypeScript.TypeQueryNode;
      return { t: "typeof", name: entityName(exprName as TypeScript.EntityName), pos: exprName.end };
    }
    case SK.IndexedAccessType: {
      const { objectType, indexType } = node as TypeScript.IndexedAccessTypeNode;
      return { t: "index", object: inner(objectType), key: inner(indexType) };
    }
    case SK.LiteralType: {
      const { literal } = node as TypeScript.LiteralTypeNode;
      return ts.isStringLiteralLike(literal) ? { t: "literal", value: literal.text } : UNKNOWN;
    }
    case SK.ImportType:
      return importType(walk, node as TypeScript.ImportTypeNode, scope);
    case SK.ThisType:
      return { t: "this" };
    case SK.ConditionalType: {
      const { checkType, trueType, falseType } = node as TypeScript.ConditionalTypeNode;
      inner(checkType);
      return { t: "union", types: [inner(trueType), inner(falseType)] };
    }
    case SK.MappedType:
      inner((node as TypeScript.MappedTypeNode).type);
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function reference(
  walk: Walk,
  name: readonly string[],
  args: readonly TypeIr[],
  end: number,
  scope: Scope,
): TypeIr {
  const pos = end - (name.at(-1)?.length ?? 0);
  if (name.length > 0) walk.file.typeUses.push({ name, scope, pos });
  return { t: "ref", name, args, pos };
}

/** `import("./order").Order` reads as the name `import(./order)`, `Order`. */
function importType(walk: Walk, node: TypeScript.ImportTypeNode, scope: Scope): TypeIr {
  const { argument, qualifier, typeArguments } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return UNKNOWN;
  const module = argument.literal.text;
  walk.file.imports.push({ module, form: "import", typeOnly: true, pos: argument.pos, target: null });
  const name = [`import(${module})`, ...(qualifier ? entityName(qualifier) : [])];
  if (node.isTypeOf) return { t: "typeof", name, pos: node.end };
  return reference(
    walk,
    name,
    typeArguments?.map((type) => typeIr(walk, type, scope)) ?? NONE,
    node.end,
    scope,
  );
}

/** Types of the properties and methods of an interface or type literal. */
export function memberTypes(
  walk: Walk,
  members: readonly TypeScript.TypeElement[],
  scope: Scope,
): ReadonlyMap<string, TypeIr> {
  const types = new Map<string, TypeIr>();
  for (const member of members) {
    const name = member.name && nameText(member.name);
    if (ts.isPropertySignature(member) && name !== undefined)
      types.set(name, typeIr(walk, member.type, scope));
    else if (ts.isIndexSignatureDeclaration(member)) types.set("[]", typeIr(walk, member.type, scope));
    else if (ts.isMethodSignature(member) || ts.isCallSignatureDeclaration(member)) {
      const params = member.parameters.map((one) => (one.type ? typeIr(walk, one.type, scope) : null));
      const returns = typeIr(walk, member.type, scope);
      types.set(name ?? "()", { t: "function", params, returns, constructs: false });
    }
  }
  return types;
}

export function typeParameters(
  walk: Walk,
  nodes: readonly TypeScript.TypeParameterDeclaration[] | undefined,
  scope: Scope,
): readonly TypeParameter[] {
  if (nodes === undefined) return NONE;
  return nodes.map((node) => {
    const parameter: TypeParameter = {
      name: node.name.text,
      constraint: node.constraint ? typeIr(walk, node.constraint, scope) : null,
      fallback: node.default ? typeIr(walk, node.default, scope) : null,
    };
    bindType(scope, parameter.name, { b: "type-parameter", parameter });
    return parameter;
  });
}

function entityName(node: TypeScript.EntityName): string[] {
  const names: string[] = [];
  let at = node;
  while (ts.isQualifiedName(at)) {
    names.push(at.right.text);
    at = at.left;
  }
  names.push(at.text);
  return names.reverse();
}

/** `a.b.C` as names; empty where it is anything but names and dots. */
export function dottedName(node: TypeScript.Expression): string[] {
  const names: string[] = [];
  let at = node;
  while (ts.isPropertyAccessExpression(at)) {
    names.push(at.name.text);
    at = at.expression;
  }
  if (!ts.isIdentifier(at)) return [];
  names.push(at.text);
  return names.reverse();
}

/** The name of a member or property where it is constant. */
export function nameText(node: TypeScript.PropertyName | TypeScript.BindingName): string | undefined {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (ts.isComputedPropertyName(node) && ts.isStringLiteralLike(node.expression)) return node.expression.text;
  return undefined;
}
