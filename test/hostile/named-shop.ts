import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { writeTree } from "../repository/build-tree.ts";
import { runGit, type Stage, stage } from "./stage.ts";

/** Names that mean something to a browser, a spreadsheet, a terminal, a document or an object. */
export const NAMES: readonly string[] = [
  "</script><script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<!--<script>",
  "javascript:alert(1)",
  "=HYPERLINK(1)",
  "+1+1",
  "@SUM(1)",
  "-2-3",
  "__proto__",
  "constructor",
  "toString",
  "quote\"'`${1}",
  "back\\slash",
  "line\u2028separator",
  "right\u202eleft",
  "zero\u200bwidth",
  "\u001b[31mred\u001b[0m",
  "\u001b]0;owned\u0007",
  "| table | `code` **bold** [link](http://x.invalid)",
  "주문",
];

/** A shop in which everything that has a name has a hostile one: files, tables, columns, routes, events, people, commits. */
export function namedShop(): Stage {
  const set = stage();
  const literal = (name: string): string => JSON.stringify(name);
  const inFile = (name: string): string => name.replaceAll("/", "\u2215");
  NAMES.forEach((name, at) => {
    set.write({
      [`src/${inFile(name)}/${inFile(name)}.ts`]: `import { EventEmitter2 } from "@nestjs/event-emitter";
import { Order } from "../order";
/** ${name.replaceAll("*/", "")} */
export class Part${at} {
  constructor(private readonly order: Order, private readonly events: EventEmitter2) {}
  ${literal(name)}() { return this.order.pay(1 as never); }
  announce() { this.events.emit(${literal(name)}, 1); }
  find(db: any) { return db.query(\`SELECT * FROM ${sqlName(name)} JOIN "orders" ON "orders".id = 1\`); }
}
`,
    });
  });
  const tables = NAMES.map(
    (name) => `CREATE TABLE ${sqlName(name)} (id int PRIMARY KEY, ${sqlName(`c ${name}`)} int);`,
  );
  const routes = NAMES.map((name, at) => `app.get(${literal(`/${name}`)}, (req, res) => new Part${at}());`);
  set.write({
    "db/schema.sql": `CREATE TABLE "orders" (id int PRIMARY KEY);\n${tables.join("\n")}\n`,
    "src/app.ts": `import express from "express";\nconst app = express();\n${routes.join("\n")}\napp.listen(3000);\n`,
    "package.json": JSON.stringify({ name: NAMES[0], dependencies: { express: "5" } }),
  });
  NAMES.forEach((name, at) => {
    for (const file of ["src/app.ts", "src/order.ts"])
      appendFileSync(join(set.repository, file), `export const revision${at} = ${at};\n`);
    commit(set, name, at);
  });
  return set;
}

/** Options that have contexts and the people who decide named like that as well. */
export function namedDecisions({ folder }: Stage): string[] {
  const decisions = NAMES.map((name, at) => {
    const shown = JSON.stringify(name);
    return `  - pin: Part${at}\n    to: ${shown}\n    by: ${shown}\n    because: ${shown}\n`;
  });
  writeTree(folder, { "d.yaml": `version: 1\ndecisions:\n${decisions.join("")}` });
  return ["--authors", "--decisions", "../d.yaml"];
}

function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll("`", "").replaceAll("${", "{")}"`;
}

function commit({ repository, git }: Stage, name: string, at: number): void {
  git("add", "--all");
  const [tree, parent] = [git("write-tree"), git("rev-parse", "HEAD")].map((hash) => hash.trim());
  const person = `${name.replaceAll(/[<>]/g, "")} <a${at}@x>`;
  const time = `${1709287200 + at * 1000} +0000`;
  const text = `tree ${tree}\nparent ${parent}\nauthor ${person} ${time}\ncommitter ${person} ${time}\n\n${name}\n`;
  const hash = runGit(
    repository,
    ["hash-object", "-t", "commit", "-w", "--literally", "--stdin"],
    text,
  ).trim();
  git("update-ref", "HEAD", hash);
}
