import type { Copy } from "./copy/copy.ts";
import { english } from "./copy/english.ts";
import { korean } from "./copy/korean.ts";

export type { Copy, CouplingCopy, CriterionCopy, DiagnosticCopy } from "./copy/copy.ts";

/** The languages that the tool speaks. */
export const LANGUAGES = ["en", "ko"] as const;
export type Lang = (typeof LANGUAGES)[number];

/** Every sentence shown to people, by language. */
export const COPY: Readonly<Record<Lang, Copy>> = { en: english, ko: korean };
