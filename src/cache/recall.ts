import { type Cache, NO_CACHE } from "../model/cache.ts";
import { digestOf } from "./digest.ts";
import { jsonChunks } from "./json-chunks.ts";

/**
 * What was made of the same inputs before, otherwise what is made of them now. The value is plain data and depends on
 * nothing but the inputs.
 */
export function recall<Value>(cache: Cache, name: string, inputs: unknown, make: () => Value): Value {
  if (cache === NO_CACHE) return make();
  const id = digestOf(inputs);
  const kept = cache.read(name, id);
  if (kept !== null) return JSON.parse(kept.toString()) as Value;
  const value = make();
  cache.keep(name, () => jsonChunks(value), id);
  return value;
}
