import type { FilePath, NodeId } from "../../../model/ids.ts";
import type { Repository } from "../../../repository/repository.ts";
import type { ClassIr, FileIr } from "../ir.ts";
import { calleeOf } from "../link/calls.ts";
import type { LinkedProject } from "../link/linked-project.ts";
import type { CallSite } from "../project.ts";
import type { TypeScript } from "../syntax/compiler.ts";
import { wholeCompiler } from "../syntax/whole-compiler.ts";
import { MINI_LIB } from "./mini-lib.ts";

/** Where the type checker says that a call leads. */
export interface CheckedTarget {
  readonly unit: NodeId;
  readonly method: string;
}

/** Answers for single call sites; null where the checker finds nothing of the repository. */
export type Checker = (site: CallSite) => CheckedTarget | null;

const ts = wholeCompiler();
const LIB = "/monocarve-lib.d.ts";

/**
 * The type checker over the files of the repository alone: our own module resolution, a library of sixty lines, no
 * `node_modules`, nothing read from disk. Parsing and binding everything again is what it costs.
 */
export function createChecker(repository: Repository, project: LinkedProject): Checker {
  const texts = new Map(project.files.map((file) => [`/${file.path}`, file]));
  const program = ts.createProgram({
    rootNames: [LIB, ...texts.keys()],
    options: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowJs: true,
      checkJs: true,
      noLib: true,
      types: [],
      experimentalDecorators: true,
      strict: true,
      jsx: ts.JsxEmit.Preserve,
      noEmit: true,
    },
    host: hostOf(repository, project, texts),
  });
  const checker = program.getTypeChecker();
  return (site) => {
    const source = program.getSourceFile(`/${site.file.path}`);
    const node = source && nodeAt(source, calleeOf(site.expr).pos);
    if (!node) return null;
    return declaredIn(project, texts, checker, node);
  };
}

function hostOf(
  repository: Repository,
  project: LinkedProject,
  files: ReadonlyMap<string, FileIr>,
): TypeScript.CompilerHost {
  const textOf = (name: string): string | undefined =>
    name === LIB
      ? MINI_LIB
      : files.has(name)
        ? (repository.text(name.slice(1) as FilePath) ?? undefined)
        : undefined;
  return {
    fileExists: (name) => name === LIB || files.has(name),
    readFile: textOf,
    getSourceFile: (name, options) => {
      const text = textOf(name);
      return text === undefined ? undefined : ts.createSourceFile(name, text, options, true);
    },
    getDefaultLibFileName: () => LIB,
    writeFile: () => undefined,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    resolveModuleNameLiterals: (literals, containing) =>
      literals.map(({ text }) => {
        const from = files.get(containing);
        const target = from && project.link.resolveModule(from, text);
        if (!target) return { resolvedModule: undefined };
        const extension = /\.[cm]?[jt]sx?$/.exec(target.path)?.[0] ?? ".ts";
        return {
          resolvedModule: { resolvedFileName: `/${target.path}`, extension, isExternalLibraryImport: false },
        };
      }),
  };
}

/** The innermost node that begins at a position. */
function nodeAt(source: TypeScript.SourceFile, pos: number): TypeScript.Node | undefined {
  let found: TypeScript.Node | undefined;
  const visit = (node: TypeScript.Node): void => {
    if (pos < node.pos || pos >= node.end) return;
    if (node.getStart(source) === pos) found = node;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function declaredIn(
  project: LinkedProject,
  files: ReadonlyMap<string, FileIr>,
  checker: TypeScript.TypeChecker,
  node: TypeScript.Node,
): CheckedTarget | null {
  let symbol = checker.getSymbolAtLocation(node);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const declaration = symbol?.valueDeclaration ?? symbol?.declarations?.[0];
  if (!symbol || !declaration || ts.isParameter(declaration)) return null;
  const file = files.get(declaration.getSourceFile().fileName);
  return file ? { unit: unitAt(project, file, declaration.getStart()), method: symbol.name } : null;
}

/** The unit that a position of a file lies in: the innermost class that is one, else the module. */
function unitAt(project: LinkedProject, file: FileIr, pos: number): NodeId {
  let inner: ClassIr | null = null;
  for (const cls of file.classes) {
    if (pos >= cls.pos && pos < cls.end && (inner === null || cls.pos >= inner.pos)) inner = cls;
  }
  return inner ? project.unitOfClass(inner) : file.unit!;
}
