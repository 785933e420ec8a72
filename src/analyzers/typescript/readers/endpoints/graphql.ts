import type { Endpoint } from "../../../../model/fact.ts";
import { placeAt } from "../../facts/place.ts";
import type { ObjectExpr, Root, Scope } from "../../ir.ts";
import { unitOf } from "../../link/units.ts";
import type { Project, Reader } from "../../project.ts";
import { importsModule } from "../imported-modules.ts";

const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ["Query", "query"],
  ["Mutation", "mutation"],
  ["Subscription", "subscription"],
]);

/**
 * GraphQL resolver maps: objects with `Query`, `Mutation` or `Subscription` and functions inside. Says which function
 * answers which operation. Resolvers of fields are not endpoints, and a schema without resolvers in the code is not seen.
 */
export const graphql: Reader = {
  name: "endpoints-graphql",
  read: (project) => ({
    facts: isUsed(project) ? project.objects.flatMap((object) => ofObject(project, object)) : [],
    diagnostics: [],
  }),
};

const LIBRARY = /graphql|apollo|mercurius|pothos|nexus|gqtx|gql/i;

/** A resolver map is any object: they are only looked for where something could run them. */
function isUsed(project: Project): boolean {
  const declared = project.repository.packages.flatMap(({ manifest }) => [
    ...Object.keys(Object(manifest["dependencies"])),
    ...Object.keys(Object(manifest["devDependencies"])),
    ...Object.keys(Object(manifest["peerDependencies"])),
  ]);
  const isMeant = (name: string): boolean => LIBRARY.test(name);
  return declared.some(isMeant) || importsModule(project, isMeant);
}

function ofObject(project: Project, { expr, scope }: Root): readonly Endpoint[] {
  const isMap = expr.k === "object" && expr.properties.some(({ key }) => OPERATIONS.has(key));
  return isMap ? ofMap(project, expr, scope) : [];
}

function ofMap(project: Project, map: ObjectExpr, scope: Scope): Endpoint[] {
  return map.properties.flatMap(({ key, value }) => {
    const verb = OPERATIONS.get(key);
    const operations = verb === undefined ? null : project.objectOf(value, scope);
    if (verb === undefined || operations === null) return [];
    return operations.expr.properties.flatMap(({ key: path, value: resolver, pos }): Endpoint[] => {
      const type = project.typeOf(resolver, operations.scope);
      const handler = type.k === "object" ? project.typeOf(resolve(type.object), type.scope) : type;
      if (handler.k !== "function") return [];
      const place = placeAt(operations.scope.file, pos);
      const unit = unitOf(handler.fn.scope);
      return [
        { kind: "endpoint", unit, protocol: "graphql", verb, path, handler: handler.fn.name || path, place },
      ];
    });
  });
}

/** `{ subscribe: () => … }` and `{ resolve: () => … }` instead of a function. */
function resolve(object: ObjectExpr): ObjectExpr["properties"][number]["value"] {
  const used = object.properties.find(({ key }) => key === "subscribe" || key === "resolve");
  return used?.value ?? object;
}
