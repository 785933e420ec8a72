/** The path of a Chromium; throws with advice where there is none. */
export function findChromium(): string;
