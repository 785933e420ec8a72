import { type HazardRule, matches } from "./hazard-rule.ts";

const MODULE_LEVEL =
  /^(?:export )?(?:const|let|var) (\w{1,200})(?:\s*:[^=\n]+)? = new (Map|Set|NodeCache|LRUCache|LRU)\b/gm;
const FIELD =
  /^[ \t]+(?:(?:private|protected|public|readonly|static)\s+)*#?(\w{1,200})(?:\s*:[^=;\n]+)? = new (Map|Set|NodeCache|LRUCache|LRU)\b/gm;

/** Collections that live as long as the process and are written to: a second instance does not see them. */
export const stateInMemory: HazardRule = {
  words: ["= new Map", "= new Set", "= new NodeCache", "= new LRU"],
  see: (code) => {
    const kept = [
      ...matches(code, MODULE_LEVEL).filter(({ match }) => isWritten(code, `(?<![\\w.])${match[1]}`)),
      ...matches(code, FIELD).filter(({ match }) => isWritten(code, `this\\.#?${match[1]}`)),
    ];
    return kept.map(({ match, line }) => ({
      hazard: "state-in-memory",
      what: `${match[1]} = new ${match[2]}`,
      line,
    }));
  },
};

function isWritten(code: string, name: string): boolean {
  return new RegExp(`${name}[!?]?\\.(set|add|push|delete)\\(`).test(code);
}

const SESSION =
  /(?:from|require\()\s*['"](express-session|koa-session|@fastify\/session|fastify-session)['"]/g;

/** Sessions that the server keeps: whoever answers must have them. */
export const serverSideSession: HazardRule = {
  words: ["express-session", "koa-session", "@fastify/session", "fastify-session"],
  see: (code) =>
    matches(code, SESSION).map(({ match, line }) => ({
      hazard: "server-side-session",
      what: match[1] ?? "",
      line,
    })),
};

const LOCAL_FILES =
  /\b(diskStorage|createWriteStream|writeFile|writeFileSync|appendFile|appendFileSync)\s*\(/g;

/** Files written to the disk of one machine: another instance does not have them. */
export const localFiles: HazardRule = {
  words: ["diskStorage", "createWriteStream", "writeFile", "appendFile"],
  see: (code) =>
    matches(code, LOCAL_FILES).map(({ match, line }) => ({
      hazard: "local-files",
      what: `${match[1]}(…)`,
      line,
    })),
};
