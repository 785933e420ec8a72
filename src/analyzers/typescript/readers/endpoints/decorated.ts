import type { Fact, Protocol } from "../../../../model/fact.ts";
import { placeAt } from "../../facts/place.ts";
import type { ClassIr, ClassMember, Decorator, Expr } from "../../ir.ts";
import type { Project, Reader } from "../../project.ts";
import { joinPaths } from "./paths.ts";

const CONTROLLERS = new Set(["Controller", "JsonController", "RestController", "Route"]);
const VERBS: ReadonlyMap<string, string> = new Map([
  ["Get", "GET"],
  ["Post", "POST"],
  ["Put", "PUT"],
  ["Delete", "DELETE"],
  ["Patch", "PATCH"],
  ["Head", "HEAD"],
  ["Options", "OPTIONS"],
  ["All", "ALL"],
  ["Sse", "GET"],
]);
const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ["Query", "query"],
  ["Mutation", "mutation"],
  ["Subscription", "subscription"],
]);

/**
 * Endpoints declared by decorators on classes: NestJS and its likes over HTTP, GraphQL, microservice messages and
 * websockets. Says which method answers what. Global prefixes that are set when the program starts are not seen.
 */
export const decorated: Reader = {
  name: "endpoints-decorated",
  read: (project) => ({ facts: project.classes.flatMap((cls) => ofClass(project, cls)), diagnostics: [] }),
};

function ofClass(project: Project, cls: ClassIr): Fact[] {
  const controller = cls.decorators.find(({ name }) => CONTROLLERS.has(name));
  const prefixes = controller ? pathsOf(project, cls, controller.args[0]) : [""];
  return [...cls.members.values()].flatMap((member) =>
    member.decorators.flatMap((decorator) => ofMethod(project, cls, member, decorator, prefixes)),
  );
}

function ofMethod(
  project: Project,
  cls: ClassIr,
  member: ClassMember,
  decorator: Decorator,
  prefixes: readonly string[],
): Fact[] {
  const unit = project.unitOfClass(cls);
  const place = placeAt(cls.scope.file, decorator.pos);
  const endpoint = (protocol: Protocol, verb: string, path: string): Fact => ({
    kind: "endpoint",
    unit,
    protocol,
    verb,
    path,
    handler: member.name,
    place,
  });
  const verb = VERBS.get(decorator.name);
  if (verb) {
    const paths = pathsOf(project, cls, decorator.args[0]);
    return prefixes.flatMap((prefix) => paths.map((path) => endpoint("http", verb, joinPaths(prefix, path))));
  }
  const operation = OPERATIONS.get(decorator.name);
  if (operation) return [endpoint("graphql", operation, operationName(project, cls, member, decorator))];
  const pattern = (): string => patternOf(project, cls, decorator.args[0]);
  switch (decorator.name) {
    case "MessagePattern":
    case "GrpcMethod":
      return [endpoint("rpc", "message", pattern())];
    case "SubscribeMessage":
      return [endpoint("websocket", "message", pattern())];
    default:
      return [];
  }
}

/** Paths of `"a"`, `["a", "b"]`, `{ path: "a" }` or nothing. */
function pathsOf(project: Project, cls: ClassIr, argument: Expr | undefined): string[] {
  if (argument === undefined) return [""];
  if (argument.k === "array") return argument.items.flatMap((item) => pathsOf(project, cls, item));
  if (argument.k === "object") {
    const path = argument.properties.find(({ key }) => key === "path");
    return path ? pathsOf(project, cls, path.value) : [""];
  }
  return [project.constantOf(argument, cls.scope)?.text ?? ""];
}

function patternOf(project: Project, cls: ClassIr, argument: Expr | undefined): string {
  if (argument?.k === "object") {
    const parts = argument.properties.map(
      ({ key, value }) => `${key}=${project.constantOf(value, cls.scope)?.text ?? "?"}`,
    );
    return parts.join(",");
  }
  return argument ? (project.constantOf(argument, cls.scope)?.text ?? "?") : "?";
}

/** `@Mutation("lendBook")`, `@Query(() => Book, { name: "book" })`, else the name of the method. */
function operationName(project: Project, cls: ClassIr, member: ClassMember, decorator: Decorator): string {
  for (const argument of decorator.args) {
    const options =
      argument.k === "object" ? argument.properties.find(({ key }) => key === "name")?.value : argument;
    const name = options && options.k !== "function" ? project.constantOf(options, cls.scope) : null;
    if (name) return name.text;
  }
  return member.name;
}
