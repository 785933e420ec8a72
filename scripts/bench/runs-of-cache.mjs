import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Our runs without and with what an earlier run kept: `cold`, and the rows of `more` beside it. A build that keeps
 * nothing has one run, which is cold.
 */
export function runsOfCache(cli, ours, folder) {
  const { stdout } = spawnSync(process.execPath, [cli, "--help"], { encoding: "utf8" });
  if (!/--cache <folder>/.test(stdout)) return { cold: ours(), more: [] };
  const warm = ours("--cache", join(folder, "cache"));
  let filled;
  const afterOneRun = async () => {
    filled ??= warm();
    await filled;
    return warm();
  };
  return { cold: ours("--no-cache"), more: [["warm", afterOneRun]] };
}
