import { Box, useStdout } from "ink";
import { useCallback, useEffect, useState } from "react";
import type { Decisions } from "../../model/decision.ts";
import type { Report } from "../../model/report.ts";
import type { Lang } from "../../reporters/copy.ts";
import type { Desk } from "../desk.ts";
import { beginningState, type ExplorerState } from "../state/explorer-state.ts";
import { settled } from "../state/settled.ts";
import { WORDS } from "../words/of-language.ts";
import { worldOf } from "../world/world.ts";
import { Explorer } from "./explorer.tsx";
import { Lines } from "./lines.tsx";
import { type Phase, phaseLines, phasesWith } from "./phase-lines.ts";
import { useKeys } from "./use-keys.ts";

/** A report without and with the decisions that were read from a file. */
export interface Loaded {
  readonly base: Report;
  readonly report: Report;
  readonly decisions: Decisions;
}

/** Gets the report and tells how far that is. */
export type Load = (progress: (phase: string, done: number, total: number) => void) => Promise<Loaded>;

export interface LobbyProps {
  readonly load: Load;
  readonly lang: Lang;
  readonly author: string;
  readonly desk: Desk;
  readonly onQuit: () => void;
  readonly onFailure: (error: unknown) => void;
}

/** Shows how the analysis goes; the explorer opens as soon as there is something to explore. */
export function Lobby({ load, lang, author, desk, onQuit, onFailure }: LobbyProps) {
  const { stdout } = useStdout();
  const [phases, setPhases] = useState<readonly Phase[]>([]);
  const [beginning, setBeginning] = useState<ExplorerState | null>(null);
  useEffect(() => {
    const tell = (phase: string, done: number, total: number): void =>
      setPhases((known) => phasesWith(known, { phase, done, total }));
    const open = ({ base, report, decisions }: Loaded): void => {
      const size = { columns: stdout.columns, rows: stdout.rows };
      const before = worldOf(base);
      const world = base === report ? before : worldOf(report, before);
      setBeginning(settled(beginningState({ base: before, world, decisions, lang, author, size })));
    };
    load(tell).then(open).catch(onFailure);
  }, [load, lang, author, stdout, onFailure]);
  const press = useCallback((key: string) => {
    if (key === "ctrl-c") process.kill(process.pid, "SIGINT");
  }, []);
  useKeys(press, beginning === null);
  if (beginning !== null) return <Explorer beginning={beginning} desk={desk} onQuit={onQuit} />;
  return (
    <Box>
      <Lines lines={phaseLines(phases, WORDS[lang], stdout.columns, stdout.rows - 1)} />
    </Box>
  );
}
