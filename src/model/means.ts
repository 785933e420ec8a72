import { type Cache, NO_CACHE } from "./cache.ts";

/** Pure work on plain data: wherever it is done, the same input gives the same output. */
export interface Task<Input, Output> {
  /** By this name another thread knows it. */
  readonly name: string;
  readonly load: () => Promise<(input: Input) => Output>;
}

/** Where tasks are done. */
export interface Elsewhere {
  /** Has a task done; rejects where whoever does it dies of it. Tasks are begun in the order in which they are given. */
  do<Input, Output>(task: Task<Input, Output>, input: Input): Promise<Output>;
  /**
   * Begins a task for somebody who cannot wait but goes on; what it returns waits and gives the output. Where nobody did
   * it meanwhile, it is done then, by `here`: the same work, loaded already.
   */
  begin<Input, Output>(task: Task<Input, Output>, input: Input, here: (input: Input) => Output): () => Output;
  /** Says that such a task will come: whoever does it gets ready meanwhile. */
  expect(task: Task<never, unknown>): void;
  /** Says that nothing will come for a while: whoever waits for work gives its memory back. */
  rest(): void;
}

/** What a run may use besides the repository. It saves time and changes nothing of what is found. */
export interface Means {
  readonly cache: Cache;
  readonly elsewhere: Elsewhere;
}

/** Does every task at once and on the spot. */
export const HERE: Elsewhere = {
  do: async (task, input) => (await task.load())(input),
  begin: (_task, input, here) => () => here(input),
  expect: () => {},
  rest: () => {},
};

/** Keeps nothing, and does everything itself. */
export const NO_MEANS: Means = { cache: NO_CACHE, elsewhere: HERE };
