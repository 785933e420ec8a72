import { spawnSync } from "node:child_process";
import { basename } from "node:path";

/** How editors are told the line; those that are not named here take `+44 file`, as vi does. */
const STYLES: readonly (readonly [programs: RegExp, args: (path: string, line: number) => string[]])[] = [
  [/^(code|code-insiders|codium|cursor|windsurf)$/, (path, line) => ["--goto", `${path}:${line}`]],
  [/^(subl|zed|hx|helix|micro)$/, (path, line) => [`${path}:${line}`]],
  [/^(idea|webstorm|goland)$/, (path, line) => ["--line", String(line), path]],
];

/** Runs `$VISUAL` or `$EDITOR` on a line of a file and waits for it; returns what went wrong, or null. */
export function runEditor(env: NodeJS.ProcessEnv, path: string, line: number): string | null {
  const [program = "vi", ...args] = (env.VISUAL || env.EDITOR || "vi").trim().split(/\s+/);
  const style = STYLES.find(([programs]) => programs.test(basename(program)));
  const place = style?.[1](path, line) ?? [`+${line}`, path];
  const { error, status } = spawnSync(program, [...args, ...place], { stdio: "inherit" });
  if (error !== undefined) return `${program}: ${(error as NodeJS.ErrnoException).code ?? error.message}`;
  return status === 0 ? null : `${program}: ${status}`;
}
