const WATCHED = [Object, Function, Array, String, Number, Boolean, Map, Set, Promise, RegExp, Error, Symbol];

/** What every object inherits: two equal answers mean that nothing was added, taken or exchanged in between. */
export function inheritedByAll(): string {
  const parts = WATCHED.map((one) =>
    [one.prototype, one]
      .map((owner) =>
        Reflect.ownKeys(owner as object)
          .map(String)
          .join(),
      )
      .join("|"),
  );
  return parts.join("\n");
}
