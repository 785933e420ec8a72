import type { CommitNote, Coupling, Node } from "../../src/model/graph.ts";
import type { CommitHash, FilePath } from "../../src/model/ids.ts";
import { byCodeUnit } from "../../src/model/ids.ts";
import type { Report } from "../../src/model/report.ts";
import { sampleReport } from "./sample-report.ts";

/** Names that try to end the data, begin an element, run a script, leave the page, become a prototype, or hide. */
export const HOSTILE: readonly string[] = [
  "</script><script>alert(1)</script>",
  "<!--<script>alert(1)",
  "<img src=x onerror=alert(1)>",
  '"><svg onload=alert(1)>',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<base href="https://example.org/">',
  '<form action="https://example.org"><input name=a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<link rel="stylesheet" href="https://example.org/a.css">',
  "<style>@import 'https://example.org/a.css'</style>",
  "javascript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "toString",
  "a\u2028b\u2029c",
  "right\u202Eleft",
  "lone\uD800surrogate",
  "nul\u0000byte",
  "\u001b[31mred\u001b[0m",
  "two\nlines\tand\rmore",
  "$" + "{alert(1)}",
  "{{constructor.constructor('alert(1)')()}}",
  "&lt;b&gt;&amp;",
  "' onmouseover='alert(1)",
  "]]><![CDATA[",
  "back\\slash\\",
  "=HYPERLINK(1)",
];

/** Where a name of somebody's repository, or of whoever decides about it, can stand. */
export const PLACES = [
  "class",
  "table",
  "column",
  "path",
  "author",
  "subject",
  "context",
  "decision",
] as const;

/** One report in which every hostile name stands in every place, and where to find which. */
export interface HostileReport {
  readonly report: Report;
  readonly units: readonly string[];
  readonly tables: readonly string[];
  readonly contexts: readonly string[];
  /** Contexts whose people have hostile names, and which. */
  readonly teams: readonly { readonly context: string; readonly names: readonly string[] }[];
}

const PEOPLE_SHOWN = 6;

/** A shop that hostile people made. */
export function hostileReport(): HostileReport {
  const shop = sampleReport({ macro: 10, units: 170, couplings: 200 });
  const units = idsOf(shop, "unit");
  const tables = idsOf(shop, "table");
  const contexts = shop.grouping.contexts.slice(0, HOSTILE.length).map(({ id }) => id);
  if ([units, tables, contexts].some((ids) => ids.length < HOSTILE.length)) throw new Error("too few places");
  const nameOf = (ids: readonly string[], id: string) => HOSTILE[ids.indexOf(id)];
  const nodes = shop.graph.nodes.map((node): Node => {
    const name = nameOf(node.kind === "unit" ? units : tables, node.id);
    if (name === undefined) return node;
    if (node.kind === "unit") return { ...node, name, file: `src/${name}/${name}.ts` as FilePath };
    return { ...node, name, columns: [{ name, type: name, nullable: false }] };
  });
  const commits = HOSTILE.map(
    (subject, place): CommitNote => ({
      commit: place.toString(16).padStart(40, "0") as CommitHash,
      day: "2026-01-01",
      author: place,
      subject,
    }),
  );
  const teams = shop.plan.dossiers
    .slice(0, Math.ceil(HOSTILE.length / PEOPLE_SHOWN))
    .map(({ context }, at) => ({
      context,
      names: HOSTILE.slice(at * PEOPLE_SHOWN, (at + 1) * PEOPLE_SHOWN),
    }));
  const report: Report = {
    ...shop,
    repository: { ...shop.repository, name: HOSTILE[0] ?? "" },
    graph: {
      nodes,
      couplings: [
        ...shop.graph.couplings.filter(({ kind }) => kind !== "co-change"),
        ...changedTogether(units, commits),
      ].sort((a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to) || byCodeUnit(a.kind, b.kind)),
      commits,
    },
    contributors: HOSTILE.map((name, author) => ({
      kind: "contributor",
      author,
      revisions: 9,
      bot: false,
      name,
    })),
    grouping: {
      ...shop.grouping,
      contexts: shop.grouping.contexts.map((context) => ({
        ...context,
        name: nameOf(contexts, context.id) ?? context.name,
      })),
    },
    plan: {
      ...shop.plan,
      dossiers: shop.plan.dossiers.map((dossier) => {
        const names = teams.find(({ context }) => context === dossier.context)?.names ?? [];
        const authors = names.map((name) => ({ author: HOSTILE.indexOf(name), revisions: 9, share: 0.1 }));
        return { ...dossier, team: { authors, mainAuthors: 1, manyCooks: false, spread: [] } };
      }),
    },
    decisions: HOSTILE.map((name) => ({ kind: "note", about: name, author: name, reason: name, line: 1 })),
  };
  return {
    report,
    units: units.slice(0, HOSTILE.length),
    tables: tables.slice(0, HOSTILE.length),
    contexts,
    teams,
  };
}

function idsOf(report: Report, kind: Node["kind"]): string[] {
  return report.graph.nodes.filter((node) => node.kind === kind).map(({ id }) => id);
}

function changedTogether(units: readonly string[], commits: readonly CommitNote[]): Coupling[] {
  return commits.map(({ commit }, place) => ({
    from: units[place] as Coupling["from"],
    to: units[place + HOSTILE.length] as Coupling["to"],
    kind: "co-change",
    strength: 0.5,
    count: 1,
    evidence: [{ commit }],
  }));
}
