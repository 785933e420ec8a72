/** Folders that belong to tools, whatever an ignore file says. */
const NEVER_ENTERED = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "jspm_packages",
  ".yarn",
  ".pnpm-store",
  ".nx",
  ".turbo",
  ".next",
  ".nuxt",
  ".angular",
  ".gradle",
  ".venv",
  "monocarve-report",
  "monocarve-cache",
]);

/** Is a folder of this name left alone? */
export function isNeverEntered(name: string): boolean {
  return NEVER_ENTERED.has(name);
}
