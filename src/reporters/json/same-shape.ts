/** The same shape without brands and `readonly`. */
export type Plain<T> = T extends string
  ? Record<never, never> extends Record<T, 1>
    ? string
    : T
  : T extends number | boolean | null | undefined
    ? T
    : T extends readonly [infer First, infer Second]
      ? [Plain<First>, Plain<Second>]
      : T extends readonly (infer Element)[]
        ? Plain<Element>[]
        : { -readonly [Key in keyof T]: Plain<T[Key]> };

type Fits<Left, Right> = [Left] extends [Right] ? true : false;
type Both<Left, Right> = Fits<Left, Right> extends true ? Fits<Right, Left> : false;
/** A type error unless its argument is true. */
export type Holds<T extends true> = T;

/** Do the two types describe the same data? */
export type SameShape<Left, Right> = Both<Plain<Left>, Plain<Right>>;
