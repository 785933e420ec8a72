import type { Decision, Decisions } from "../model/decision.ts";

const HEADER = `# Decisions of people about the contexts that monocarve found. Read by: monocarve <repository> --decisions <this file>
# Every decision says who took it and why. Contexts are ids (macro/orders) or names; units are ids, files or folders.
`;

/** Writes decisions as the text that people keep in git: one key per line, sorted as they were taken. */
export function decisionsText(decisions: Decisions): string {
  if (decisions.length === 0) return `${HEADER}version: 1\ndecisions: []\n`;
  return `${HEADER}version: 1\ndecisions:\n${decisions.map(entryOf).join("\n")}`;
}

function entryOf(decision: Decision): string {
  const lines = [...bodyOf(decision)];
  if (decision.author !== "") lines.push(`by: ${quoted(decision.author)}`);
  if (decision.reason !== "") lines.push(`because: ${quoted(decision.reason)}`);
  return lines.map((line, at) => `${at === 0 ? "  - " : "    "}${line}\n`).join("");
}

function bodyOf(decision: Decision): string[] {
  switch (decision.kind) {
    case "pin":
      return [`pin: ${listed(decision.targets)}`, `to: ${quoted(decision.context)}`];
    case "must-link":
    case "cannot-link":
    case "ignore":
    case "shared":
      return [`${decision.kind}: ${listed(decision.targets)}`];
    case "rename":
      return [`rename: ${quoted(decision.context)}`, `to: ${quoted(decision.name)}`];
    case "merge":
      return [
        `merge: ${listed(decision.contexts)}`,
        ...(decision.name === null ? [] : [`to: ${quoted(decision.name)}`]),
      ];
    case "split":
      return [
        `split: ${quoted(decision.context)}`,
        "into:",
        ...decision.into.map(({ name, targets }) => `  ${quoted(name)}: ${listed(targets)}`),
      ];
    case "note":
      return [`note: ${quoted(decision.about)}`];
  }
}

/** JSON strings are YAML strings, whatever they contain; what begins with a digit may be a number to YAML (`0e0`). */
function quoted(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

function listed(targets: readonly string[]): string {
  return `[${targets.map(quoted).join(", ")}]`;
}
