import {
  findNodeAtLocation,
  getNodeValue,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { type Document, visit } from "yaml";
import { lineTooDeep, readYaml } from "../../workshop/read-yaml.ts";
import { closest } from "../closest.ts";
import { EXIT, Failure } from "../exit-codes.ts";
import { type Configuration, configurationSchema } from "./configuration-schema.ts";

type Path = readonly (string | number)[];

/** A file that was understood as data, and the line (from 1) of each of its values. */
interface Data {
  readonly value: unknown;
  readonly lineOf: (path: Path) => number;
}

/** Checks the text of a configuration file; what is wrong is said with its key and line. */
export function parseConfiguration(text: string, file: string): Configuration {
  const data = /\.ya?ml$/i.test(file) ? parseYaml(text, file) : parseJson(text, file);
  const result = configurationSchema.safeParse(data.value ?? {});
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const known = closest(key, knownKeys(issue.path as Path));
    const hint = known === undefined ? "" : ` (did you mean "${known}"?)`;
    throw wrong(file, data.lineOf([...(issue.path as Path), key]), `unknown key "${key}"${hint}`);
  }
  const path = (issue?.path ?? []) as Path;
  throw wrong(file, data.lineOf(path), `${path.join(".")}: ${issue?.message ?? "invalid"}`);
}

function knownKeys(path: Path): string[] {
  if (path.length === 0) return Object.keys(configurationSchema.shape);
  if (path[0] === "plan") return Object.keys(configurationSchema.shape.plan.def.innerType.shape);
  return [];
}

function parseJson(text: string, file: string): Data {
  const deep = lineTooDeep(text);
  if (deep !== null) throw wrong(file, deep, "is nested too deeply");
  const errors: ParseError[] = [];
  const tree = parseTree(text.replace(/^\ufeff/, " "), errors, { allowTrailingComma: true });
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const [error] = errors;
  if (error !== undefined) throw wrong(file, lineAt(error.offset), printParseErrorCode(error.error));
  return {
    value: tree === undefined ? {} : getNodeValue(tree),
    lineOf: (path) => lineAt((tree && findNodeAtLocation(tree, [...path])?.offset) ?? 0),
  };
}

function parseYaml(text: string, file: string): Data {
  const { document, problems, lineOf } = readYaml(text);
  const [problem] = problems;
  if (problem !== undefined) throw wrong(file, problem.line, problem.message);
  return {
    value: withoutAliases(document, (node) => wrong(file, lineOf(node), "aliases (*) are not read")),
    lineOf: (path) => lineOf(document.getIn([...path], true)) || 1,
  };
}

/** The value of a document. Aliases can stand for more than any memory holds. */
function withoutAliases(document: Document, failure: (node: unknown) => Failure): unknown {
  visit(document, {
    Alias: (_, node) => {
      throw failure(node);
    },
  });
  return document.toJS();
}

function wrong(file: string, line: number, message: string): Failure {
  return new Failure(`${file}:${line}: ${message}`, EXIT.usage);
}
