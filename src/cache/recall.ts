import type { Cache } from "../model/cache.ts";
import { DIGEST_LENGTH, digestOf } from "./digest.ts";
import { jsonChunks } from "./json-chunks.ts";

/**
 * What was made of the same inputs before, otherwise what is made of them now. The value is plain data and depends on
 * nothing but the inputs; where these are null, it is never kept.
 */
export function recall<Value>(cache: Cache, name: string, inputs: unknown, make: () => Value): Value {
  if (inputs === null) return make();
  const digest = digestOf(inputs);
  const kept = cache.read(name);
  if (kept?.toString("latin1", 0, DIGEST_LENGTH) === digest)
    return JSON.parse(kept.toString("utf8", DIGEST_LENGTH)) as Value;
  const value = make();
  cache.keep(name, function* () {
    yield Buffer.from(digest);
    yield* jsonChunks(value);
  });
  return value;
}
