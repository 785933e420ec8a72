import { isBot } from "./recognise-bots.ts";

/** What was seen of one pair of name and address; `order` grows from the newest commit to the oldest. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  revisions: number;
  order: number;
}

/** A person or a bot, with all addresses. */
export interface Author {
  readonly number: number;
  readonly name: string;
  readonly revisions: number;
  readonly bot: boolean;
}

/** Addresses that many people share. */
const NO_ADDRESS =
  /^(?:|none|unknown|no-?reply@.*|.*@localhost|.*@(?:local|localdomain)|root@.*|git@.*|%ae)$/;
const GITHUB_ADDRESS = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/;

/**
 * Gives each person one number, in the order of first commits, from 1. Two signatures are one person when they share
 * an address, when they share a name of at least two words, or when the login of a GitHub address is the name of the
 * other one. Different people with one full name become one; a person with two single names stays two.
 */
export function numberAuthors(signatures: readonly Signature[]): readonly Author[] {
  const groups = new Map<string, number>();
  const parents = signatures.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] as number;
    return root;
  };
  signatures.forEach((signature, at) => {
    for (const key of keysOf(signature)) {
      const other = groups.get(key);
      if (other === undefined) groups.set(key, at);
      else parents[rootOf(at)] = rootOf(other);
    }
  });
  const people = new Map<number, Signature[]>();
  signatures.forEach((signature, at) => {
    const person = people.get(rootOf(at));
    if (person === undefined) people.set(rootOf(at), [signature]);
    else person.push(signature);
  });
  const oldestFirst = [...people.values()].sort((left, right) => oldest(right) - oldest(left));
  const numbers = new Map(oldestFirst.map((person, at) => [person, authorOf(person, at + 1)]));
  return signatures.map((_, at) => numbers.get(people.get(rootOf(at)) ?? []) as Author);
}

function keysOf({ name, email }: Signature): string[] {
  const address = email.trim().toLowerCase();
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[\s._-]+/g, " ")
    .trim();
  const login = GITHUB_ADDRESS.exec(address)?.[1];
  return [
    ...(NO_ADDRESS.test(address) ? [] : [`address ${address}`]),
    ...(plain.includes(" ") ? [`name ${plain}`] : []),
    ...(login === undefined ? [] : [`login ${login}`]),
    ...(login === undefined && /^[\w-]{4,}$/.test(plain) ? [`login ${plain}`] : []),
  ];
}

function oldest(person: readonly Signature[]): number {
  return Math.max(...person.map((signature) => signature.order));
}

function authorOf(person: readonly Signature[], number: number): Author {
  const most = [...person].sort(
    (left, right) => right.revisions - left.revisions || right.order - left.order,
  );
  const { name, email } = most[0] as Signature;
  const revisions = person.reduce((sum, signature) => sum + signature.revisions, 0);
  return { number, name, revisions, bot: isBot(name, email) };
}
