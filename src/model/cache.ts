/**
 * What is kept from one run to the next, so that nothing is found out twice. A cache only saves time: what it gives
 * back was kept by the same build of this tool for the same user, or it gives back nothing.
 */
export interface Cache {
  /** What was kept under this name, or null. Never throws. */
  read(name: string): Buffer | null;
  /** Keeps what `content` gives under this name, in place of what was kept before. Never throws. */
  keep(name: string, content: () => Iterable<Uint8Array>): void;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = { read: () => null, keep: () => {} };

/** The fingerprint of a file that was written to while it was read: like no other, and nothing to keep anything by. */
export const CHANGING = "changing";
