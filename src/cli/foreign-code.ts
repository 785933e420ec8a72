const LOADS = /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader)(?:[=\s]+("[^"]*"|\S+))?/;

/**
 * What `NODE_OPTIONS` has Node load before us, or null. npm sets it from an `.npmrc`, which may be that of a stranger
 * in whose repository npx was called: then nothing that we promise holds.
 */
export function foreignCode(options: string | undefined): string | null {
  const match = LOADS.exec(options ?? "");
  return match === null ? null : (match[1] ?? match[0].trim());
}
