import { DIAGNOSTIC_CODES } from "../../src/model/diagnostic.ts";
import type { Fact } from "../../src/model/fact.ts";
import type { Findings } from "../../src/model/findings.ts";
import type { Repository } from "../../src/repository/repository.ts";
import { hold } from "./family.ts";

/** What sets a whole file aside: each such file is told exactly once. */
const SET_ASIDE = new Set(["too-deep", "deadline-exceeded", "unreadable-schema"]);

/** Facts have places that exist, trouble is told once, counts are numbers. */
export function holdFindings({ facts, diagnostics, counts = {} }: Findings, repository: Repository): void {
  const lines = new Map(
    repository.files.map(({ path }) => [
      path as string,
      (repository.text(path) ?? "").split(/\r\n|[\n\r\u2028\u2029]/).length,
    ]),
  );
  for (const fact of facts) holdPlace(fact, lines);
  const aside = new Set<string>();
  for (const { code, message, file, line } of diagnostics) {
    hold((DIAGNOSTIC_CODES as readonly string[]).includes(code), `no such diagnostic: ${code}`);
    hold(typeof message === "string" && message !== "", `${code} says nothing`);
    hold(file === undefined || lines.has(file), `${code} names a file that is not there`);
    hold(line === undefined || (Number.isInteger(line) && line >= 1), `${code} names line ${line}`);
    if (file === undefined || line !== undefined || !SET_ASIDE.has(code)) continue;
    hold(!aside.has(file), `${file} is set aside twice`);
    aside.add(file);
  }
  for (const [name, count] of Object.entries(counts)) hold(Number.isFinite(count), `${name} counts ${count}`);
}

function holdPlace(fact: Fact, lines: ReadonlyMap<string, number>): void {
  holdPlain(fact, fact.kind);
  if (!("place" in fact)) return;
  const { file, line } = fact.place;
  const last = lines.get(file);
  hold(last !== undefined, `a ${fact.kind} lies in ${JSON.stringify(file)}, which is not there`);
  hold(Number.isInteger(line) && line >= 1 && line <= last, `a ${fact.kind} lies on line ${line} of ${last}`);
}

/** Data that can be written down: no function, symbol, NaN or undefined inside. */
function holdPlain(value: unknown, where: string): void {
  if (value === null || typeof value === "string" || typeof value === "boolean") return;
  if (typeof value === "number") hold(Number.isFinite(value), `${where} is ${value}`);
  else if (Array.isArray(value)) for (const one of value) holdPlain(one, where);
  else {
    hold(typeof value === "object", `${where} is ${typeof value}`);
    for (const [key, one] of Object.entries(value as object))
      if (one !== undefined) holdPlain(one, `${where}.${key}`);
  }
}
