/** Whoever made one mistake a thousand times needs to see it a few times. */
const TOLD = 10;

/** The first few complaints that differ, and whether there are more; no more than those are asked for. */
export function firstFew(complaints: Iterable<string>): string[] {
  const told = new Set<string>();
  for (const complaint of complaints) {
    if (told.size === TOLD && !told.has(complaint)) return [...told, "and more"];
    told.add(complaint);
  }
  return [...told];
}
