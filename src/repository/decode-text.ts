import { isAscii, isUtf8 } from "node:buffer";

/** git looks at this many bytes too. */
const BINARY_WINDOW = 8000;

/** Somebody typed a NUL into a string, to separate the parts of a key: that happens once or twice in a file. */
const TYPED_NULS = 3;
const SHORTEST_WITH_NULS = 500;

/** Bytes that are no text: NULs near the beginning, unless a mark says UTF-16. Sources may have a few in their strings. */
export function isBinary(bytes: Buffer): boolean {
  const window = bytes.subarray(0, BINARY_WINDOW);
  if (utf16Order(bytes) !== null || !window.includes(0)) return false;
  if (bytes.length < SHORTEST_WITH_NULS || !isUtf8(bytes)) return true;
  return window.reduce((nuls, byte) => (byte === 0 ? nuls + 1 : nuls), 0) > TYPED_NULS;
}

/** Neither UTF-8 nor UTF-16: how it reads is a guess. */
export function isGuessed(bytes: Buffer): boolean {
  return utf16Order(bytes) === null && !isUtf8(bytes);
}

/** Is the text that these bytes are decoded to made of these bytes, and of no others? */
export function isPlain(bytes: Buffer): boolean {
  return isAscii(bytes) || (isUtf8(bytes) && !isMarked(bytes));
}

/** Decodes UTF-8 and UTF-16 (by their marks); anything else is read as Latin-1. */
export function decodeText(bytes: Buffer): string {
  // Nearly all code is ASCII, which needs no more than a copy.
  if (isAscii(bytes)) return bytes.toString("latin1");
  const order = utf16Order(bytes);
  if (order !== null) return decodeUtf16(bytes.subarray(2), order);
  if (!isUtf8(bytes)) return bytes.toString("latin1");
  return bytes.toString("utf8", isMarked(bytes) ? 3 : 0);
}

function isMarked(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function utf16Order(bytes: Buffer): "little" | "big" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "little";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "big";
  return null;
}

function decodeUtf16(body: Buffer, order: "little" | "big"): string {
  const even = body.subarray(0, body.length - (body.length % 2));
  return (order === "little" ? even : Buffer.from(even).swap16()).toString("utf16le");
}
