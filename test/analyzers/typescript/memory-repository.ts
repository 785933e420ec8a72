import { byCodeUnit, type FilePath } from "../../../src/model/ids.ts";
import type { Package, Repository, RepositoryFile } from "../../../src/repository/repository.ts";

/** A repository of a few files that exist only here. `package.json` files become packages. */
export function memoryRepository(texts: Readonly<Record<string, string>>): Repository {
  const paths = Object.keys(texts).sort(byCodeUnit) as FilePath[];
  const files = paths.map((path): RepositoryFile => {
    const kind = /\.test\./.test(path) ? "test" : /\.json$/.test(path) ? "asset" : "source";
    return { path, class: kind, package: "" };
  });
  return {
    name: "shop",
    files,
    packages: paths
      .filter((path) => path.endsWith("package.json"))
      .map((path) => packageOf(path, texts[path]!)),
    diagnostics: [],
    git: null,
    uncommitted: 0,
    has: (path) => Object.hasOwn(texts, path),
    text: (path) => (Object.hasOwn(texts, path) ? texts[path]! : null),
    fingerprint: (path) => (Object.hasOwn(texts, path) ? texts[path]! : null),
    troubles: () => [],
  } as Repository;
}

function packageOf(path: string, text: string): Package {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const folder = path.replace(/\/?package\.json$/, "");
  return {
    name: String(manifest["name"] ?? ""),
    folder,
    chosen: true,
    reason: "a test",
    manifest,
  } as Package;
}
