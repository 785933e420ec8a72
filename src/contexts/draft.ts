import type { Level } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import type { Arrangement } from "./arrange.ts";
import { nameGroups } from "./context-names.ts";
import type { GroupingInput } from "./grouping-input.ts";
import type { Labels } from "./labels.ts";
import type { Pieces } from "./pieces.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** An arrangement of a graph's pieces with names, before it is told as contexts. Decisions of people change it. */
export interface Draft {
  readonly graph: DependencyGraph;
  readonly pieces: Pieces;
  /** What the arrangement was found from, and what was found. */
  readonly input: GroupingInput;
  readonly arrangement: Arrangement;
  readonly vocabulary: Vocabulary;
  /** The micro group of each piece; -1 for what is in none: the shared kernel. */
  readonly micro: Int32Array;
  /** The meso group of each micro group, and the macro group of each meso group. */
  readonly mesoOf: readonly number[];
  readonly macroOf: readonly number[];
  /** What each group is called. */
  readonly names: Readonly<Record<Level, readonly string[]>>;
  /** Pieces that contexts lean on. */
  readonly kernel: ReadonlySet<number>;
  /** The groups of the pieces in perturbed runs. */
  readonly runs: readonly Labels[];
  /** Pieces whose place people decided. */
  readonly decided: ReadonlySet<number>;
}

/** Names what was found. */
export function draftOf(
  graph: DependencyGraph,
  pieces: Pieces,
  input: GroupingInput,
  arrangement: Arrangement,
): Draft {
  const { micro, mesoOf, macroOf, kernel, runs } = arrangement;
  return withNames(
    withoutEmptyGroups({
      graph,
      pieces,
      input,
      arrangement,
      vocabulary: vocabularyOf(pieces.list, graph.nodes, input.settings.folders),
      micro: Int32Array.from(micro),
      mesoOf,
      macroOf,
      names: {
        micro: mesoOf.map(() => ""),
        meso: macroOf.map(() => ""),
        macro: [...new Set(macroOf)].map(() => ""),
      },
      kernel: new Set(kernel),
      runs: runs.map((run) => Int32Array.from(run)),
      decided: new Set(),
    }),
  );
}

/** The group of every piece on one level; -1 for what is in none. */
export function labelsOf({ micro, mesoOf, macroOf }: Draft, level: Level): Int32Array {
  if (level === "micro") return micro;
  return micro.map((group) => {
    if (group < 0) return -1;
    return level === "meso" ? mesoOf[group]! : macroOf[mesoOf[group]!]!;
  });
}

/** Drops groups that nothing is in, so that labels count without gaps again. */
export function withoutEmptyGroups(draft: Draft): Draft {
  const { micro, mesoOf, macroOf, names } = draft;
  const keptMicro = kept(micro);
  const keptMeso = kept(keptMicro.map((group) => mesoOf[group]!));
  const keptMacro = kept(keptMeso.map((group) => macroOf[group]!));
  const microNumber = numbers(keptMicro);
  const mesoNumber = numbers(keptMeso);
  const macroNumber = numbers(keptMacro);
  return {
    ...draft,
    micro: micro.map((group) => microNumber.get(group) ?? -1),
    mesoOf: keptMicro.map((group) => mesoNumber.get(mesoOf[group]!)!),
    macroOf: keptMeso.map((group) => macroNumber.get(macroOf[group]!)!),
    names: {
      micro: keptMicro.map((group) => names.micro[group]!),
      meso: keptMeso.map((group) => names.meso[group]!),
      macro: keptMacro.map((group) => names.macro[group]!),
    },
  };
}

function kept(labels: ArrayLike<number>): number[] {
  return [...new Set(Array.from(labels))].filter((label) => label >= 0).sort((left, right) => left - right);
}

function numbers(groups: readonly number[]): Map<number, number> {
  return new Map(groups.map((group, number) => [group, number]));
}

/** Names all levels; a group that is all of its parent has its parent's name. */
function withNames(draft: Draft): Draft {
  const { pieces, vocabulary, mesoOf, macroOf, names } = draft;
  const name = (labels: Int32Array, given: readonly (string | null)[]): string[] =>
    nameGroups(pieces.list, vocabulary, labels, given);
  const macro = name(
    labelsOf(draft, "macro"),
    names.macro.map(() => null),
  );
  const meso = name(labelsOf(draft, "meso"), inherited(macroOf, macro));
  const micro = name(draft.micro, inherited(mesoOf, meso));
  return { ...draft, names: { macro, meso, micro } };
}

function inherited(parents: readonly number[], names: readonly string[]): (string | null)[] {
  const children = new Map<number, number>();
  for (const parent of parents) children.set(parent, (children.get(parent) ?? 0) + 1);
  return parents.map((parent) => (children.get(parent) === 1 ? names[parent]! : null));
}
