import type { Analyzer } from "./analyzer.ts";
import { git } from "./git/index.ts";
import { prisma } from "./prisma/index.ts";
import { readiness } from "./readiness/index.ts";
import { sql } from "./sql/index.ts";
import { typescript } from "./typescript/index.ts";

/** Everything that reads a repository. History comes first: git works in its own process while source is parsed. */
export const ANALYZERS: readonly Analyzer[] = [git, prisma, sql, typescript, readiness];

/** What git can begin with while the folder is being opened. */
export const GIT_AHEAD = ANALYZERS.flatMap(({ ahead = [] }) => ahead);
