import { counted } from "./counted.ts";
import type { DiagramCopy } from "./diagram-copy.ts";

export const englishDiagram: DiagramCopy = {
  contexts: (repository, level) => `${repository}: candidate contexts (${level})`,
  inside: (repository, level, context) => `${repository}: inside ${context} (${level})`,
  lines: (n) => counted(n, "line"),
  kernel: "shared kernel",
  usedBy: (n) => `used by ${counted(n, "context")}`,
  noName: "(no name)",
  sharedTables: (n) => counted(n, "shared table"),
  reading: "An arrow points to what is leaned on; the wider, the more places do.",
  relations:
    "[SK] where both write the same tables, [U]->[D] where at least four fifths lean one way, otherwise [P].",
  drawn: (kinds) => `Drawn: ${kinds}.`,
  notCounted: (kinds) => `Neither drawn nor counted: ${kinds}.`,
  leftOut: "Left out, to stay readable",
  moreContexts: (n) => `${counted(n, "context")} with fewer lines`,
  moreMembers: (n) => `${counted(n, "unit or table", "units and tables")} with fewer ties`,
  moreTies: (n, couplings) => `${counted(n, "weaker tie")} (${couplings})`,
  everything: (option) => `${option} draws everything`,
  outside: (contexts) => `Over the border, not drawn: ${contexts}`,
  leansOn: (from, to, how) => `${from} leans on ${to}: ${how}`,
  bothWays: (left, right, how) => `${left} and ${right}, without direction: ${how}`,
  bothWrite: (n) => `both write ${counted(n, "table")}`,
  sharedUnits: (n) => `${counted(n, "shared unit")}`,
};
