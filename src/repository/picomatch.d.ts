declare module "picomatch" {
  /** Compiles globs to a test of paths. */
  function picomatch(globs: readonly string[], options: { readonly dot: boolean }): (path: string) => boolean;
  export = picomatch;
}
