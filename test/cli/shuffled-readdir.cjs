/** Loaded before the program by `--require`: folders list what is in them in another order each time. Says so in a file. */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");

let state = Number(process.env.SHUFFLE_SEED ?? 1);
const random = () => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return state / 0x7fffffff;
};
const shuffle = (entries) => {
  if (!Array.isArray(entries) || entries.length < 2) return entries;
  for (let at = entries.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [entries[at], entries[other]] = [entries[other], entries[at]];
  }
  fs.appendFileSync(process.env.SHUFFLE_LOG, `${entries.length}\n`);
  return entries;
};

const { readdirSync, readdir } = fs;
const promised = fs.promises.readdir;
fs.readdirSync = (...args) => shuffle(readdirSync(...args));
fs.readdir = (...args) => {
  const done = args.pop();
  readdir(...args, (error, entries) => done(error, shuffle(entries)));
};
fs.promises.readdir = async (...args) => shuffle(await promised(...args));
for (const name of ["opendir", "opendirSync"]) {
  fs[name] = () => {
    throw new Error(`${name} is not shuffled: teach this file`);
  };
}
fs.promises.opendir = fs.opendir;
syncBuiltinESMExports();
