/** What is made of a thing once, and known as long as somebody holds the thing. */
export function remembered<Thing extends object, Value>(
  make: (thing: Thing) => Value,
): (thing: Thing) => Value {
  const known = new WeakMap<Thing, { readonly value: Value }>();
  return (thing) => {
    const entry = known.get(thing) ?? { value: make(thing) };
    known.set(thing, entry);
    return entry.value;
  };
}
