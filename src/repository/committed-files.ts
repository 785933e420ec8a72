import { createHash } from "node:crypto";
import { simpleGit } from "simple-git";
import type { ShadowGit } from "./repository.ts";

/** What the commit holds, by paths from the analysed folder. */
export interface CommittedFiles {
  readonly blobs: ReadonlyMap<string, string>;
  /** Folders of submodules, with a slash at the end: what lies in them was committed elsewhere. */
  readonly modules: readonly string[];
}

const LIST_TIMEOUT = 10_000;

/**
 * Lists the files of the commit. simple-git is at home here: one short call in a folder that is entirely ours. It
 * accepts none of git's own variables, so the shadow has to be whole without them.
 */
export async function committedFiles(git: ShadowGit): Promise<CommittedFiles | null> {
  const tree = git.prefix === "" ? git.head : `${git.head}:${git.prefix.slice(0, -1)}`;
  const { PATH = "", HOME = "", LC_ALL = "C" } = git.environment;
  try {
    const client = simpleGit({
      baseDir: git.folder,
      binary: git.program,
      timeout: { block: LIST_TIMEOUT },
      trimmed: false,
    });
    const listed = await client
      .env({ PATH, HOME, XDG_CONFIG_HOME: HOME, LC_ALL })
      .raw(["ls-tree", "-r", "-z", "--full-tree", tree]);
    return readTree(listed);
  } catch {
    return null;
  }
}

/** Does the file have the bytes that were committed, give or take line ends (git may change those on its way out)? */
export function isCommitted(bytes: Buffer, blob: string): boolean {
  if (hashOf(bytes, blob.length) === blob) return true;
  if (!bytes.includes(13)) return false;
  const unix = Buffer.from(bytes.toString("latin1").replace(/\r\n/g, "\n"), "latin1");
  return hashOf(unix, blob.length) === blob;
}

/** `100644 blob <hash>\t<path>`, with a NUL after each; links and submodules have modes of their own. */
function readTree(listed: string): CommittedFiles {
  const blobs = new Map<string, string>();
  const modules: string[] = [];
  for (const line of listed.split("\0")) {
    const tab = line.indexOf("\t");
    const path = line.slice(tab + 1);
    if (line.startsWith("100")) blobs.set(path, line.slice(line.indexOf(" blob ") + 6, tab));
    else if (line.startsWith("160000")) modules.push(`${path}/`);
  }
  return { blobs, modules };
}

function hashOf(bytes: Buffer, length: number): string {
  const hash = createHash(length === 64 ? "sha256" : "sha1");
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
