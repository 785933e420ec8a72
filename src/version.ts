import manifest from "../package.json" with { type: "json" };

/** The version of this tool. */
export const TOOL_VERSION: string = manifest.version;
/** The version of the contract: additions are minor, anything that breaks a reader is major. */
export const SCHEMA_VERSION = "1.0.0";
/** The name of the JSON Schema of this version; nothing is ever fetched from there. */
export const SCHEMA_URL = `https://unpkg.com/monocarve@${manifest.version}/dist/schema.json`;

declare const __MONOCARVE_BUILD__: string | undefined;
/** Tells one build from another, whatever its version says: what one has kept, another does not believe. */
export const BUILD: string = typeof __MONOCARVE_BUILD__ === "string" ? __MONOCARVE_BUILD__ : "source";
