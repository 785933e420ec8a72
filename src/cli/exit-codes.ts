/** What the shell is told. The numbers above 64 are those of sysexits.h; above 128, a signal. */
export const EXIT = {
  ok: 0,
  /** A limit that the user set was broken. */
  limit: 1,
  usage: 2,
  /** There is nothing here that could be analysed. */
  nothing: 3,
  internal: 70,
  output: 74,
  interrupted: 130,
  terminated: 143,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that ends a run: one plain sentence for people, one number for the shell. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}
