/** Bundles the client of the HTML report; returns its script and its styles as text. */
export function bundlePage(): Promise<{ readonly script: string; readonly styles: string }>;
/** Writes the two assets to where `reporters/html` looks for them. */
export function buildPage(folder?: string): Promise<void>;
