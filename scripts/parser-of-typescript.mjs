import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { transform } from "esbuild";

const require = createRequire(import.meta.url);
const COMPILER = createRequire(
  createRequire(require.resolve("ts-morph")).resolve("@ts-morph/common"),
).resolve("./typescript.js");

/** The compiler's own sources lie in its file one after the other, each under its name: first all that a parser needs. */
const [STRICT, EXPORTS, FIRST, AFTER_PARSER] = [
  '"use strict";',
  "// src/typescript/typescript.ts",
  "// src/compiler/corePublic.ts",
  "// src/compiler/commandLineParser.ts",
];

/** What the compiler's services add to names, which a compiler without services asks by a function. */
const NAMES_HAVE_TEXTS = `
  objectAllocator.getPrivateIdentifierConstructor = objectAllocator.getIdentifierConstructor;
  Object.defineProperty(objectAllocator.getIdentifierConstructor().prototype, "text", {
    get() { return idText(this); },
  });`;

/**
 * The parser of TypeScript as a module of its own, which exports these names. What is left out is named in functions
 * that no parser calls.
 */
export async function parserOfTypeScript(names) {
  const whole = readFileSync(COMPILER, "utf8");
  const at = (mark) => {
    const found = whole.indexOf(mark);
    if (found === -1) throw new Error(`The compiler has no "${mark}": where does its parser end now?`);
    return found;
  };
  const parser = whole.slice(at(STRICT), at(EXPORTS)) + whole.slice(at(FIRST), at(AFTER_PARSER));
  const source = `${parser}\n${NAMES_HAVE_TEXTS}\nmodule.exports = { ${names.join(", ")} };\n`;
  const { code } = await transform(source, { minifyWhitespace: true, platform: "node", target: "node20.19" });
  return {
    code: `${licenceIn(whole)}\n/* Changed by monocarve: only the parser is left. */\n${code}`,
    from: COMPILER,
  };
}

function licenceIn(whole) {
  return whole.slice(0, whole.indexOf("*/") + 2);
}
