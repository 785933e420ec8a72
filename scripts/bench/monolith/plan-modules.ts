import type { Lots } from "./lots.ts";
import { AREAS, MODULES, PARTS } from "./words.ts";

/** A module of the monolith: one folder. */
export interface Module {
  readonly area: string;
  /** `src/retail/order` */
  readonly folder: string;
  readonly things: readonly Thing[];
}

/** Something that a module keeps: an entity with the service, repository and the rest around it. */
export interface Thing {
  /** `RetailOrderLine` */
  readonly name: string;
  /** `retail-order-line` */
  readonly stem: string;
  readonly table: string;
  readonly folder: string;
  readonly has: ReadonlySet<Part>;
  /** Things whose key it keeps, and whose service it calls. */
  readonly keys: Thing[];
  readonly calls: Thing[];
}

/** Files that not every thing has. Each has an entity, a service and an input. */
export type Part = "repository" | "controller" | "mapper" | "listener" | "test";

const SHARES: Readonly<Record<Part, number>> = {
  repository: 0.7,
  controller: 0.5,
  mapper: 0.5,
  listener: 0.2,
  test: 0.6,
};

/** Modules with about so many files, most ties inside a module or an area, and a few modules that everybody uses. */
export function planModules(files: number, lots: Lots): Module[] {
  const modules: Module[] = [];
  const perArea = Math.max(4, Math.min(MODULES.length, Math.ceil(Math.sqrt(files / 20))));
  for (let left = files; left > 0; left -= sizeOf(modules.at(-1)!)) {
    modules.push(planModule(modules.length, perArea, lots));
  }
  for (const module of modules) tie(module, modules, lots);
  return modules;
}

function sizeOf({ things }: Module): number {
  return 1 + things.reduce((sum, { has }) => sum + 3 + has.size, 0);
}

function planModule(number: number, perArea: number, lots: Lots): Module {
  const round = Math.floor(number / (perArea * AREAS.length));
  const area = `${AREAS[Math.floor(number / perArea) % AREAS.length]!}${round === 0 ? "" : round + 1}`;
  const name = MODULES[number % perArea]!;
  const folder = `src/${area}/${name}`;
  const first = lots.between(0, PARTS.length - 1);
  const parts = Array.from({ length: lots.between(1, 4) }, (_, at) => PARTS[(first + at) % PARTS.length]!);
  return { area, folder, things: ["", ...parts].map((part) => planThing([area, name, part], folder, lots)) };
}

function planThing(words: readonly string[], folder: string, lots: Lots): Thing {
  const named = words.filter((word) => word !== "");
  const parts = (Object.keys(SHARES) as Part[]).filter((part) => lots.chance(SHARES[part]));
  return {
    name: named.map((word) => word[0]!.toUpperCase() + word.slice(1)).join(""),
    stem: named.join("-"),
    table: `${named.join("_")}s`,
    folder,
    has: new Set(parts),
    keys: [],
    calls: [],
  };
}

function tie(module: Module, modules: readonly Module[], lots: Lots): void {
  const neighbours = modules.filter(({ area }) => area === module.area);
  const [main] = module.things;
  for (const thing of module.things) {
    const add = (list: Thing[], other: Thing) => {
      if (other !== thing && !list.includes(other)) list.push(other);
    };
    add(thing.keys, main!);
    add(thing.calls, lots.pick(module.things));
    add(thing.calls, lots.pick(module.things));
    if (lots.chance(0.4)) add(thing.calls, lots.pick(lots.popular(neighbours).things));
    if (lots.chance(0.3)) add(thing.calls, lots.popular(lots.popular(modules).things));
    if (lots.chance(0.25)) add(thing.keys, lots.popular(neighbours).things[0]!);
    if (lots.chance(0.1)) add(thing.keys, lots.popular(modules).things[0]!);
  }
}
