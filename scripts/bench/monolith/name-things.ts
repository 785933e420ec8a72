import type { Thing } from "./plan-modules.ts";

/** The import of another thing's file, as seen from a thing's folder. */
export function importOf(name: string, from: Thing, to: Thing, kind: string): string {
  const place = from.folder === to.folder ? "." : `../../../${to.folder}`;
  return `import { ${name} } from "${place}/${to.stem}.${kind}";\n`;
}

/** `RetailOrder` as a field: `retailOrder`. */
export function fieldOf({ name }: Thing): string {
  return name[0]!.toLowerCase() + name.slice(1);
}
