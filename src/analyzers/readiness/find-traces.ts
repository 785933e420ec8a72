import type { Trace, TraceKind } from "../../model/fact.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import { dependenciesOf, tracesOfPackage } from "./traces-of-packages.ts";
import { tracesOfPath } from "./traces-of-paths.ts";
import { tracesOfText } from "./traces-of-text.ts";

/** Traces of one kind that are listed; more of the same say nothing new. */
const LISTED = 5;

/** Every kind of trace with its first places, from paths and manifests, and then from the texts that are read. */
export class TraceFinder {
  readonly #traces: Trace[];

  constructor(repository: Repository) {
    this.#traces = [...ofPaths(repository), ...ofTests(repository), ...ofManifests(repository)];
  }

  read(file: FilePath, text: string): void {
    for (const { kind, line } of tracesOfText(file, text))
      this.#traces.push(traceOf(kind, nameOf(file), file, line));
  }

  /** Call it when all texts were read. */
  found(): Trace[] {
    const counts = new Map<TraceKind, number>();
    return this.#traces.filter(({ trace }) => {
      const count = (counts.get(trace) ?? 0) + 1;
      counts.set(trace, count);
      return count <= LISTED;
    });
  }
}

function ofPaths({ files }: Repository): Trace[] {
  return files.flatMap(({ path }) => tracesOfPath(path).map((kind) => traceOf(kind, nameOf(path), path, 1)));
}

function ofTests({ files }: Repository): Trace[] {
  const tests = files.filter((file) => file.class === "test");
  const [first] = tests;
  return first === undefined ? [] : [traceOf("unit-tests", `${tests.length} test files`, first.path, 1)];
}

function ofManifests(repository: Repository): Trace[] {
  const read = repository.packages.filter(({ chosen, folder }) => chosen || folder === "");
  return read.flatMap(({ folder }) => {
    const manifest = (folder === "" ? "package.json" : `${folder}/package.json`) as FilePath;
    return dependenciesOf(repository.text(manifest) ?? "").flatMap(({ name, line }) =>
      tracesOfPackage(name).map((kind) => traceOf(kind, name, manifest, line)),
    );
  });
}

function traceOf(trace: TraceKind, what: string, file: FilePath, line: number): Trace {
  return { kind: "trace", trace, what, place: { file, line } };
}

function nameOf(path: FilePath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
