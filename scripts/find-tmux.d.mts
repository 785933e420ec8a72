/** The path of a tmux; throws with advice where there is none. */
export function findTmux(): string;
