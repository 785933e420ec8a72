import type { Lots } from "./lots.ts";
import { fieldOf, importOf } from "./name-things.ts";
import type { Thing } from "./plan-modules.ts";

/** A service with the methods that its controller and other services call, and some of its own. */
export function writeService(thing: Thing, lots: Lots): string {
  const { name } = thing;
  const methods = [
    ...thing.calls.map((other) => callMethod(thing, other, lots)),
    ...Array.from({ length: lots.between(3, 9) }, (_, at) => ownMethod(thing, at, lots)),
  ];
  const mapper = thing.has.has("mapper") ? importOf("toRows", thing, thing, "mapper") : "";
  return `import { Injectable } from "@nestjs/common";
import { DataSource } from "typeorm";
import { AuditLog } from "../../shared/audit-log";
import { EventBus } from "../../shared/event-bus";
import { found } from "../../shared/problems";
import { money } from "../../shared/money";
import { Page } from "../../shared/page";
${importOf(name, thing, thing, "entity")}${importOf(`${name}Input`, thing, thing, "input")}${mapper}${importsOf(thing)}
@Injectable()
export class ${name}Service {
  constructor(
    private readonly database: DataSource,
    private readonly events: EventBus,
    private readonly log: AuditLog,
${fieldsOf(thing)}  ) {}

  async list(page: Page): Promise<${name}[]> {
    ${listOf(thing)}
  }

  async find(id: number): Promise<${name}> {
    return found(await this.database.getRepository(${name}).findOne({ where: { id } }), "${thing.stem}");
  }

  async add(input: ${name}Input): Promise<${name}> {
    const added = await this.database.transaction(async (manager) => {
      const made = manager.create(${name}, input);
      return manager.save(made);
    });
    this.events.emit("${thing.stem}.added", { id: added.id });
    return added;
  }

  async close(id: number): Promise<void> {
    const one = await this.find(id);
    one.closedAt = new Date();
    await this.database.getRepository(${name}).save(one);
    this.log.note("${thing.stem} closed", one.id);
  }

  async refresh(id: number): Promise<number> {
    const one = await this.find(id);
    return money(one.amountCents).rounded().cents;
  }
${methods.join("")}${mapper === "" ? "" : exportMethod(thing)}}
`;
}

function importsOf(thing: Thing): string {
  const own = thing.has.has("repository")
    ? importOf(`${thing.name}Repository`, thing, thing, "repository")
    : "";
  return own + thing.calls.map((other) => importOf(`${other.name}Service`, thing, other, "service")).join("");
}

function fieldsOf(thing: Thing): string {
  const own = thing.has.has("repository")
    ? `    private readonly repository: ${thing.name}Repository,\n`
    : "";
  const others = thing.calls.map(
    (other) => `    private readonly ${fieldOf(other)}s: ${other.name}Service,\n`,
  );
  return own + others.join("");
}

function listOf({ name, has }: Thing): string {
  if (has.has("repository")) return "return this.repository.open(page);";
  return `return this.database.getRepository(${name}).find({ skip: page.offset(), take: page.size });`;
}

function callMethod(thing: Thing, other: Thing, lots: Lots): string {
  const rate = lots.between(2, 90);
  return `
  async settleWith${other.name}(id: number, otherId: number): Promise<number> {
    const one = await this.find(id);
    const other = await this.${fieldOf(other)}s.find(otherId);
    if (!one.isOpen() || !other.isOpen()) {
      this.log.note("${thing.stem} is closed", id);
      return 0;
    }
    const share = money(one.amountCents).times(${rate}).plus(money(other.amountCents)).rounded();
    await this.${fieldOf(other)}s.refresh(other.id);
    return share.cents;
  }
`;
}

function ownMethod({ name, table }: Thing, at: number, lots: Lots): string {
  const [word, limit] = [
    lots.pick(["Overdue", "Small", "Recent", "Doubtful", "Largest"]),
    lots.between(10, 9000),
  ];
  return `
  async count${word}${at}(since: Date): Promise<number> {
    const rows: ${name}[] = await this.database.query("SELECT * FROM ${table} WHERE created_at > $1", [since]);
    let sum = 0;
    for (const row of rows.filter((one) => one.amountCents > ${limit})) {
      const amount = money(row.amountCents);
      sum += row.reference?.startsWith("${word[0]}") ? amount.rounded().cents : Math.min(amount.cents, ${limit});
    }
    return sum;
  }
`;
}

function exportMethod({ name }: Thing): string {
  return `
  async export(page: Page): Promise<Record<string, string>[]> {
    const all: ${name}[] = await this.list(page);
    return toRows(all);
  }
`;
}

/** A test of a service, with doubles of what it uses. */
export function writeTest(thing: Thing): string {
  const { name } = thing;
  return `import { Test } from "@nestjs/testing";
import { Page } from "../../shared/page";
${importOf(`${name}Service`, thing, thing, "service")}
describe("${thing.stem}", () => {
  let service: ${name}Service;

  beforeEach(async () => {
    const module = await Test.createTestingModule({ providers: [${name}Service] }).compile();
    service = module.get(${name}Service);
  });

  it("lists what is open", async () => {
    expect(await service.list(new Page(0, 10))).toHaveLength(0);
  });

  it("closes once", async () => {
    const added = await service.add({ amountCents: 100 });
    await service.close(added.id);
    expect(await service.refresh(added.id)).toBe(100);
  });
});
`;
}
