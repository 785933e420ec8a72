import type { Diagnostic } from "../../../../model/diagnostic.ts";
import type { Fact } from "../../../../model/fact.ts";
import { type Dialect, dialectOfDrivers } from "../../../../sql/dialect.ts";
import type { PlacedOperation } from "../../../../sql/schema-state.ts";
import { SqlReader } from "../../../../sql/sql-reader.ts";
import type { Project } from "../../project.ts";
import { remembered } from "../remembered.ts";
import { ChainIndex } from "./chain-index.ts";
import type { Seen } from "./sightings.ts";

/** What the readers of data share: the chains of calls, one reader of SQL, and what each of them found out. */
export interface DataProject extends Project {
  readonly chains: ChainIndex;
  readonly sql: SqlReader;
}

/** Migrations that are applied one after the other; each set has its own order and ends in its own schema. */
export interface MigrationSet {
  readonly source: string;
  readonly operations: readonly PlacedOperation[];
}

/** What one data reader brings home. */
export interface DataFindings {
  /** Tables, mappings, keys: facts that are complete as they are. */
  readonly facts?: readonly Fact[];
  readonly seen?: readonly Seen[];
  readonly migrations?: readonly MigrationSet[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** Reads one idiom of getting at data. Adding one is a file, a line in `data/index.ts` and a fixture. */
export interface DataReader {
  readonly name: string;
  /** Is it used here at all? Asked before anything else is computed. */
  appliesTo(project: Project): boolean;
  read(project: DataProject): DataFindings;
}

/** Equips a project with what all data readers need. */
export function dataProject(project: Project): DataProject {
  return {
    ...project,
    // Mappers ask for the parents of an entity with every relation to it.
    parentsOf: remembered(project.parentsOf),
    chains: new ChainIndex(project),
    sql: new SqlReader(dialectOf(project)),
  };
}

/** The dialect that the drivers of the chosen packages speak; PostgreSQL where nothing tells. */
export function dialectOf(project: Project): Dialect {
  const drivers = project.repository.packages
    .filter(({ chosen, folder }) => chosen || folder === "")
    .flatMap(({ manifest }) => [
      ...Object.keys(Object(manifest.dependencies)),
      ...Object.keys(Object(manifest.devDependencies)),
    ]);
  return dialectOfDrivers(drivers)?.dialect ?? "postgresql";
}
