import { ambiguousWords } from "../../src/contexts/ambiguous-words.ts";
import { groupContexts } from "../../src/contexts/group-contexts.ts";
import type { Context, Grouping, Level, Measures, Membership } from "../../src/model/context.ts";
import type { Coupling, CouplingKind, Evidence, Node, TableNode, UnitNode } from "../../src/model/graph.ts";
import type { CommitHash, ContextId, FilePath } from "../../src/model/ids.ts";
import { byCodeUnit, tableId, unitId } from "../../src/model/ids.ts";
import { DEFAULT_PLAN_SETTINGS } from "../../src/model/plan.ts";
import type { Report } from "../../src/model/report.ts";
import { DEFAULT_SETTINGS } from "../../src/model/settings.ts";
import { groupBy } from "../../src/page/group-by.ts";
import { planExtraction } from "../../src/plan/plan-extraction.ts";
import { ENDINGS, MIDDLES, PARTS, VERBS } from "./sample-names.ts";

export interface SampleSize {
  readonly macro: number;
  readonly units: number;
  readonly couplings: number;
  readonly seed?: number;
  /** Names that stand in for the first units' own: to see what hostile ones do. */
  readonly names?: readonly string[];
  /** Let the program find the contexts, as the board will; otherwise they are those that the shop was made of. */
  readonly grouped?: boolean;
}

/** A believable report of a shop of any size; the same size and seed give the same report. */
export function sampleReport(size: SampleSize): Report {
  const random = randomNumbers(size.seed ?? 7);
  const parts = partsOf(size.macro);
  const members = parts.flatMap((part, place) => nodesOf(part, place, size, random));
  const couplings = couplingsOf(members, size.couplings, random);
  const nodes = members.map(({ node }) => node).sort((left, right) => byCodeUnit(left.id, right.id));
  const graph = { nodes, couplings, commits: commitsOf() };
  const sources = {
    endpoints: endpointsOf(members),
    messages: [],
    transactions: [],
    contributors: Array.from({ length: 9 }, (_, author) => ({
      kind: "contributor" as const,
      author,
      revisions: 400 - author * 40,
      bot: author === 8,
    })),
    tested: nodes.filter((_, place) => place % 3 > 0).map(({ id }) => id),
  };
  const grouping = size.grouped
    ? groupContexts(graph, DEFAULT_SETTINGS, [], { endpoints: sources.endpoints })
    : groupingOf(parts, members, couplings, random);
  return {
    $schema: "https://example.org/monocarve.schema.json",
    schemaVersion: "1.0.0",
    tool: { name: "monocarve", version: "0.1.0" },
    repository: { name: "corner-shop", commit: hashOf(1), uncommitted: 0, packages: [] },
    settings: DEFAULT_SETTINGS,
    decisions: [],
    completeness: {
      seen: nodes.length * 2,
      parsed: Math.round(nodes.length * 1.1),
      partial: 3,
      skipped: {
        test: Math.round(nodes.length * 0.5),
        asset: Math.round(nodes.length * 0.35),
        generated: 14,
      },
      counts: { "calls.resolved": 4210, "calls.open": 96, "sql.parsed": 211, "sql.scanned": 12 },
    },
    graph,
    ...sources,
    grouping,
    plan: planExtraction(graph, grouping, sources, DEFAULT_PLAN_SETTINGS),
    diagnostics: [
      {
        severity: "warning",
        code: "unresolved-calls",
        message: "96 calls could not be resolved.",
        count: 96,
      },
      {
        severity: "warning",
        code: "partial-sql",
        message: "A statement is put together at run time.",
        count: 12,
      },
      {
        severity: "note",
        code: "sweeping-commits",
        message: "Commits that touch more than 30 files say nothing about coupling and were left out.",
        count: 7,
      },
      {
        severity: "warning",
        code: "syntax-error",
        message: "The file could not be parsed as a whole.",
        file: "src/legacy/order-export.ts" as FilePath,
        line: 118,
      },
    ],
  };
}

interface Part {
  readonly name: string;
  readonly inside: readonly string[];
}

interface Member {
  readonly node: Node;
  readonly macro: number;
  readonly micro: number;
}

function partsOf(count: number): Part[] {
  return Array.from({ length: count }, (_, place) => {
    const part = PARTS[place % PARTS.length]!;
    const round = Math.floor(place / PARTS.length);
    if (round === 0) return part;
    const region = ["Wholesale", "Marketplace", "Partner", "Outlet"][round - 1] ?? `Region ${round}`;
    return { name: `${region} ${part.name}`, inside: part.inside.map((name) => `${region} ${name}`) };
  });
}

function nodesOf(part: Part, macro: number, size: SampleSize, random: () => number): Member[] {
  const share = (1 / size.macro) * (0.6 + 0.8 * random());
  const units = Math.max(part.inside.length * 3, Math.round(size.units * share));
  const folder = slug(part.name);
  const members: Member[] = [];
  for (let n = 0; n < units; n++) {
    const micro = n % part.inside.length;
    const name = nameOf(part.inside[micro]!, n, macro, size);
    const file = `src/${folder}/${slug(part.inside[micro]!)}/${slug(name)}-${n}.ts` as FilePath;
    members.push({ node: unitOf(name, file, n, random), macro, micro });
    if (n % 5 === 0) {
      const table = slug(`${part.inside[micro]} ${MIDDLES[Math.floor(n / 5) % MIDDLES.length]}`).replaceAll(
        "-",
        "_",
      );
      members.push({
        node: tableOf(n < MIDDLES.length * 5 ? table : `${table}_${n}`, folder, n),
        macro,
        micro,
      });
    }
  }
  return members;
}

function nameOf(inside: string, n: number, macro: number, size: SampleSize): string {
  const given = macro === 0 ? size.names?.[n] : undefined;
  if (given !== undefined) return given;
  const ending = ENDINGS[n % ENDINGS.length]!;
  return `${inside.replaceAll(" ", "").replace(/s$/, "")}${MIDDLES[Math.floor(n / ENDINGS.length) % MIDDLES.length]}${ending[0]}`;
}

function unitOf(name: string, file: FilePath, n: number, random: () => number): UnitNode {
  const lines = 20 + Math.floor(random() ** 3 * 900);
  return {
    kind: "unit",
    id: unitId(file, name),
    name,
    file,
    line: 3 + (n % 9),
    lines,
    form: "class",
    role: ENDINGS[n % ENDINGS.length]![1],
    complexity: Math.round(lines / 9),
    methods: VERBS.slice(n % 4, (n % 4) + 4).map((verb, place) => ({
      name: verb,
      line: 10 + place * 12,
      signature: "(id: string): Promise<void>",
    })),
    fields: ["id", "status", "createdAt"],
    exported: true,
    debtMarkers: n % 7 === 0 ? 2 : 0,
    selfCalls: [],
    comment: "",
    revisions: 2 + Math.floor(random() ** 2 * 60),
    churn: Math.floor(random() ** 3 * 1400),
    authors: [[n % 8, 4]],
    firstDay: "2019-03-04",
    lastDay: "2026-10-12",
    package: "",
  };
}

function tableOf(name: string, folder: string, n: number): TableNode {
  return {
    kind: "table",
    id: tableId(name),
    name,
    schema: null,
    form: "table",
    columns: [
      { name: "id", type: "uuid", nullable: false },
      { name: "status", type: "text", nullable: false },
      { name: "customer_id", type: "uuid", nullable: true },
    ],
    source: "typeorm",
    file: `src/${folder}/schema.sql` as FilePath,
    line: 1 + n * 7,
    declared: true,
  };
}

function couplingsOf(members: readonly Member[], count: number, random: () => number): Coupling[] {
  const units = members.filter(({ node }) => node.kind === "unit");
  const tables = members.filter(({ node }) => node.kind === "table");
  const byMacro = groupBy(units, ({ macro }) => macro);
  const tablesByMacro = groupBy(tables, ({ macro }) => macro);
  const macros = [...byMacro.keys()];
  const found = new Map<string, Coupling>();
  const near = (macro: number, n: number) => macros[(macro + n) % macros.length]!;
  for (let tries = 0; tries < count * 3 && found.size < count; tries++) {
    const from = units[Math.floor(random() * units.length)]!;
    const outside = random() < 0.22;
    const target = outside
      ? near(from.macro, 1 + Math.floor(random() ** 2 * Math.min(4, macros.length - 1)))
      : from.macro;
    const chance = random();
    const pick = (list: readonly Member[] = []) => list[Math.floor(random() ** 1.6 * list.length)];
    let source: Member = from;
    let to: Member | undefined;
    let kind: CouplingKind;
    if (chance < 0.46) [kind, to] = ["call", pick(byMacro.get(target))];
    else if (chance < 0.54) [kind, to] = ["construction", pick(byMacro.get(target))];
    else if (chance < 0.6) [kind, to] = ["injection", pick(byMacro.get(target))];
    else if (chance < 0.63) [kind, to] = ["inheritance", pick(byMacro.get(target))];
    else if (chance < 0.72) [kind, to] = ["import", pick(byMacro.get(target))];
    else if (chance < 0.86)
      [kind, to] = ["table-access", pick(tablesByMacro.get(outside && random() < 0.5 ? target : from.macro))];
    else if (chance < 0.9) [kind, to] = ["co-change", pick(byMacro.get(target))];
    else {
      kind = (["join", "foreign-key", "transaction"] as const)[Math.floor(random() * 3)]!;
      source = pick(tablesByMacro.get(from.macro)) ?? from;
      to = pick(tablesByMacro.get(target));
    }
    if (
      !to ||
      to === source ||
      source.node.kind !==
        (kind === "join" || kind === "foreign-key" || kind === "transaction" ? "table" : "unit")
    )
      continue;
    const sightings = 1 + Math.floor(random() ** 3 * 9);
    const coupling = couplingOf(source.node, to.node, kind, sightings, tries);
    found.set(`${coupling.from} ${coupling.to} ${kind}`, coupling);
  }
  return [...found.values()].sort(
    (a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.to, b.to) || byCodeUnit(a.kind, b.kind),
  );
}

function couplingOf(from: Node, to: Node, kind: CouplingKind, count: number, n: number): Coupling {
  const evidence = Array.from({ length: count }, (_, place) => evidenceOf(from, to, kind, n + place));
  return { from: from.id, to: to.id, kind, strength: count / (count + 1), count, evidence };
}

function evidenceOf(from: Node, to: Node, kind: CouplingKind, n: number): Evidence {
  if (kind === "co-change") return { commit: hashOf((n % 40) + 1) };
  const place = { file: from.file, line: 12 + (n % 300) };
  if (kind === "call") {
    const method = VERBS[n % VERBS.length]!;
    return {
      ...place,
      method,
      fromMethod: VERBS[(n * 3) % VERBS.length]!,
      how: "declared-type",
      answer: n % 3 ? "awaited" : "ignored",
      inLoop: n % 11 === 0,
    };
  }
  if (kind === "table-access") {
    const access = n % 4 ? "read" : "write";
    const statement =
      access === "read"
        ? `SELECT id, status FROM ${to.name} WHERE id = $1`
        : `UPDATE ${to.name} SET status = $2 WHERE id = $1`;
    return {
      ...place,
      fromMethod: "find",
      access,
      columns: ["id", "status"],
      reading: "sql-parser",
      source: "sql",
      statement,
    };
  }
  if (kind === "join") {
    return {
      ...place,
      reading: "sql-parser",
      source: "sql",
      statement: `SELECT * FROM ${from.name} a JOIN ${to.name} b ON b.id = a.customer_id`,
    };
  }
  if (kind === "foreign-key")
    return { ...place, columns: ["customer_id"], form: "constraint", reading: "schema", source: "typeorm" };
  if (kind === "transaction") return { ...place, form: "dataSource.transaction", path: [from.id, to.id] };
  return { ...place, form: kind === "inheritance" ? "extends" : "" };
}

function groupingOf(
  parts: readonly Part[],
  members: readonly Member[],
  couplings: readonly Coupling[],
  random: () => number,
): Grouping {
  const macroId = (macro: number) => `macro/${slug(parts[macro]!.name)}` as ContextId;
  const mesoOf = (member: Member) => Math.floor(member.micro / 2);
  const mesoId = (member: Member) =>
    `meso/${slug(parts[member.macro]!.inside[mesoOf(member) * 2]!)}` as ContextId;
  const microId = (member: Member) =>
    `micro/${slug(parts[member.macro]!.inside[member.micro]!)}` as ContextId;
  const memberships: Membership[] = members
    .map((member): Membership => {
      const contested = random() < 0.12;
      const rival = macroId((member.macro + 1) % parts.length);
      return {
        node: member.node.id,
        macro: macroId(member.macro),
        meso: mesoId(member),
        micro: microId(member),
        confidence: contested ? 0.45 + random() * 0.2 : 0.8 + random() * 0.2,
        pulls: contested
          ? [
              { context: macroId(member.macro), share: 0.55 },
              { context: rival, share: 0.35 },
            ]
          : [],
        decided: false,
      };
    })
    .sort((left, right) => byCodeUnit(left.node, right.node));
  const contexts = [
    ...contextsOf(
      "macro",
      members,
      couplings,
      (member) => macroId(member.macro),
      (member) => parts[member.macro]!.name,
      () => null,
    ),
    ...contextsOf(
      "meso",
      members,
      couplings,
      mesoId,
      (member) =>
        `${parts[member.macro]!.inside[mesoOf(member) * 2]}${parts[member.macro]!.inside[mesoOf(member) * 2 + 1] ? ` & ${parts[member.macro]!.inside[mesoOf(member) * 2 + 1]}` : ""}`,
      (member) => macroId(member.macro),
    ),
    ...contextsOf(
      "micro",
      members,
      couplings,
      microId,
      (member) => parts[member.macro]!.inside[member.micro]!,
      mesoId,
    ),
  ];
  const measures = (level: Level): Measures => ({
    contexts: contexts.filter((context) => context.level === level).length,
    largestShare:
      Math.max(
        ...contexts.filter((context) => context.level === level).map((context) => context.members.length),
      ) / members.length,
    singletons: 0,
    nonExtremeDistribution: 0.32,
    modularity: 0.61,
    structuralModularity: 0.142,
    interPartitionCalls: 0.23,
    interfaceNumber: 14.2,
    turboMq: 4.8,
    transactionalPurity: 0.81,
  });
  const shared = members.filter((_, place) => place % 97 === 50).slice(0, 6);
  return {
    contexts,
    memberships,
    sharedKernel: shared.map(({ node }) => ({
      node: node.id,
      usedBy: parts.slice(0, 4).map((_, place) => macroId(place)),
    })),
    measures: { macro: measures("macro"), meso: measures("meso"), micro: measures("micro") },
    verdict: { structure: "strong", modularity: 0.61, chance: 0.24, zScore: 21.4 },
    contested: memberships.filter(({ pulls }) => pulls.length > 0).map(({ node }) => node),
    ambiguous: ambiguousWords(
      { nodes: members.map(({ node }) => node), couplings, commits: [] },
      (position) => macroId(members[position]!.macro),
    ),
    choice: { aimedAt: null, resolution: 1, codeLength: 5, runs: 30, untied: 0 },
  };
}

function contextsOf(
  level: Level,
  members: readonly Member[],
  couplings: readonly Coupling[],
  idOf: (member: Member) => ContextId,
  labelOf: (member: Member) => string,
  parentOf: (member: Member) => ContextId | null,
): Context[] {
  const home = new Map(members.map((member) => [member.node.id, idOf(member)]));
  const groups = groupBy(members, idOf);
  return [...groups].map(([id, group]): Context => {
    const tied = couplings.filter(
      (coupling) => home.get(coupling.from) === id || home.get(coupling.to) === id,
    );
    const inside = tied.filter((coupling) => home.get(coupling.from) === home.get(coupling.to)).length;
    const afferent = new Set(tied.filter(({ from }) => home.get(from) !== id).map(({ from }) => from)).size;
    const efferent = new Set(tied.filter(({ to }) => home.get(to) !== id).map(({ to }) => to)).size;
    const units = group.map(({ node }) => node).filter((node): node is UnitNode => node.kind === "unit");
    const sum = (of: (unit: UnitNode) => number) => units.reduce((total, unit) => total + of(unit), 0);
    return {
      id,
      level,
      name: labelOf(group[0]!),
      parent: parentOf(group[0]!),
      members: group.map(({ node }) => node.id).sort(byCodeUnit),
      words: slug(labelOf(group[0]!)).split("-"),
      cohesion: tied.length ? inside / tied.length : null,
      afferent,
      efferent,
      instability: afferent + efferent ? efferent / (afferent + efferent) : null,
      lines: sum((unit) => unit.lines),
      revisions: sum((unit) => unit.revisions),
      churn: sum((unit) => unit.churn ?? 0),
      endpoints: units.filter((unit) => unit.role === "controller").length * 3,
      confidence: 0.86,
      structure: "strong",
    };
  });
}

function endpointsOf(members: readonly Member[]): Report["endpoints"] {
  return members.flatMap(({ node }) =>
    node.kind === "unit" && node.role === "controller"
      ? ["GET", "POST", "DELETE"].map((verb) => ({
          kind: "endpoint" as const,
          unit: node.id,
          protocol: "http" as const,
          verb,
          path: `/${slug(node.name)}`,
          handler: "find",
          place: { file: node.file, line: node.line },
        }))
      : [],
  );
}

function commitsOf(): Report["graph"]["commits"] {
  return Array.from({ length: 40 }, (_, n) => ({
    commit: hashOf(n + 1),
    day: `2026-${String(1 + Math.floor(n / 4)).padStart(2, "0")}-${String(1 + (n % 4) * 7).padStart(2, "0")}`,
    author: n % 8,
    subject: [
      "Reserve stock when the order is confirmed",
      "Refund partial returns",
      "Coupons for loyal customers",
    ][n % 3]!,
  }));
}

function hashOf(n: number): CommitHash {
  return (n * 2654435761).toString(16).padStart(10, "0").repeat(4).slice(0, 40) as CommitHash;
}

function slug(name: string): string {
  return name
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Mulberry32: small, seeded, the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
