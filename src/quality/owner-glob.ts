/** What may come next in a path: one character, or one of several kinds of many. */
type Step = "folders" | "in-folders" | "anything" | "name" | "one" | { readonly character: string };

/**
 * Compiles a glob as CODEOWNERS has it: a leading slash is the root, a folder covers what is in it, a bare name is found
 * anywhere. Follows all ways through the glob at once: however many stars it has, the time is its length times that of
 * the path, where a regular expression would try every way for itself.
 */
export function ownerGlob(glob: string): (path: string) => boolean {
  const anchored = glob.replace(/\/$/, "").includes("/");
  const parts = glob
    .replace(/^\//, "")
    .replace(/\/$/, "")
    .split(/(\*\*\/|\*\*|\*|\?)/);
  const steps: readonly Step[] = [...(anchored ? [] : FOLDERS), ...parts.flatMap(stepsOf)];
  return (path) => matches(steps, path);
}

const FOLDERS: readonly Step[] = ["folders", "in-folders"];

function stepsOf(part: string): readonly Step[] {
  if (part === "**/") return FOLDERS;
  if (part === "**") return ["anything"];
  if (part === "*") return ["name"];
  if (part === "?") return ["one"];
  return part.split("").map((character) => ({ character }));
}

function matches(steps: readonly Step[], path: string): boolean {
  let places = withSkipped(steps, [0]);
  for (const character of path.split("")) {
    if (places.has(steps.length) && character === "/") return true;
    const next = [...places].flatMap((place) => after(steps[place], place, character));
    if (next.length === 0) return false;
    places = withSkipped(steps, next);
  }
  return places.has(steps.length);
}

/** The places that one character leads to. */
function after(step: Step | undefined, place: number, character: string): readonly number[] {
  if (step === undefined) return [];
  if (step === "folders") return character === "/" ? [place + 1, place + 2] : [place + 1];
  if (step === "in-folders") return character === "/" ? [place, place + 1] : [place];
  if (step === "anything") return [place];
  if (step === "name") return character === "/" ? [] : [place];
  if (step === "one") return character === "/" ? [] : [place + 1];
  return step.character === character ? [place + 1] : [];
}

/** The places themselves, and those behind steps that may stand for nothing. */
function withSkipped(steps: readonly Step[], places: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const start of places) {
    for (let place = start; !found.has(place); ) {
      found.add(place);
      const step = steps[place];
      if (step === "folders") place += 2;
      else if (step === "anything" || step === "name") place++;
    }
  }
  return found;
}
