import type { Border, Dossier } from "../../model/dossier.ts";
import { byCodeUnit, type FilePath, type NodeId } from "../../model/ids.ts";
import type { Appraisal } from "../appraise.ts";
import type { Landscape } from "../landscape.ts";
import { migrationOf } from "./migration.ts";
import { rewriteHintsOf } from "./rewrite.ts";
import { routesOf } from "./routes.ts";
import { teamsOf } from "./team.ts";
import { unlocksOf } from "./unlocks.ts";
import { untestedOf } from "./untested.ts";
import { unusedOf } from "./unused.ts";
import { WhatIf } from "./what-if.ts";

/** The cut sheet of every context of a landscape. */
export function dossiersOf(landscape: Landscape, appraisal: Appraisal, border: Border): Dossier[] {
  const files = movingFiles(landscape);
  const routes = routesOf(landscape);
  const untested = untestedOf(landscape);
  const unused = unusedOf(landscape);
  const rewrites = rewriteHintsOf(landscape);
  const teams = teamsOf(landscape);
  const unlocks = unlocksOf(landscape, border, new WhatIf(landscape, appraisal));
  return landscape.contexts.map((context, position) => ({
    context,
    files: files[position] ?? [],
    tables: border.tables.filter(({ owner }) => owner === context).map(({ table }) => table),
    routes: routes[position] ?? [],
    migration: migrationOf(context, border),
    untested: untested[position] ?? [],
    unused: unused[position] ?? [],
    rewrite: rewrites[position]!,
    team: teams[position]!,
    unlocks: unlocks[position] ?? [],
  }));
}

/** The units that move, by file. A file with units of two contexts is listed in both: it must be split. */
function movingFiles({ contexts, units, home }: Landscape): Dossier["files"][] {
  const byFile = contexts.map(() => new Map<FilePath, { lines: number; units: NodeId[] }>());
  for (const unit of [...units.values()].sort((left, right) => byCodeUnit(left.id, right.id))) {
    const files = byFile[home.get(unit.id) ?? -1];
    const entry = files?.get(unit.file) ?? { lines: 0, units: [] };
    entry.lines += unit.lines;
    entry.units.push(unit.id);
    files?.set(unit.file, entry);
  }
  return byFile.map((files) =>
    [...files]
      .sort(([left], [right]) => byCodeUnit(left, right))
      .map(([file, entry]) => ({ file, ...entry })),
  );
}
