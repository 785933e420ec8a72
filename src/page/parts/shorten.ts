/** The text, or as much of it as fits into a width at a font size, with an ellipsis. */
export function shorten(text: string, width: number, fontSize: number): string {
  const room = width / fontSize;
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  let used = widthOf("…");
  let kept = 0;
  while (kept < characters.length && used + widthOf(characters[kept] ?? "") <= room)
    used += widthOf(characters[kept++] ?? "");
  return `${characters.slice(0, kept).join("").trimEnd()}…`;
}

/** Rough width in ems: Hangul and the like are square, capitals wide, `il.` narrow. Errs on the wide side. */
function widthOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code > 0x1100) ems += 1;
    else if (/[A-Zmw%&@]/.test(character)) ems += 0.72;
    else if (/[il.,:;'|!jtfr ]/.test(character)) ems += 0.35;
    else ems += 0.58;
  }
  return ems;
}
