import type { Expr } from "../../ir.ts";
import type { IsMeant } from "../calls-by-name.ts";
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
