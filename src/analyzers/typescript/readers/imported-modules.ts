import type { FileIr } from "../ir.ts";
import type { Project } from "../project.ts";

/** Does any file import such a module? A reader whose library is imported nowhere has nothing to look for. */
export function importsModule(
  { files }: Pick<Project, "files">,
  isMeant: (module: string) => boolean,
): boolean {
  for (const module of modulesOf(files)) if (isMeant(module)) return true;
  return false;
}

const known = new WeakMap<readonly FileIr[], ReadonlySet<string>>();

function modulesOf(files: readonly FileIr[]): ReadonlySet<string> {
  const found = known.get(files);
  if (found !== undefined) return found;
  const modules = new Set<string>();
  for (const { imports } of files) for (const { module } of imports) modules.add(module);
  known.set(files, modules);
  return modules;
}
