import type { Report } from "../../model/report.ts";
import { type Emptiness, emptyBecause } from "../../repository/empty-because.ts";

/** Why there is nothing to analyse in a folder, and the way out where one is known. */
export function nothingIn(root: string, { repository, completeness, diagnostics }: Report): string {
  const codes = new Set(diagnostics.map(({ code }) => code));
  const missing = codes.has("sparse-checkout") || (completeness.seen === 0 && !codes.has("no-history"));
  const why = emptyBecause(root, missing);
  if (why !== null) return `nothing to analyse in "${repository.name}": ${WAYS_OUT[why](inShell(root))}`;
  const seen = `${completeness.seen} ${completeness.seen === 1 ? "file" : "files"}`;
  const known = "TypeScript, JavaScript, SQL or Prisma source";
  return `nothing to analyse in "${repository.name}": ${seen} seen, no ${known} among them`;
}

const WAYS_OUT: Readonly<Record<Emptiness, (root: string) => string>> = {
  "git-folder": () => "it is the folder of git itself; give the folder that it lies in",
  bare: (root) => `it is a bare repository; clone it and analyse the clone: git clone ${root} my-clone`,
  sparse: (root) => `its files are not checked out; have them with: git -C ${root} sparse-checkout disable`,
  "not-checked-out": (root) =>
    `its files are not checked out; have them with: git -C ${root} checkout HEAD -- .`,
  modules: (root) =>
    `the code of its submodules is not here; have it with: git -C ${root} submodule update --init`,
};

/** A path as one word of a shell, whatever is in its name. */
function inShell(path: string): string {
  return /^[\w./:~@%+,][\w./:~@%+,-]*$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
