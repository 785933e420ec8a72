import type { Signature } from "./number-authors.ts";
import { isBot } from "./recognise-bots.ts";

/** One pair of name and address, by the order in which such pairs were met. */
export interface Signed {
  readonly number: number;
  readonly bot: boolean;
  readonly signature: Signature;
}

/** Everybody who signed a commit. */
export class SignatureBook {
  readonly #byName = new Map<string, Map<string, Signed>>();
  readonly #signatures: Signature[] = [];

  /** Counts a commit of this person; `order` grows from the newest commit to the oldest. */
  sign(name: string, email: string, order: number): Signed {
    const addresses = this.#byName.get(name) ?? new Map<string, Signed>();
    this.#byName.set(name, addresses);
    const signed = addresses.get(email) ?? this.#enter(name, email);
    addresses.set(email, signed);
    signed.signature.revisions++;
    signed.signature.order = order;
    return signed;
  }

  /** The signatures by their numbers. */
  all(): readonly Signature[] {
    return this.#signatures;
  }

  #enter(name: string, email: string): Signed {
    const signature: Signature = { name, email, revisions: 0, order: 0 };
    const number = this.#signatures.push(signature) - 1;
    return { number, bot: isBot(name, email), signature };
  }
}
