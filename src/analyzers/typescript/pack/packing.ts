import type { Kind } from "./kinds.ts";

/** Whole numbers and texts on their way into bytes. Each text is kept once, however often it is written. */
export class Packing {
  readonly #texts = new Map<string, number>();
  readonly #places = new Map<object, number>();
  /** What was referred to, in this order: there may come more of it while it is gone through. */
  readonly objects: object[] = [];
  readonly kinds: Kind[] = [];
  #bytes = new Uint8Array(4096);
  #length = 0;

  /** Seven bits to a byte, the lowest first; what is near zero is short. */
  number(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow();
    let rest = ((value << 1) ^ (value >> 31)) >>> 0;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  text(value: string): void {
    const known = this.#texts.get(value);
    if (known === undefined) this.#texts.set(value, this.#texts.size);
    this.number(known ?? this.#texts.size - 1);
  }

  /** Where an object is among those that were referred to before. */
  placeOf(value: object): number | undefined {
    return this.#places.get(value);
  }

  /** An object that is referred to for the first time, which is to be written when its turn comes. */
  add(value: object, kind: Kind): void {
    this.#places.set(value, this.objects.length);
    this.objects.push(value);
    this.kinds.push(kind);
  }

  /** The texts, then the numbers. */
  finish(): Uint8Array {
    const texts = Buffer.from(JSON.stringify([...this.#texts.keys()]));
    const bytes = Buffer.allocUnsafeSlow(LENGTH_BYTES + texts.length + this.#length);
    bytes.writeUInt32LE(texts.length);
    bytes.set(texts, LENGTH_BYTES);
    bytes.set(this.#bytes.subarray(0, this.#length), LENGTH_BYTES + texts.length);
    return bytes;
  }

  #grow(): void {
    const larger = new Uint8Array(2 * this.#bytes.length);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

const LENGTH_BYTES = 4;

/** The same numbers and texts on their way back. */
export class Unpacking {
  /** What was referred to, in the order of the first references. */
  readonly objects: object[] = [];
  readonly kinds: Kind[] = [];
  readonly #texts: readonly string[];
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(packed: Uint8Array) {
    const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
    this.#at = LENGTH_BYTES + bytes.readUInt32LE();
    this.#bytes = packed;
    this.#texts = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, this.#at));
  }

  number(): number {
    let rest = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = this.#bytes[this.#at++] as number;
      rest |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return (rest >>> 1) ^ -(rest & 1);
  }

  text(): string {
    return this.#texts[this.number()] as string;
  }

  /** A new object of a kind, which is to be filled when its turn comes. */
  add(kind: Kind): object {
    const made = kind.blank();
    this.objects.push(made);
    this.kinds.push(kind);
    return made;
  }
}
