import type { Team } from "../../model/dossier.ts";
import type { Landscape } from "../landscape.ts";

/** More people than two pizzas feed, twice over. */
const MANY_PEOPLE = 10;

/** Who made each context what it is: revisions of its files by author; bots are left out. */
export function teamsOf({ contexts, files, sources }: Landscape): Team[] {
  const bots = new Set(sources.contributors.filter(({ bot }) => bot).map(({ author }) => author));
  const counts = contexts.map(() => new Map<number, number>());
  for (const { home, authors } of files) {
    for (const [author, revisions] of authors) {
      if (!bots.has(author)) counts[home]?.set(author, (counts[home]?.get(author) ?? 0) + revisions);
    }
  }
  const ranked = counts.map(rankedAuthors);
  const mains = ranked.map((authors) => authors.slice(0, mainAuthorsOf(authors)).map(({ author }) => author));
  return ranked.map((authors, context) => ({
    authors,
    mainAuthors: mainAuthorsOf(authors),
    manyCooks: authors.length > MANY_PEOPLE && mainAuthorsOf(authors) > 3,
    spread: (mains[context] ?? []).flatMap((author) => {
      const others = contexts.filter((_, other) => other !== context && mains[other]?.includes(author));
      return others.length > 0 ? [{ author, contexts: others }] : [];
    }),
  }));
}

function rankedAuthors(counts: ReadonlyMap<number, number>): Team["authors"] {
  const all = [...counts.values()].reduce((sum, revisions) => sum + revisions, 0);
  return [...counts]
    .sort(([left, a], [right, b]) => b - a || left - right)
    .map(([author, revisions]) => ({
      author,
      revisions,
      share: Math.round((1000 * revisions) / all) / 1000,
    }));
}

/** The fewest authors that made half of all revisions. */
function mainAuthorsOf(authors: Team["authors"]): number {
  const half = authors.reduce((sum, { revisions }) => sum + revisions, 0) / 2;
  let made = 0;
  let count = 0;
  for (const { revisions } of authors) {
    if (made >= half) break;
    made += revisions;
    count += 1;
  }
  return count;
}
