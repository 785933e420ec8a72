/** The request cannot be met (no such folder, unknown package): one plain sentence, no stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** 2: the request is wrong. 3: the thing asked about is not there. */
  readonly exitCode: 2 | 3;

  constructor(message: string, exitCode: 2 | 3 = 2) {
    super(message);
    this.exitCode = exitCode;
  }
}
