import { spawnSync } from "node:child_process";

/** Nothing of the machine's or a person's configuration, and nobody is asked anything. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_TERMINAL_PROMPT: "0",
  GIT_LFS_SKIP_SMUDGE: "1",
};
/** What a partial clone lacks stays away. */
const OFFLINE = { GIT_NO_LAZY_FETCH: "1", GIT_ALLOW_PROTOCOL: "file" };

/** Runs git on what lies on this machine; throws with its last word. */
export function git(cwd, args, input = "") {
  return run(cwd, args, { ...ENVIRONMENT, ...OFFLINE }, input);
}

/** Runs git with https, and with nothing else of the network. */
export function gitOnline(cwd, args) {
  const proxies = ["https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY", "SSL_CERT_FILE", "GIT_SSL_CAINFO"];
  const told = Object.fromEntries(
    proxies.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])),
  );
  return run(cwd, args, { ...ENVIRONMENT, ...told, GIT_ALLOW_PROTOCOL: "https" }, "");
}

function run(cwd, args, env, input) {
  const { status, stdout, stderr } = spawnSync("git", args, {
    ...{ cwd, env, input },
    maxBuffer: 2 ** 30,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`git ${args[0]} in ${cwd}: ${(stderr ?? "").trim().split("\n").at(-1)}`);
  return stdout;
}
