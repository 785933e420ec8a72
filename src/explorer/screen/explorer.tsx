import { Box, Text, useIsScreenReaderEnabled, useStdout } from "ink";
import { createElement, useCallback, useEffect, useReducer } from "react";
import type { Desk } from "../desk.ts";
import type { ExplorerState } from "../state/explorer-state.ts";
import { SMALLEST } from "../state/layout.ts";
import { reduce } from "../state/reduce.ts";
import { WORDS } from "../words/of-language.ts";
import { grant } from "./grant.ts";
import { Lines } from "./lines.tsx";
import { screenRows } from "./screen-rows.ts";
import { spokenText } from "./spoken-text.ts";
import { useKeys } from "./use-keys.ts";

export interface ExplorerProps {
  readonly beginning: ExplorerState;
  readonly desk: Desk;
  readonly onQuit: () => void;
}

/** The explorer: keys and window sizes go into the state, what the state says goes onto the screen. */
export function Explorer({ beginning, desk, onQuit }: ExplorerProps) {
  const [state, dispatch] = useReducer(reduce, beginning);
  useKeys(useCallback((key: string) => dispatch({ do: "press", key }), []));
  const { stdout } = useStdout();
  useEffect(() => {
    const resize = (): void =>
      dispatch({ do: "resize", size: { columns: stdout.columns, rows: stdout.rows } });
    stdout.on("resize", resize);
    return () => {
      stdout.off("resize", resize);
    };
  }, [stdout]);
  useEffect(() => {
    if (state.wishes.length === 0) return;
    dispatch({ do: "take wishes" });
    for (const wish of state.wishes) void grant(wish, desk, dispatch, onQuit);
  }, [state.wishes, desk, onQuit]);
  return <Screen state={state} desk={desk} />;
}

/** What a state looks like. */
export function Screen({
  state,
  desk,
}: {
  readonly state: ExplorerState;
  readonly desk: Pick<Desk, "lines">;
}) {
  const spoken = useIsScreenReaderEnabled();
  const { columns, rows } = state.size;
  if (spoken) return <Text>{spokenText(state)}</Text>;
  if (columns < SMALLEST.columns || rows < SMALLEST.rows)
    return <Text>{WORDS[state.lang].tooSmall(SMALLEST.columns, SMALLEST.rows)}</Text>;
  const boxes = screenRows(state, desk).map((row) =>
    createElement(Box, { flexShrink: 0 }, ...row.map((lines) => createElement(Lines, { lines }))),
  );
  return createElement(Box, { flexDirection: "column", width: columns, height: rows - 1 }, ...boxes);
}
