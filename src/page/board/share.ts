import type { Decisions } from "../../model/decision.ts";

/** Decisions as a piece of an address: the link carries them, no server keeps them. */
export function toLink(decisions: Decisions): string {
  const bytes = new TextEncoder().encode(JSON.stringify(decisions));
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The decisions in the fragment of an address; null where there are none. */
export function decisionsIn(fragment: string): Decisions | null {
  return fromLink(new URLSearchParams(fragment.split("?")[1] ?? "").get("decisions") ?? "");
}

/** The decisions that a link carries; null where it carries none that can be read. */
export function fromLink(text: string): Decisions | null {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const decisions: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Array.isArray(decisions) && decisions.every(looksLikeDecision) ? decisions : null;
  } catch {
    return null;
  }
}

const KINDS = ["pin", "must-link", "cannot-link", "rename", "merge", "split", "ignore", "shared", "note"];

function looksLikeDecision(value: unknown): boolean {
  const { kind, targets, contexts } = (value ?? {}) as {
    kind?: unknown;
    targets?: unknown;
    contexts?: unknown;
  };
  const isList = (list: unknown) =>
    list === undefined || (Array.isArray(list) && list.every((item) => typeof item === "string"));
  return KINDS.includes(String(kind)) && isList(targets) && isList(contexts);
}
