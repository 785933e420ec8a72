import type { Lang } from "../../reporters/copy.ts";
import { english } from "./english.ts";
import { korean } from "./korean.ts";
import type { Words } from "./words.ts";

/** Everything that the explorer says, by language. */
export const WORDS: Readonly<Record<Lang, Words>> = { en: english, ko: korean };
