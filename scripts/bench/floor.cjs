// The floor: `floor.cjs read|parse <root> <list>` reads the listed files, and parses each with TypeScript.
const { readFileSync } = require("node:fs");
const [, , what, root, list] = process.argv;
const files = readFileSync(list, "utf8")
  .split("\0")
  .filter((file) => file !== "");
const ts = what === "parse" ? require("typescript") : undefined;
for (const file of files) {
  const text = readFileSync(`${root}/${file}`, "utf8");
  ts?.createSourceFile(file, text, ts.ScriptTarget.Latest);
}
