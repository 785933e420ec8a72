import { spawn, spawnSync } from "node:child_process";
import { CLI, freshCache } from "../cli/run-cli.ts";

/** What a script said, and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Longer than any of these takes; what hangs is ended, with all that it started. */
const LIMIT_MS = 60_000;

/** Runs a script of bash, in which `monocarve` is the built command line and $1, $2 … are what is given. */
export function shell(
  script: string,
  given: readonly string[] = [],
  options: ShellOptions = {},
): Promise<Said> {
  const whole = `monocarve() { "${process.execPath}" "${CLI}" "$@"; }\n${script}`;
  const [program = "", ...args] = [...(options.within ?? []), "/bin/bash", "-c", whole, "bash", ...given];
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      detached: true,
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...freshCache(), ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (bytes) => (said.stdout += bytes));
    child.stderr.on("data", (bytes) => (said.stderr += bytes));
    const limit = setTimeout(() => process.kill(-(child.pid ?? 0), "SIGKILL"), LIMIT_MS);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(limit);
      resolve({ code, ...said });
    });
  });
}

export interface ShellOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program that runs the script, such as one that gives it mounts of its own. */
  readonly within?: readonly string[];
}

/** A program whose children may mount what nobody else sees, or null where this is not permitted. */
export function ownMounts(): readonly string[] | null {
  const ways = [
    ["unshare", "--mount"],
    ["unshare", "--map-root-user", "--mount"],
  ];
  const works = ([program = "", ...args]: string[]): boolean =>
    spawnSync(program, [...args, "mount", "-t", "tmpfs", "none", "/mnt"]).status === 0;
  return ways.find(works) ?? null;
}
