import { useStdin } from "ink";
import { useLayoutEffect } from "react";
import { readKeys } from "../keys/read-keys.ts";

/** Hands over every key that is pressed while `active`. */
export function useKeys(press: (key: string) => void, active = true): void {
  // ink's own useInput hands over a burst of keys as one.
  const { internal_eventEmitter: input, setRawMode } = useStdin();
  // Before the frame is painted: a key that is pressed at the first sight of it counts.
  useLayoutEffect(() => {
    if (!active) return;
    setRawMode(true);
    const hear = (data: string): void => {
      for (const key of readKeys(data)) press(key);
    };
    input.on("input", hear);
    return () => {
      input.off("input", hear);
      setRawMode(false);
    };
  }, [input, setRawMode, press, active]);
}
