/** The path of a strace; throws with advice where there is none. */
export function findStrace(): string;
