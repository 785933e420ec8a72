import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles the client of the HTML report; returns its script and its styles as text. */
export async function bundlePage() {
  const bundle = async (entry, options) => {
    const result = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      write: false,
      charset: "utf8",
      legalComments: "none",
      logLevel: "warning",
      ...options,
    });
    return result.outputFiles[0].text;
  };
  const [script, styles] = await Promise.all([
    bundle("src/page/main.ts", {
      format: "iife",
      target: "es2022",
      platform: "browser",
      // Of graphology the page needs so little that it brings its own.
      alias: { graphology: "./src/page/light-graph.ts" },
    }),
    bundle("src/page/styles/page.css", { target: "chrome123" }),
  ]);
  return { script, styles };
}

/** Writes the two assets to where `reporters/html` looks for them. */
export async function buildPage(folder = `${root}dist/page`) {
  const { script, styles } = await bundlePage();
  await mkdir(folder, { recursive: true });
  await Promise.all([writeFile(`${folder}/client.js`, script), writeFile(`${folder}/client.css`, styles)]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPage();
