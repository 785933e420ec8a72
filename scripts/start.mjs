/**
 * `npm start -- <repository>`: from a fresh clone to a report. Installs and builds what is missing, then analyses;
 * without arguments, the bookshop of the README.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { makeBookshop } from "./bookshop.mjs";
import { build, installOnce, ROOT } from "./setup.mjs";

installOnce();
build();
const given = process.argv.slice(2);
const args = given.length > 0 ? given : [await makeBookshop()];
const options = { cwd: process.env.INIT_CWD ?? process.cwd(), stdio: "inherit" };
const child = spawn(process.execPath, [join(ROOT, "dist/cli.js"), ...args], options);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code, signal) => {
  process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
});
