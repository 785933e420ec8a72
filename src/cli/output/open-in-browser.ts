import { spawn } from "node:child_process";
import { resolve } from "node:path";

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["explorer.exe"],
};

/** Shows a page in the browser of the desktop, and does not wait for it. Without a desktop, says so. */
export function openInBrowser(page: string): void {
  const [program, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  const child = spawn(program, [...args, resolve(page)], { detached: true, stdio: "ignore" });
  child.on("error", () => process.stderr.write(`monocarve: no browser found; open ${page} yourself\n`));
  child.unref();
}
