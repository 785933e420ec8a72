export declare function parserOfTypeScript(
  names: readonly string[],
): Promise<{ readonly code: string; readonly from: string }>;
