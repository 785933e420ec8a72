/** A last resort that stops what the limits on length and nesting do not foresee. Milliseconds for one statement. */
export const DEADLINE = 1_000;
