/**
 * What is kept from one run to the next, so that nothing is found out twice. A cache only saves time: what it gives
 * back was kept by the same build of this tool for the same user, or it gives back nothing. What follows from an `id`
 * (the digest of all that it was made of) is given back for the same id only. Nothing here ever throws.
 */
export interface Cache {
  /** What was kept under this name, or null. */
  read(name: string, id?: string): Buffer | null;
  /** Keeps pieces under this name, in place of what was kept before. */
  keep(name: string, content: () => Iterable<Uint8Array>, id?: string): void;
  /** Hands pieces on, and keeps them if somebody takes them all. */
  passing(name: string, content: Iterable<Uint8Array>, id?: string): Iterable<Uint8Array>;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = { read: () => null, keep: () => {}, passing: (_name, content) => content };

/** The fingerprint of a file that was written to while it was read: like no other, and nothing to keep anything by. */
export const CHANGING = "changing";
