import { LANGUAGES, type Lang } from "../../reporters/shared-copy.ts";
import type { Theme } from "./page-state.ts";

export interface Preferences {
  readonly lang: Lang;
  readonly theme: Theme;
}

const KEY = "monocarve.preferences";

/** What the reader chose last time; the browser may refuse to remember, and then nothing is lost but that. */
export function recallPreferences(usual: Preferences): Preferences {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<
      Record<keyof Preferences, unknown>
    >;
    return {
      lang: LANGUAGES.find((lang) => lang === known.lang) ?? usual.lang,
      theme: (["system", "light", "dark"] as const).find((theme) => theme === known.theme) ?? usual.theme,
    };
  } catch {
    return usual;
  }
}

export function rememberPreferences({ lang, theme }: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ lang, theme }));
  } catch {
    // A browser that keeps nothing for files still shows everything.
  }
}
