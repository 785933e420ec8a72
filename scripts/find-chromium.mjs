import { fileURLToPath } from "node:url";
import { findProgram } from "./find-program.mjs";

/** The path of a Chromium, named by $CHROMIUM, found, or installed; throws with advice where there is none. */
export function findChromium() {
  return findProgram({
    variable: "CHROMIUM",
    names: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"],
    places: ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/snap/bin/chromium"],
    packages: ["chromium", "fonts-dejavu-core"],
    use: "the tests of the page",
    advice: `No Chromium was found, and the tests of the HTML page need one.
Install it (Debian: apt-get install chromium), or name one: CHROMIUM=/path/to/chromium npm test`,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findChromium());
