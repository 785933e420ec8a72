import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** The processes that were started with a word in their arguments or environment: a folder that only one run knows. */
export function living(word: string): string[] {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid)
    .filter((pid) =>
      [`/proc/${pid}/environ`, `/proc/${pid}/cmdline`].some((file) => contentOf(file).includes(word)),
    );
}

/** Those that still live when programs that lost their reader have had time to notice. */
export async function livingStill(word: string): Promise<string[]> {
  const end = performance.now() + 5000;
  while (living(word).length > 0 && performance.now() < end) await sleep(20);
  return living(word);
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
