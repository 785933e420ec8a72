import { argumentsAt, type HazardRule, matches } from "./hazard-rule.ts";

const CALLS =
  /(?<![\w.$])(fetch|axios(?:\.(?:get|post|put|patch|delete|request|create))?|got|superagent\.(?:get|post))\s*(?:<[^>()]{0,500}>)?(\()/g;
/** A declaration of that name. What may stand between brackets is limited, here and above: nobody writes more. */
const OWN_FETCH = /(function|const|let|async)\s+fetch\b|\bfetch\s*\([^)]{0,2000}\)\s*[:{]/;
const LIMITED = /timeout|signal/i;

/**
 * Requests to others that may wait for ever: `fetch`, `axios`, `got` without `timeout` or `signal` among their
 * arguments. Where the options come from elsewhere (a variable), nothing is claimed. A file that names a default
 * timeout is left alone, and so is a `fetch` that the file itself declares.
 */
export const httpWithoutTimeout: HazardRule = {
  words: ["fetch", "axios", "got", "superagent"],
  see: (code) => {
    if (code.includes("defaults.timeout")) return [];
    const own = OWN_FETCH.test(code);
    return matches(code, CALLS).flatMap(({ match, line }) => {
      const called = match[1] ?? "";
      if (called === "fetch" && own) return [];
      const open = match.index! + match[0].length - 1;
      const handed = argumentsAt(code, open);
      if (handed === null || LIMITED.test(handed) || /\w/.test(lastVariable(handed, called))) return [];
      return [{ hazard: "http-without-timeout" as const, what: `${called}(…)`, line }];
    });
  },
};

/** The options that are handed over as a variable or spread, where a timeout may hide; empty where there are none. */
function lastVariable(handed: string, called: string): string {
  if (/\.\.\.\s*\w/.test(handed)) return "spread";
  const parts = topLevelParts(handed);
  const last = parts.at(-1) ?? "";
  const isOptions =
    called === "axios" || called.endsWith("create") || called.endsWith("request")
      ? parts.length >= 1
      : parts.length >= 2;
  return isOptions && !last.startsWith("{") && !/^['"`]/.test(last) ? last : "";
}

function topLevelParts(handed: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of handed) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
