import type { Level, Verdict } from "../model/context.ts";
import type { DependencyGraph } from "../model/graph.ts";
import type { Tie } from "./evidence/structure.ts";
import type { Labels } from "./labels.ts";
import type { Network } from "./network.ts";
import type { Pieces } from "./pieces.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Who is where, before it is told as contexts. The algorithm makes it, decisions of people change it. */
export interface Arrangement {
  readonly graph: DependencyGraph;
  readonly pieces: Pieces;
  readonly network: Network;
  readonly ties: readonly Tie[];
  readonly vocabulary: Vocabulary;
  /** The micro group of each piece; -1 for what is in none: the shared kernel. */
  readonly micro: Int32Array;
  /** The meso group of each micro group, and the macro group of each meso group. */
  readonly mesoOf: readonly number[];
  readonly macroOf: readonly number[];
  /** What each group is called. */
  readonly names: Readonly<Record<Level, readonly string[]>>;
  /** Pieces that contexts lean on, with the pieces' users by macro group. */
  readonly kernel: ReadonlySet<number>;
  /** Pieces whose place people decided. */
  readonly decided: ReadonlySet<number>;
  /** Labels of the pieces in perturbed runs, behind every confidence. */
  readonly runs: readonly Labels[];
  /** How the links between pieces compare with chance. */
  readonly verdict: Verdict;
  readonly resolution: number;
  readonly codeLength: number;
  readonly untied: number;
}

/** The group of every piece on one level; -1 for what is in none. */
export function labelsOf({ micro, mesoOf, macroOf }: Arrangement, level: Level): Int32Array {
  if (level === "micro") return micro;
  return micro.map((group) => {
    if (group < 0) return -1;
    return level === "meso" ? mesoOf[group]! : macroOf[mesoOf[group]!]!;
  });
}

/** Drops groups that nothing is in, so that labels count without gaps again. */
export function withoutEmptyGroups(arrangement: Arrangement): Arrangement {
  const { micro, mesoOf, macroOf, names } = arrangement;
  const keptMicro = kept(micro);
  const keptMeso = kept(keptMicro.map((group) => mesoOf[group]!));
  const keptMacro = kept(keptMeso.map((group) => macroOf[group]!));
  const microNumber = numbers(keptMicro);
  const mesoNumber = numbers(keptMeso);
  const macroNumber = numbers(keptMacro);
  return {
    ...arrangement,
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
