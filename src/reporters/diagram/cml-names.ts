/** Words of the language that one of our endings could make. */
const RESERVED = ["boundedcontext", "contextmap"];

/** Gives identifiers: what can be kept of a name, what kind of thing it is, and a number where that is taken. */
export class CmlNames {
  readonly #taken = new Set<string>(RESERVED);

  /** `order lines`, `Table` → `OrderLinesTable`. No keyword of CML ends like ours, so that none is hit. */
  identifier(name: string, ending: string): string {
    const wanted = `${slugOf(name)}${ending}`;
    for (let number = 1; ; number += 1) {
      const identifier = number === 1 ? wanted : `${wanted}${number}`;
      const key = identifier.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return identifier;
    }
  }
}

const LONGEST = 60;

function slugOf(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const slug = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .slice(0, LONGEST);
  if (slug === "") return "Unnamed";
  return /^\d/.test(slug) ? `_${slug}` : slug;
}
