/** The words of diagrams. */
export interface DiagramCopy {
  readonly contexts: (repository: string, level: string) => string;
  readonly inside: (repository: string, level: string, context: string) => string;
  readonly lines: (n: number) => string;
  readonly kernel: string;
  readonly usedBy: (n: number) => string;
  readonly noName: string;
  readonly sharedTables: (n: number) => string;
  /** What an arrow and its width mean. */
  readonly reading: string;
  /** Why relations are what they are. */
  readonly relations: string;
  /** Which kinds of coupling are drawn, and which are not. */
  readonly drawn: (kinds: string) => string;
  readonly notCounted: (kinds: string) => string;
  /** Introduces what a limit leaves out. */
  readonly leftOut: string;
  readonly moreContexts: (n: number) => string;
  readonly moreMembers: (n: number) => string;
  readonly moreTies: (n: number, couplings: string) => string;
  readonly everything: (option: string) => string;
  /** What lies over the border of a context, which a diagram of its inside does not draw. */
  readonly outside: (contexts: string) => string;
  /** Why a relation of a context map is what it is. */
  readonly leansOn: (from: string, to: string, how: string) => string;
  readonly bothWays: (left: string, right: string, how: string) => string;
  readonly bothWrite: (n: number) => string;
  readonly sharedUnits: (n: number) => string;
}
