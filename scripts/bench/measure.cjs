// Loaded into every measured Node process: writes what the process used when it ends.
const { isMainThread } = require("node:worker_threads");
const { writeFileSync } = require("node:fs");

if (isMainThread) {
  process.on("exit", () => {
    const { userCPUTime, maxRSS } = process.resourceUsage();
    const file = `${process.env.MONOCARVE_MEASURE}/${process.pid}.json`;
    writeFileSync(file, JSON.stringify({ userSeconds: userCPUTime / 1e6, megabytes: maxRSS / 1024 }));
  });
}
