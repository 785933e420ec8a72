import type { Hazard } from "../../model/fact.ts";
import type { FilePath } from "../../model/ids.ts";
import type { Repository } from "../../repository/repository.ts";
import { answerShapesOf, differentAnswers } from "./hazards/answers.ts";
import { type HazardRule, matches, type Sighting, withoutComments } from "./hazards/hazard-rule.ts";
import { httpWithoutTimeout } from "./hazards/http-without-timeout.ts";
import { consumerWithoutDeduplication, producerWithoutKey } from "./hazards/messages.ts";
import { localFiles, serverSideSession, stateInMemory } from "./hazards/state.ts";

const RULES: readonly HazardRule[] = [
  httpWithoutTimeout,
  stateInMemory,
  serverSideSession,
  localFiles,
  consumerWithoutDeduplication,
  producerWithoutKey,
];
/** Any of these says that somebody thought of stopping in good order. */
const STOPS =
  /enableShutdownHooks\(|process\.(on|once)\(\s*['"`]SIG(TERM|INT)['"`]|graceful-?shutdown|stoppable|terminus/i;
const LISTENS = /\b(?:app|server|httpServer|fastify)\.listen\s*\(/g;

/** The lines of the source that bite once it runs in more than one process. */
export function findHazards(repository: Repository): Hazard[] {
  const sources = repository.files
    .filter((file) => file.class === "source")
    .map(({ path }) => ({ file: path, ...readFile(repository, path) }));
  const hazards = sources.flatMap(({ file, sightings }) =>
    sightings.map((sighting) => hazardOf(file, sighting)),
  );
  const answers = differentAnswers(sources.map(({ file, shapes }) => ({ key: file, shapes })));
  const listens = sources.some(({ stops }) => stops) ? [] : sources;
  return [
    ...hazards,
    ...answers.map(({ key, sighting }) => hazardOf(key, sighting)),
    ...listens.flatMap(({ file, listens: lines }) =>
      lines.map((line) => hazardOf(file, { ...UNSTOPPED, line })),
    ),
  ];
}

const UNSTOPPED = { hazard: "no-graceful-shutdown", what: "listen(…)" } as const;

/** Only what was seen is kept, never the text: files are many. */
function readFile(repository: Repository, path: FilePath) {
  const code = withoutComments(repository.text(path) ?? "");
  return {
    sightings: RULES.flatMap((rule) => rule(code)),
    shapes: answerShapesOf(code),
    stops: STOPS.test(code),
    listens: matches(code, LISTENS).map(({ line }) => line),
  };
}

function hazardOf(file: FilePath, { hazard, what, line }: Sighting): Hazard {
  return { kind: "hazard", hazard, what, place: { file, line } };
}
