import type { Lots } from "./lots.ts";
import { fieldOf, importOf } from "./name-things.ts";
import type { Module, Thing } from "./plan-modules.ts";
import { COLUMNS } from "./words.ts";
import { writeService, writeTest } from "./write-service.ts";

/** The files of a module by path. */
export function writeModule(module: Module, lots: Lots): [path: string, text: string][] {
  return [
    [`${module.folder}/${module.folder.split("/").at(-1)}.module.ts`, writeModuleFile(module)],
    ...module.things.flatMap((thing) => writeThing(thing, lots)),
  ];
}

function writeThing(thing: Thing, lots: Lots): [string, string][] {
  const path = `${thing.folder}/${thing.stem}`;
  const columns = columnsOf(lots);
  const parts = {
    repository: [`${path}.repository.ts`, writeRepository(thing)],
    controller: [`${path}.controller.ts`, writeController(thing)],
    mapper: [`${path}.mapper.ts`, writeMapper(thing, columns)],
    listener: [`${path}.listener.ts`, writeListener(thing)],
    test: [`${path}.service.spec.ts`, writeTest(thing)],
  } as const;
  return [
    [`${path}.entity.ts`, writeEntity(thing, columns)],
    [`${path}.input.ts`, writeInput(thing, columns)],
    [`${path}.service.ts`, writeService(thing, lots)],
    ...[...thing.has].map((part): [string, string] => [...parts[part]]),
  ];
}

function columnsOf(lots: Lots): string[] {
  const first = lots.between(0, COLUMNS.length - 1);
  return Array.from({ length: lots.between(3, 7) }, (_, at) => COLUMNS[(first + at) % COLUMNS.length]!);
}

function writeEntity(thing: Thing, columns: readonly string[]): string {
  const fields = columns.map((column) => `  @Column({ nullable: true })\n  ${column}: string;\n`);
  const keys = thing.keys.map(
    (other, at) => `  @ManyToOne(() => ${other.name}, { nullable: ${at > 0} })
  @JoinColumn({ name: "${other.stem.replaceAll("-", "_")}_id" })
  ${fieldOf(other)}: ${other.name};
`,
  );
  return `import { Column, Entity, JoinColumn, ManyToOne } from "typeorm";
import { KeptEntity } from "../../shared/kept-entity";
${thing.keys.map((other) => importOf(other.name, thing, other, "entity")).join("")}
@Entity("${thing.table}")
export class ${thing.name} extends KeptEntity {
${[...fields, ...keys].join("\n")}
  @Column("integer")
  amountCents: number;

  isOpen(): boolean {
    return this.closedAt === null && this.amountCents > 0;
  }
}
`;
}

function writeInput({ name }: Thing, columns: readonly string[]): string {
  const fields = columns.map((column) => `  @IsOptional()\n  @MaxLength(200)\n  ${column}?: string;\n`);
  return `import { IsInt, IsOptional, MaxLength, Min } from "class-validator";

export class ${name}Input {
${fields.join("\n")}
  @IsInt()
  @Min(0)
  amountCents: number;
}
`;
}

function writeRepository(thing: Thing): string {
  const { name, table, keys } = thing;
  const field = fieldOf(thing);
  const joins = keys.map(
    (key) => `\n      .leftJoinAndSelect("${field}.${fieldOf(key)}", "${fieldOf(key)}")`,
  );
  const totals = keys.map(
    (key) => `
  async totalBy${key.name}(id: number): Promise<number> {
    const [row] = await this.database.query(
      \`SELECT SUM(t.amount_cents) AS total FROM ${table} t
         JOIN ${key.table} k ON k.id = t.${key.stem.replaceAll("-", "_")}_id WHERE k.id = $1\`,
      [id],
    );
    return Number(row.total);
  }
`,
  );
  return `import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";
import { Page } from "../../shared/page";
${importOf(name, thing, thing, "entity")}
@Injectable()
export class ${name}Repository {
  constructor(private readonly database: DataSource) {}

  async open(page: Page): Promise<${name}[]> {
    return this.database
      .getRepository(${name})
      .createQueryBuilder("${field}")${joins.join("")}
      .where("${field}.closedAt IS NULL")
      .orderBy("${field}.createdAt", "DESC")
      .skip(page.offset())
      .take(page.size)
      .getMany();
  }

  async byReference(reference: string): Promise<${name} | null> {
    return this.database.getRepository(${name}).findOne({ where: { reference } as object });
  }
${totals.join("")}}
`;
}

function writeController(thing: Thing): string {
  const { name, stem } = thing;
  return `import { Body, Controller, Delete, Get, Param, Post, Query } from "@nestjs/common";
import { Page } from "../../shared/page";
import { number } from "../../shared/numbers";
${importOf(`${name}Input`, thing, thing, "input")}${importOf(`${name}Service`, thing, thing, "service")}
@Controller("${stem}s")
export class ${name}Controller {
  constructor(private readonly service: ${name}Service) {}

  @Get()
  list(@Query("page") page: string) {
    return this.service.list(new Page(number(page), 50));
  }

  @Get(":id")
  show(@Param("id") id: string) {
    return this.service.find(number(id));
  }

  @Post()
  async add(@Body() input: ${name}Input) {
    const added = await this.service.add(input);
    return { id: added.id, open: added.isOpen() };
  }

  @Delete(":id")
  close(@Param("id") id: string) {
    return this.service.close(number(id));
  }
}
`;
}

function writeMapper(thing: Thing, columns: readonly string[]): string {
  const { name } = thing;
  return `import { money } from "../../shared/money";
import { dayOf } from "../../shared/days";
${importOf(name, thing, thing, "entity")}
export function toRow(from: ${name}): Record<string, string> {
  const amount = money(from.amountCents).toString();
  return {
    id: String(from.id),
    amount,
${columns.map((column) => `    ${column}: (from.${column} ?? "").trim().slice(0, 80),\n`).join("")}    day: dayOf(from.createdAt),
  };
}

export function toRows(all: readonly ${name}[]): Record<string, string>[] {
  return all.filter((one) => one.isOpen()).map((one) => toRow(one));
}
`;
}

function writeListener(thing: Thing): string {
  const other = thing.calls[0] ?? thing;
  return `import { Injectable } from "@nestjs/common";
import { OnEvent } from "@nestjs/event-emitter";
import { AuditLog } from "../../shared/audit-log";
${importOf(`${thing.name}Service`, thing, thing, "service")}
@Injectable()
export class ${thing.name}Listener {
  constructor(
    private readonly service: ${thing.name}Service,
    private readonly log: AuditLog,
  ) {}

  @OnEvent("${other.stem}.added")
  async onAdded(event: { id: number }) {
    this.log.note("${thing.stem}", event.id);
    await this.service.refresh(event.id);
  }
}
`;
}

function writeModuleFile({ folder, things }: Module): string {
  const named = (kind: string, ending: string) =>
    things
      .filter(({ has }) => kind === "service" || has.has(kind as "mapper"))
      .map(({ name }) => name + ending);
  const imports = things.flatMap((thing) => [
    importOf(`${thing.name}Service`, thing, thing, "service"),
    ...(thing.has.has("controller") ? [importOf(`${thing.name}Controller`, thing, thing, "controller")] : []),
    ...(thing.has.has("repository") ? [importOf(`${thing.name}Repository`, thing, thing, "repository")] : []),
    ...(thing.has.has("listener") ? [importOf(`${thing.name}Listener`, thing, thing, "listener")] : []),
  ]);
  const services = named("service", "Service");
  const providers = [...services, ...named("repository", "Repository"), ...named("listener", "Listener")];
  const name = folder
    .split("/")
    .slice(1)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join("");
  return `import { Module } from "@nestjs/common";
${imports.join("")}
@Module({
  controllers: [${named("controller", "Controller").join(", ")}],
  providers: [${providers.join(", ")}],
  exports: [${services.join(", ")}],
})
export class ${name}Module {}
`;
}
