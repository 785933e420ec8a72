import type { NodeId } from "../../../../model/ids.ts";
import type { Expr } from "../../ir.ts";
import type { IsMeant } from "../calls-by-name.ts";
import { remembered } from "../remembered.ts";
import type { Chain, Step } from "./chains.ts";

/** The words of a query builder that names tables by texts: Knex, Kysely. */
export interface BuilderWords {
  readonly source: string;
  /** May a step of this name begin a query? Only for those `entry` is asked. */
  readonly begins: IsMeant;
  /** Does this step begin a query (or name its table), and with which argument? */
  entry(
    step: Step,
    chain: Chain,
  ): { readonly access: "read" | "write"; readonly args: readonly Expr[] } | null;
  readonly joins: RegExp;
  readonly writes: ReadonlySet<string>;
  /** Steps whose texts and keys are columns. */
  readonly columns: ReadonlySet<string>;
  /** How the database calls a table or column that the code calls so. */
  rename(name: string): string;
}

/** The same words, which ask about each name once. */
export function askedByName(words: BuilderWords): BuilderWords {
  const begins = remembered(words.begins);
  return { ...words, entry: (step, chain) => (begins(step.name) ? words.entry(step, chain) : null) };
}

/** A table that a chain names, and what it is called inside the query. */
export interface Named {
  readonly table: NodeId;
  readonly alias: string;
  readonly access: "read" | "write";
  readonly isOwn: boolean;
}
