/** How long each phase took, for `--verbose`. */
export class Phases {
  readonly #spent = new Map<string, number>();
  #current = "";
  #since = performance.now();

  enter(phase: string): void {
    if (phase === this.#current) return;
    this.#leave();
    this.#current = phase;
  }

  text(): string {
    this.#leave();
    const rows = [...this.#spent].map(([phase, ms]) => `${(ms / 1000).toFixed(2).padStart(8)} s  ${phase}\n`);
    return rows.join("");
  }

  #leave(): void {
    const now = performance.now();
    const before = this.#spent.get(this.#current) ?? 0;
    if (this.#current !== "") this.#spent.set(this.#current, before + now - this.#since);
    this.#since = now;
  }
}
