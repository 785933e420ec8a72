import type { ListTable } from "./table.ts";

export const ownership: ListTable = {
  title: "Tables, their owners, and who else reads and writes them",
  columns: ["table", "owner", "role", "context", "reads", "writes", "columns"],
  *rows({ plan: { border } }) {
    for (const { table, owner, role, uses } of border.tables) {
      if (uses.length === 0) yield [table, owner, role, null, 0, 0, ""];
      for (const { context, reads, writes, columns } of uses) {
        yield [table, owner, role, context, reads, writes, columns.join(", ")];
      }
    }
  },
};

export const readiness: ListTable = {
  title: "Signs of being ready to run services, by area, and what is to be asked",
  columns: ["area", "level", "trace", "what", "file", "line"],
  *rows({ plan }) {
    for (const { area, level, traces, questions } of plan.readiness.areas) {
      for (const { trace, what, place } of traces) yield [area, level, trace, what, place.file, place.line];
      for (const trace of questions) yield [area, level, trace, null, null, null];
    }
  },
};

export const hazards: ListTable = {
  title: "Lines that are harmless in one process and bite in two",
  columns: ["hazard", "what", "file", "line"],
  *rows({ plan }) {
    for (const { hazard, what, place } of plan.readiness.hazards)
      yield [hazard, what, place.file, place.line];
  },
};
