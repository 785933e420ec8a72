import { createHash } from "node:crypto";
import { realpathSync, utimesSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Cache, NO_CACHE } from "../model/cache.ts";
import { BUILD } from "../version.ts";
import { makeRoom } from "./make-room.ts";
import { ownKey } from "./own-key.ts";
import { passSealed, readSealed, type Seal } from "./sealed-file.ts";

/** Where a cache lies. */
export interface CachePlace {
  /** Absolute: what is kept. */
  readonly folder: string;
  /** Absolute: the key that tells this user's entries from anybody else's. */
  readonly key: string;
}

/** The cache for one repository, each with a folder of its own. Without a place that can be used it keeps nothing. */
export function openCache({ folder, key: keyFile }: CachePlace, root: string): Cache {
  const key = ownKey(keyFile);
  if (key === null) return NO_CACHE;
  const own = join(folder, nameOf(realpathOf(root)));
  touch(own);
  const place = (name: string): string => join(own, nameOf(name));
  const sealFor = (name: string, id: string): Seal => ({ key, words: [name, BUILD, process.version, id] });
  function* passing(name: string, content: Iterable<Uint8Array>, id = ""): Generator<Uint8Array> {
    yield* passSealed(place(name), content, sealFor(name, id));
    makeRoom(folder, own);
  }
  return {
    read: (name, id = "") => readSealed(place(name), sealFor(name, id)),
    keep: (name, content, id) => {
      try {
        for (const _ of passing(name, content(), id));
      } catch {
        // What cannot be written out, as it is too long for a text, costs the next run some time, and this one nothing.
      }
    },
    passing,
  };
}

/** The time of the folder says when it was last used. */
function touch(folder: string): void {
  try {
    const now = new Date();
    utimesSync(folder, now, now);
  } catch {
    // Nothing has been kept yet.
  }
}

function realpathOf(root: string): string {
  try {
    return realpathSync(root);
  } catch {
    return resolve(root);
  }
}

function nameOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
