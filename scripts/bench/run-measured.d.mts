/** What a program of Node took; user CPU and memory of all Node processes that it started. */
export interface Measured {
  readonly code: number | string;
  /** It outlasted `limitSeconds` and was killed. */
  readonly hung: boolean;
  readonly wallSeconds: number;
  readonly userSeconds: number;
  readonly megabytes: number;
  readonly stderr: string;
}

export function runMeasured(
  args: readonly string[],
  options?: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly mayFail?: boolean;
    readonly native?: boolean;
    readonly limitSeconds?: number;
  },
): Promise<Measured>;
