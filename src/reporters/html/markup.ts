/** Markup that may go into a document as it is. */
export interface Html {
  readonly text: string;
}

type Value = Html | string | number | null | false | readonly Value[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A template that escapes every value which is not markup already. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  const text = parts
    .map((part, place) => part + (place < values.length ? markup(values[place] ?? null) : ""))
    .join("");
  return { text };
}

function markup(value: Value): string {
  if (value === null || value === false) return "";
  if (Array.isArray(value)) return value.map(markup).join("");
  if (typeof value === "object" && "text" in value) return value.text;
  return String(value).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? "");
}
