import { readFileSync } from "node:fs";
import { dirname } from "node:path";

/** Packages that are loaded by `require` when the first statement or schema needs them: each becomes a file of its own. */
const LAZY = /(["'])(node-sql-parser\/build\/\w+|@mrleebo\/prisma-ast)\1/g;

/** Lets sources name a package where the bundle holds a file: `require("a/b")` becomes `require("./vendor/a-b.cjs")`. */
export function vendoring() {
  const files = new Map();
  const fileOf = (name) => {
    const file = `vendor/${name.replace(/^@/, "").replaceAll("/", "-")}.cjs`;
    files.set(name, file);
    return file;
  };
  const plugin = {
    name: "vendoring",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/]sql[\\/].*\.ts$/ }, ({ path }) => ({
        contents: readFileSync(path, "utf8").replace(
          LAZY,
          (_, quote, name) => `${quote}./${fileOf(name)}${quote}`,
        ),
        loader: "ts",
        resolveDir: dirname(path),
      }));
    },
  };
  return { plugin, entries: () => [...files].sort() };
}
