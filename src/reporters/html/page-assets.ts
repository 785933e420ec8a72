import { existsSync, readFileSync } from "node:fs";

/** The client of the page, bundled when the package was built. */
export interface PageAssets {
  readonly script: string;
  readonly styles: string;
}

/** Beside the bundled program, or in `dist` when the program runs from its sources. */
const FOLDERS = ["./page/", "../page/", "../../../dist/page/"];

/** Reads what the build wrote. */
export function pageAssets(): PageAssets {
  const folder = FOLDERS.map((path) => new URL(path, import.meta.url)).find((url) =>
    existsSync(new URL("client.js", url)),
  );
  if (!folder) throw new Error("The page of the report is not built: run `npm run build`.");
  const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
  return { script: read("client.js"), styles: read("client.css") };
}
