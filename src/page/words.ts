import type { Lang } from "../reporters/shared-copy.ts";
import { english } from "./words/english.ts";
import { korean } from "./words/korean.ts";
import type { PageWords } from "./words/page-words.ts";

export type { PageWords } from "./words/page-words.ts";

/** The words of the page, beside `SHARED_COPY`, which the terminal shares. */
export const PAGE_WORDS: Readonly<Record<Lang, PageWords>> = { en: english, ko: korean };
