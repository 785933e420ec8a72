import type { Border, Dossier } from "../../model/dossier.ts";
import type { ContextId, NodeId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import type { Copy } from "../copy.ts";
import { code, plain } from "./markdown.ts";

/** What every section of a dossier is written from. */
export interface DossierView {
  readonly report: Report;
  readonly border: Border;
  readonly dossier: Dossier;
  readonly context: ContextId;
  readonly copy: Copy;
  readonly names: Names;
}

/** How nodes and contexts are called. */
export interface Names {
  readonly context: (id: ContextId | null) => string;
  /** As code: the name of a unit or table. */
  readonly node: (id: NodeId) => string;
  readonly nodes: (ids: readonly NodeId[]) => string;
  readonly method: (unit: NodeId, method: string) => string;
  readonly author: (author: number) => string;
}

export function namesOf({ grouping, graph, contributors }: Report, copy: Copy): Names {
  const contexts = new Map(grouping.contexts.map(({ id, name }) => [id, name]));
  const nodes = new Map(graph.nodes.map(({ id, name }) => [id, name]));
  const people = new Map(contributors.map(({ author, name }) => [author, name]));
  const bare = (id: NodeId): string => nodes.get(id) ?? id;
  return {
    context: (id) => (id === null ? copy.dossier.kernel : plain(contexts.get(id) ?? id)),
    node: (id) => code(bare(id)),
    nodes: (ids) => ids.map((id) => code(bare(id))).join(", "),
    method: (unit, method) => code(method === "" ? bare(unit) : `${bare(unit)}.${method}`),
    author: (author) => plain(people.get(author) ?? copy.dossier.author(author)),
  };
}
