import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

const ts = createRequire(import.meta.url)("typescript");

const OPTIONS = {
  allowJs: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  experimentalDecorators: true,
  jsx: ts.JsxEmit.Preserve,
  noEmit: true,
  skipLibCheck: true,
  types: [],
};

/**
 * Calls and constructions over the border of a file, as the TypeScript checker resolves them without node_modules:
 * `from.ts:12 → to.ts`, and for each place whether the checker found anything at all.
 */
export function checkerCalls(root, files, packages) {
  const known = new Set(files.map((file) => join(root, file)));
  const host = ts.createCompilerHost(OPTIONS);
  const resolve = moduleResolver(root, known, packages, host);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map((literal) => ({ resolvedModule: resolve(literal.text, from) }));
  const program = ts.createProgram({ rootNames: [...known], options: OPTIONS, host });
  const checker = program.getTypeChecker();
  const calls = [];
  for (const source of program.getSourceFiles()) {
    if (known.has(source.fileName))
      collect(source, checker, known, (line, target) => {
        calls.push({ from: relative(root, source.fileName), line, to: relative(root, target) });
      });
  }
  return calls;
}

function collect(source, checker, known, found) {
  const visit = (node) => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const target = declaringFile(node, name, checker);
      if (target !== undefined && known.has(target) && target !== source.fileName) {
        found(source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1, target);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** Where the function or class that is called was declared; nothing for parameters and for what nobody declares. */
function declaringFile(node, name, checker) {
  if (
    node.expression.kind === ts.SyntaxKind.SuperKeyword ||
    node.expression.kind === ts.SyntaxKind.ImportKeyword
  )
    return;
  let symbol = checker.getSymbolAtLocation(name);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (declaration === undefined || ts.isParameter(declaration) || ts.isBindingElement(declaration)) return;
  return declaration.getSourceFile().fileName;
}

/** Paths of the nearest tsconfig, and workspace packages by name: nothing is installed. */
function moduleResolver(root, known, packages, host) {
  const optionsIn = memoized((folder) => {
    for (const name of ["tsconfig.json", "jsconfig.json"]) {
      const file = join(folder, name);
      if (!existsSync(file)) continue;
      const { config } = ts.parseConfigFileTextToJson(file, readFileSync(file, "utf8"));
      const { options } = ts.parseJsonConfigFileContent(
        config ?? {},
        { ...ts.sys, readDirectory: () => [] },
        folder,
      );
      return { baseUrl: options.baseUrl, paths: options.paths, pathsBasePath: options.pathsBasePath };
    }
    return folder.length <= root.length ? {} : optionsIn(dirname(folder));
  });
  const cache = memoized((folder) =>
    memoized((module) => {
      const options = { ...OPTIONS, ...optionsIn(folder) };
      const { resolvedModule } = ts.resolveModuleName(module, join(folder, "x.ts"), options, host);
      if (resolvedModule && known.has(resolvedModule.resolvedFileName)) return resolvedModule;
      const owner = packages.find(({ name }) => module === name || module.startsWith(`${name}/`));
      if (owner === undefined) return undefined;
      const rest = module.slice(owner.name.length + 1);
      const stems =
        rest === ""
          ? ["src/index", "index", "src/public_api"]
          : [rest, `src/${rest}`, `${rest}/index`, `src/${rest}/index`];
      const file = stems
        .flatMap((stem) => [".ts", ".tsx", ".js"].map((end) => join(root, owner.folder, stem + end)))
        .find((one) => known.has(one));
      return file && { resolvedFileName: file, extension: ts.Extension.Ts, isExternalLibraryImport: false };
    }),
  );
  return (module, from) => cache(dirname(from))(module);
}

function memoized(make) {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}
