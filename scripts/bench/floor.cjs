// The floor: `floor.cjs read|parse|ts-morph <root> <list>` reads the listed files, parses each with TypeScript, or asks
// ts-morph as it comes for the target of every call.
const { readFileSync } = require("node:fs");
const [, , what, root, list] = process.argv;
const files = readFileSync(list, "utf8")
  .split("\0")
  .filter((file) => file !== "");
if (what === "ts-morph") resolveCalls(require("ts-morph"));
else readAll(what === "parse" ? require("typescript") : undefined);

function readAll(ts) {
  for (const file of files) {
    const text = readFileSync(`${root}/${file}`, "utf8");
    ts?.createSourceFile(file, text, ts.ScriptTarget.Latest);
  }
}

function resolveCalls({ Project, SyntaxKind }) {
  const project = new Project({ compilerOptions: { allowJs: true, experimentalDecorators: true } });
  for (const file of files) project.addSourceFileAtPath(`${root}/${file}`);
  for (const source of project.getSourceFiles()) {
    for (const call of source.getDescendantsOfKind(SyntaxKind.CallExpression)) {
      const symbol = call.getExpression().getSymbol();
      (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations();
    }
  }
}
