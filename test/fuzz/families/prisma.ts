import { prisma as analyzer } from "../../../src/analyzers/prisma/index.ts";
import { DEFAULT_SETTINGS } from "../../../src/model/settings.ts";
import { fixtures, type Group } from "../corpus.ts";
import type { Family } from "../family.ts";
import { holdFindings } from "../hold-findings.ts";
import { inputRepository } from "../input-repository.ts";
import { mutate } from "../mutate.ts";

export const PRISMA_TOKENS =
  '{ } ( ) [ ] ? @ @@ @id @unique @default( @relation( fields: references: @map( @@map( @@schema( @@index( @@id( model view type enum datasource generator provider = "postgresql" "mongodb" env( String Int BigInt // /// " \' , . : Unsupported( dbgenerated( __proto__ constructor \n \0'.split(
    " ",
  );

let groups: readonly Group[] = [];

/** Schemas of one or several files. */
export const prisma: Family = {
  name: "prisma",
  full: 2000,
  small: 150,
  budget: 1500,
  make: (dice) => {
    if (groups.length === 0)
      groups = fixtures()
        .map(schemas)
        .filter((group) => Object.keys(group).length > 0);
    const group = dice.pick(groups);
    const donors = groups.flatMap((one) => Object.values(one));
    const chosen = dice.pick(Object.keys(group));
    const mutated = Object.entries(group).map(([path, text]) => {
      const changes = path === chosen || dice.chance(0.5);
      return [path, changes ? mutate(text, dice, { tokens: PRISMA_TOKENS, donors }) : text];
    });
    return Object.fromEntries(mutated);
  },
  check: async (input) => {
    const repository = inputRepository(input);
    holdFindings(await analyzer.analyze(repository, DEFAULT_SETTINGS, () => {}), repository);
  },
};

function schemas(group: Group): Group {
  return Object.fromEntries(Object.entries(group).filter(([path]) => path.endsWith(".prisma")));
}
