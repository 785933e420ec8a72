import { isTableId } from "../../model/ids.ts";
import type { Report } from "../../model/report.ts";
import { type ListTable, together } from "./table.ts";

export const units: ListTable = {
  title: "Units of code, with the contexts that they belong to",
  columns: ["unit", "file", "role", "macro", "meso", "micro", "confidence", "lines", "revisions", "churn"],
  *rows(report) {
    const memberships = membershipsOf(report);
    for (const node of report.graph.nodes) {
      if (node.kind !== "unit") continue;
      const place = memberships.get(node.id);
      const contexts = [place?.macro ?? null, place?.meso ?? null, place?.micro ?? null];
      const figures = [place?.confidence ?? null, node.lines, node.revisions, node.churn];
      yield [node.id, node.file, node.role, ...contexts, ...figures];
    }
  },
};

export const contexts: ListTable = {
  title: "Candidate contexts of all levels",
  columns: [
    ..."context level name parent units tables lines revisions churn endpoints".split(" "),
    ..."cohesion afferent efferent instability confidence structure words".split(" "),
  ],
  *rows({ grouping }) {
    for (const context of grouping.contexts) {
      const tables = context.members.filter(isTableId).length;
      yield [
        ...[context.id, context.level, context.name, context.parent, context.members.length - tables, tables],
        ...[context.lines, context.revisions, context.churn, context.endpoints, context.cohesion],
        ...[context.afferent, context.efferent, context.instability, context.confidence, context.structure],
        context.words.join(", "),
      ];
    }
  },
};

export const contested: ListTable = {
  title: "Units and tables whose place is a close call, and what pulls at them",
  columns: ["node", "macro", "confidence", "pulls"],
  *rows({ grouping }) {
    for (const { node, macro, confidence, pulls } of grouping.memberships) {
      if (pulls.length === 0) continue;
      yield [node, macro, confidence, pulls.map(({ context, share }) => `${context} ${share}`).join(", ")];
    }
  },
};

export const shared: ListTable = {
  title: "The shared kernel: what several contexts lean on and none can own",
  columns: ["node", "used_by"],
  *rows({ grouping }) {
    for (const { node, usedBy } of grouping.sharedKernel) yield [node, together(usedBy)];
  },
};

function membershipsOf(report: Report): Map<string, Report["grouping"]["memberships"][number]> {
  return new Map(report.grouping.memberships.map((membership) => [membership.node, membership]));
}
