/** Joins parts of a route to one path that begins with a slash and does not end with one: `/orders/:id`. */
export function joinPaths(...parts: readonly string[]): string {
  const joined = parts
    .join("/")
    .split("/")
    .filter((part) => part !== "")
    .join("/");
  return `/${joined}`;
}
