import type { Family } from "../family.ts";
import { checker, code } from "./code.ts";
import { configuration, decisions, reference } from "./documents.ts";
import { growth } from "./growth.ts";
import { history } from "./history.ts";
import { nesting } from "./nesting.ts";
import { prisma } from "./prisma.ts";
import { manifests, repositories } from "./repositories.ts";
import { results } from "./results.ts";
import { sql } from "./sql.ts";
import { webs } from "./webs.ts";

/** Every kind of input that somebody else's repository, or a file from others, may bring. */
export const FAMILIES: readonly Family[] = [
  code,
  checker,
  sql,
  prisma,
  history,
  decisions,
  configuration,
  reference,
  manifests,
  repositories,
  results,
  nesting,
  growth,
  webs,
];
