/**
 * Stands in for string-width in the bundle. ink asks for the width of every line and every character of every frame,
 * and the exact answer segments the text each time. Characters whose width never depends on their neighbours are looked
 * up instead; a text that holds any other is measured exactly.
 */
import exactWidth from "../node_modules/string-width/index.js";

/** Columns by code unit; 0 where only the exact answer will do. */
const WIDTHS = new Uint8Array(65_536);
const fill = (from, to, width) => WIDTHS.fill(width, from, to + 1);
fill(0x20, 0x7e, 1);
fill(0xa1, 0xac, 1);
fill(0xae, 0x2ff, 1); // Latin
fill(0x2010, 0x2027, 1); // dashes, quotes, ellipsis
fill(0x2190, 0x21ff, 1); // arrows
fill(0x2500, 0x25fc, 1); // lines, blocks, shapes
fill(0x4e00, 0x9fff, 2); // ideographs
fill(0xac00, 0xd7a3, 2); // Hangul syllables

export default function stringWidth(text, options) {
  if (typeof text !== "string" || options !== undefined) return exactWidth(text, options);
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const width = WIDTHS[text.charCodeAt(at)];
    if (width === 0) return exactWidth(text);
    sum += width;
  }
  return sum;
}
