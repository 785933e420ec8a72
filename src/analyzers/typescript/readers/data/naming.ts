/** How a mapper makes names of tables and columns from names of classes and properties. */
export interface NamingStrategy {
  table(className: string): string;
  column(property: string): string;
  /** The column of a to-one relation. */
  joinColumn(relation: string, referenced: string): string;
  /** The table in the middle of a many-to-many relation, named by its owning side. */
  joinTable(first: string, second: string, property: string): string;
  joinTableColumn(table: string, column: string): string;
}

/** TypeORM's own: tables in snake case, columns as the properties are called. */
export const TYPEORM_NAMES: NamingStrategy = {
  table: snakeCase,
  column: (property) => property,
  joinColumn: (relation, referenced) => camelCase(`${relation}_${referenced}`),
  joinTable: (first, second, property) => snakeCase(`${first}_${property}_${second}`),
  joinTableColumn: (table, column) => camelCase(`${table}_${column}`),
};

/** `SnakeNamingStrategy` of typeorm-naming-strategies; also MikroORM's own, but for join tables. */
export const SNAKE_NAMES: NamingStrategy = {
  table: snakeCase,
  column: snakeCase,
  joinColumn: (relation, referenced) => snakeCase(`${relation}_${referenced}`),
  joinTable: (first, second, property) => snakeCase(`${first}_${property}_${second}`),
  joinTableColumn: (table, column) => snakeCase(`${table}_${column}`),
};

/** MikroORM's `UnderscoreNamingStrategy`. */
export const MIKRO_NAMES: NamingStrategy = {
  ...SNAKE_NAMES,
  joinTable: (first, _, property) => `${first}_${snakeCase(property)}`,
};

/** `OrderLine` → `order_line`, `HTTPServer` → `http_server`. */
export function snakeCase(text: string): string {
  return text
    .replace(/([A-Z])([A-Z])([a-z])/g, "$1_$2$3")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/** `order_line` → `orderLine`. */
export function camelCase(text: string): string {
  const first = text.charAt(0).toLowerCase() + text.slice(1);
  return first.replace(/[_-](\w)/g, (_, letter: string) => letter.toUpperCase());
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ["person", "people"],
  ["child", "children"],
  ["man", "men"],
  ["woman", "women"],
  ["mouse", "mice"],
  ["datum", "data"],
  ["medium", "media"],
  ["index", "indices"],
  ["status", "statuses"],
]);

/** The plural of an English name, as Sequelize makes table names of model names: `Category` → `Categories`. */
export function plural(name: string): string {
  const [, head = "", last = name] = /^(.*?)([A-Z]?[a-z0-9]*)$/.exec(name) ?? [];
  const irregular = IRREGULAR.get(last.toLowerCase());
  if (irregular !== undefined) return head + last.charAt(0) + irregular.slice(1);
  if (/(?:information|equipment|money|series|species|news|data|media|sheep|fish)$/i.test(name)) return name;
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/i.test(name))
    return /[^s]s$/.test(name) && /(?:ies|[^us]s)$/.test(name) ? name : `${name}es`;
  return `${name}s`;
}
