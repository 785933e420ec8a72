import { isUtf8 } from "node:buffer";

/** Text, and whether bytes had to be guessed at. */
export interface Decoded {
  readonly text: string;
  readonly guessed: boolean;
}

/** git looks at this many bytes too. */
const BINARY_WINDOW = 8000;

/** Bytes that are no text: a NUL near the beginning, unless a mark says UTF-16. */
export function isBinary(bytes: Buffer): boolean {
  return utf16Order(bytes) === null && bytes.subarray(0, BINARY_WINDOW).includes(0);
}

/** Decodes UTF-8 and UTF-16 (by their marks); anything else is read as Latin-1 and said to be guessed. */
export function decodeText(bytes: Buffer): Decoded {
  const order = utf16Order(bytes);
  if (order !== null) return { text: decodeUtf16(bytes.subarray(2), order), guessed: false };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  return isUtf8(body)
    ? { text: body.toString("utf8"), guessed: false }
    : { text: body.toString("latin1"), guessed: true };
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
