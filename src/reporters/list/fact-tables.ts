import type { Report } from "../../model/report.ts";
import { type ListTable, together } from "./table.ts";

export const endpoints: ListTable = {
  title: "Where the outside world comes in",
  columns: ["protocol", "verb", "path", "unit", "handler", "macro", "file", "line"],
  *rows(report) {
    const homes = homesOf(report);
    for (const { protocol, verb, path, unit, handler, place } of report.endpoints) {
      yield [protocol, verb, path, unit, handler, homes.get(unit) ?? null, place.file, place.line];
    }
  },
};

export const messages: ListTable = {
  title: "Events, queues and topics: the seams that exist already",
  columns: ["direction", "channel", "unit", "method", "macro", "file", "line"],
  *rows(report) {
    const homes = homesOf(report);
    for (const { direction, channel, unit, method, place } of report.messages) {
      yield [direction, channel, unit, method, homes.get(unit) ?? null, place.file, place.line];
    }
  },
};

export const transactions: ListTable = {
  title: "Transactions, and the tables that they touch",
  columns: ["unit", "method", "form", "source", "reads", "writes", "file", "line"],
  *rows(report) {
    for (const { unit, method, form, source, steps, place } of report.transactions) {
      const touched = (access: "read" | "write"): string =>
        together(steps.filter((step) => step.access === access).map(({ table }) => table));
      yield [unit, method, form, source, touched("read"), touched("write"), place.file, place.line];
    }
  },
};

export const contributors: ListTable = {
  title: "Who made the commits, by number; by name only with --authors",
  columns: ["author", "revisions", "bot", "name"],
  *rows(report) {
    for (const { author, revisions, bot, name } of report.contributors)
      yield [author, revisions, bot, name ?? null];
  },
};

export const commits: ListTable = {
  title: "Commits that some evidence points to",
  columns: ["commit", "day", "author", "subject"],
  *rows({ graph }) {
    for (const { commit, day, author, subject } of graph.commits) yield [commit, day, author, subject];
  },
};

export const packages: ListTable = {
  title: "Packages of the repository, and why they were read or not",
  columns: ["name", "folder", "chosen", "reason"],
  *rows({ repository }) {
    for (const { name, folder, chosen, reason } of repository.packages) yield [name, folder, chosen, reason];
  },
};

export const counts: ListTable = {
  title: "What was counted while reading",
  columns: ["what", "count"],
  *rows({ completeness }) {
    const { seen, parsed, partial, skipped, counts: named } = completeness;
    yield* Object.entries({ "files.seen": seen, "files.parsed": parsed, "files.partial": partial });
    for (const [reason, n] of Object.entries(skipped)) yield [`files.skipped.${reason}`, n];
    yield* Object.entries(named);
  },
};

export const diagnostics: ListTable = {
  title: "What could not be read or understood",
  columns: ["severity", "code", "message", "file", "line", "count"],
  *rows(report) {
    for (const { severity, code, message, file, line, count } of report.diagnostics) {
      yield [severity, code, message, file ?? null, line ?? null, count ?? 1];
    }
  },
};

function homesOf(report: Report): Map<string, string> {
  return new Map(report.grouping.memberships.map(({ node, macro }) => [node, macro]));
}
