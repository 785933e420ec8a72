/**
 * Loaded before the program by `--require`: kills it, as a power cut would, at one step of its writing.
 * KILL_AT is `<function of fs> <how many calls of it> before|half|after`; only calls that concern results count.
 */
const fs = require("node:fs");
const { isMainThread } = require("node:worker_threads");
const { syncBuiltinESMExports } = require("node:module");

const [name, count, when] = (process.env.KILL_AT ?? "").split(" ");
if (isMainThread && name in fs) {
  const original = fs[name];
  const ours = new Set();
  let calls = 0;
  const die = () => process.kill(process.pid, "SIGKILL");
  const watched =
    (call) =>
    (...args) =>
      concerns(args) && ++calls === Number(count) ? call(...args) : original(...args);
  const concerns = ([target]) => ours.has(target) || (typeof target === "string" && /\.tmp$/.test(target));
  const open = fs.openSync;
  fs.openSync = (path, ...args) => {
    const file = open(path, ...args);
    if (/\.tmp$/.test(path)) ours.add(file);
    if (name === "openSync" && /\.tmp$/.test(path) && ++calls === Number(count)) die();
    return file;
  };
  if (name !== "openSync") {
    fs[name] = watched((...args) => {
      if (when === "before") die();
      if (when === "half") original(args[0], args[1].subarray(0, args[1].length >> 1));
      else original(...args);
      die();
    });
  }
  syncBuiltinESMExports();
}
