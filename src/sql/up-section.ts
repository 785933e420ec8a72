const DOWN =
  /^[ \t]*--[ \t]*(?:\/\/[ \t]*)?(?:\+(?:goose|migrate|micrate)[ \t]+down|migrate:down|down\b|@undo|rollback\b)/i;
const UP = /^[ \t]*--[ \t]*(?:\+(?:goose|migrate|micrate)[ \t]+up|migrate:up|up\b)/i;

/** Blanks out the sections of a migration that undo it (`-- +goose Down`, `-- Down Migration`); lines keep their numbers. */
export function upSection(script: string): string {
  if (!/^[ \t]*--.{0,20}(?:down|undo|rollback)/im.test(script)) return script;
  let down = false;
  const lines = script.split("\n").map((line) => {
    if (DOWN.test(line)) down = true;
    else if (UP.test(line)) down = false;
    return down ? "" : line;
  });
  return lines.join("\n");
}
