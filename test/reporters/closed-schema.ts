/** A JSON Schema in which nothing may appear that it does not name. */
export function closedSchema(value: unknown): never {
  if (Array.isArray(value)) return value.map(closedSchema) as never;
  if (typeof value !== "object" || value === null) return value as never;
  const entries = Object.entries(value).map(([key, inner]) => [key, closedSchema(inner)]);
  const open = "properties" in value && !("additionalProperties" in value);
  return Object.fromEntries(open ? [...entries, ["additionalProperties", false]] : entries) as never;
}
