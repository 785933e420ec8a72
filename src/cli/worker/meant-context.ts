import { type Context, LEVELS, type Level } from "../../model/context.ts";
import type { Report } from "../../model/report.ts";
import { safeTerm } from "../../reporters/safe-term.ts";
import { closest } from "../closest.ts";
import { EXIT, Failure } from "../exit-codes.ts";

/** The context that a person means by an id or a name: a large piece before a smaller one of the same name. */
export function meantContext(
  { grouping }: Report,
  asked: string,
  levels: readonly Level[] = LEVELS,
): Context {
  const contexts = levels.flatMap((level) => grouping.contexts.filter((context) => context.level === level));
  const wanted = asked.toLowerCase();
  const found =
    contexts.find(({ id }) => id === asked || id.endsWith(`/${wanted}`)) ??
    contexts.find(({ name }) => name.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const near =
    closest(
      asked,
      contexts.map(({ name }) => name),
    ) ?? contexts.map(({ name }) => name).join(", ");
  throw new Failure(safeTerm(`there is no context "${asked}"; there is ${near}`), EXIT.usage);
}
