import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** By full path: what a folder of npm puts in the search path must not be started. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["/usr/bin/open"],
  win32: [`${process.env.SystemRoot ?? "C:\\Windows"}\\explorer.exe`],
};
const USUAL = ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open", "/bin/xdg-open"];

/** Shows a page in the browser of the desktop, and does not wait for it. Without a desktop, says so. */
export function openInBrowser(page: string): void {
  const program = (OPENERS[process.platform] ?? USUAL).find((path) => existsSync(path));
  const sorry = (): boolean => process.stderr.write(`monocarve: no browser found; open ${page} yourself\n`);
  if (program === undefined) {
    sorry();
    return;
  }
  const child = spawn(program, [resolve(page)], { detached: true, stdio: "ignore" });
  child.on("error", sorry);
  child.unref();
}
