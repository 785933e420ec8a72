import type { SharedCopy } from "./copy/copy.ts";
import { english } from "./copy/english.ts";
import { korean } from "./copy/korean.ts";

export type { SharedCopy } from "./copy/copy.ts";

/** The languages that the tool speaks. */
export const LANGUAGES = ["en", "ko"] as const;
export type Lang = (typeof LANGUAGES)[number];

/** What the page says too, by language. */
export const SHARED_COPY: Readonly<Record<Lang, SharedCopy>> = { en: english, ko: korean };
