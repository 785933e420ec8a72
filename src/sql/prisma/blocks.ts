/** A block of a Prisma schema: `model Order { … }`. */
export interface PrismaBlock {
  readonly kind: "model" | "view" | "type" | "enum" | "datasource" | "generator";
  readonly name: string;
  readonly line: number;
  readonly fields: readonly PrismaField[];
  /** `@@map("orders")`, by name without the signs. */
  readonly attributes: readonly PrismaAttribute[];
  /** `provider = "postgresql"`, without quotes; arrays as they are written. */
  readonly settings: ReadonlyMap<string, string>;
}

/** `customer Customer? @relation(fields: [customerId], references: [id])` */
export interface PrismaField {
  readonly name: string;
  readonly type: string;
  readonly list: boolean;
  readonly optional: boolean;
  readonly line: number;
  readonly attributes: readonly PrismaAttribute[];
}

/** One attribute with its arguments; texts come without quotes, single values as a list of one. */
export interface PrismaAttribute {
  readonly name: string;
  readonly args: readonly { readonly key: string | null; readonly values: readonly string[] }[];
}

/** The values of an argument, by its key or as the first one without a key. */
export function argumentOf(attribute: PrismaAttribute | undefined, key: string): readonly string[] {
  const found =
    attribute?.args.find((argument) => argument.key === key) ??
    (key === "name" ? attribute?.args.find((argument) => argument.key === null) : undefined);
  return found?.values ?? [];
}

/** The attribute of this name, if it is there. */
export function attributeOf(
  of: { readonly attributes: readonly PrismaAttribute[] },
  name: string,
): PrismaAttribute | undefined {
  return of.attributes.find((attribute) => attribute.name === name);
}
