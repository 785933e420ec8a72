/** The text, or as much of it as fits into a width when it is set in this size and weight, with an ellipsis. */
export function shorten(text: string, width: number, size: number, weight = 400): string {
  if (widthOf(text, size, weight) <= width) return text;
  const characters = [...text];
  let kept = 0;
  let beyond = characters.length;
  while (beyond - kept > 1) {
    const middle = (kept + beyond) >> 1;
    if (widthOf(`${characters.slice(0, middle).join("")}…`, size, weight) <= width) kept = middle;
    else beyond = middle;
  }
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}

const canvas = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** As the fonts of this machine set it: they differ by a fifth, and Hangul is square. */
function widthOf(text: string, size: number, weight: number): number {
  if (!canvas) return text.length * size * 0.62;
  const key = `${weight} ${size} ${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  canvas.font = `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
  const width = canvas.measureText(text).width;
  if (widths.size < 20_000) widths.set(key, width);
  return width;
}
