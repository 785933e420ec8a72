import { type Instance, render } from "ink";
import type { Lang } from "../reporters/copy.ts";
import type { Desk } from "./desk.ts";
import { TonesContext } from "./screen/lines.tsx";
import type { Load } from "./screen/lobby.tsx";
import { Lobby } from "./screen/lobby.tsx";
import { tonesFor } from "./screen/tones.ts";

/** What an explorer is opened with. */
export interface Opening {
  readonly load: Load;
  readonly lang: Lang;
  /** In whose name decisions are taken. */
  readonly author: string;
  readonly colours: boolean;
  readonly desk: Desk;
}

/** An explorer on the screen. */
export interface OpenExplorer {
  /** Resolves when the user quits; rejects when loading or drawing fails. */
  readonly closed: Promise<void>;
  /** Stops drawing, so that the screen can be given back. */
  readonly close: () => void;
}

/** One frame for a burst of keys. */
const FRAMES_PER_SECOND = 60;

/** Shows the explorer on this terminal. Whoever calls it gives it a screen of its own and takes that back. */
export function openExplorer({ load, lang, author, colours, desk }: Opening): OpenExplorer {
  let instance: Instance | null = null;
  let failure: unknown = null;
  const close = (): void => instance?.unmount();
  const fail = (error: unknown): void => {
    failure = error;
    close();
  };
  instance = render(
    <TonesContext value={tonesFor(colours)}>
      <Lobby load={load} lang={lang} author={author} desk={desk} onQuit={close} onFailure={fail} />
    </TonesContext>,
    { exitOnCtrlC: false, patchConsole: false, maxFps: FRAMES_PER_SECOND },
  );
  const closed = instance.waitUntilExit().then(() => {
    if (failure !== null) throw failure;
  });
  return { closed, close };
}
