const MEGABYTE = 1 << 20;

/** Texts as bytes, a megabyte at a time; each piece has memory of its own, which may be given away. */
export function* inMegabytes(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(MEGABYTE);
  let length = 0;
  for (const text of texts) {
    for (let rest = text; rest !== ""; ) {
      const { read, written } = encoder.encodeInto(rest, bytes.subarray(length));
      length += written;
      rest = rest.slice(read);
      if (rest === "") continue;
      yield bytes.subarray(0, length);
      bytes = new Uint8Array(MEGABYTE);
      length = 0;
    }
  }
  if (length > 0) yield bytes.subarray(0, length);
}

/** Bytes in pieces of the same kind. */
export function* megabytesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += MEGABYTE)
    yield Uint8Array.prototype.slice.call(bytes, start, start + MEGABYTE);
}
