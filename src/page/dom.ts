export type Child = globalThis.Node | string | number | null | undefined | false | readonly Child[];

/** What an element may be given. There is no way to pass markup: text goes in as text. */
export interface Props {
  readonly class?: string | undefined;
  readonly on?: Readonly<Record<string, (event: never) => void>>;
  /** Custom properties (`--share`) and geometry that data decides; set through the object model, as the policy demands. */
  readonly style?: Readonly<Record<string, string | number>>;
  readonly [attribute: string]: unknown;
}

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props?: Props | null,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  return furnish(document.createElement(tag), props, children);
}

/** An SVG element. */
export function s<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  props?: Props | null,
  ...children: Child[]
): SVGElementTagNameMap[Tag] {
  return furnish(document.createElementNS(SVG, tag), props, children);
}

/** Puts new children in the place of the old ones. */
export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...flatten(children));
}

function furnish<E extends HTMLElement | SVGElement>(
  element: E,
  props: Props | null | undefined,
  children: Child[],
): E {
  for (const [name, value] of Object.entries(props ?? {})) setProp(element, name, value);
  element.append(...flatten(children));
  return element;
}

function setProp(element: HTMLElement | SVGElement, name: string, value: unknown): void {
  if (value === undefined || value === null || value === false) return;
  if (name === "on") {
    for (const [event, listener] of Object.entries(value as Record<string, EventListener>)) {
      element.addEventListener(event, listener);
    }
  } else if (name === "style") {
    for (const [property, text] of Object.entries(value as Record<string, string>)) {
      element.style.setProperty(property, String(text));
    }
  } else if (name === "href" && !String(value).startsWith("#")) {
    // A link may lead to another place of this page and nowhere else.
  } else {
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

function flatten(children: readonly Child[]): (globalThis.Node | string)[] {
  return children.flatMap((child): (globalThis.Node | string)[] => {
    if (child === null || child === undefined || child === false) return [];
    if (Array.isArray(child)) return flatten(child);
    return typeof child === "number" ? [String(child)] : [child as globalThis.Node | string];
  });
}
