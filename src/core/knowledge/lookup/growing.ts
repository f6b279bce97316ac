/** A list of numbers that grows, kept in a typed array. */
export class GrowingUint16 {
  #items = new Uint16Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const larger = new Uint16Array(this.#items.length * 2);
      larger.set(this.#items);
      this.#items = larger;
    }
    this.#items[this.length++] = item;
  }

  /** What has been pushed, in no more memory than that takes. */
  finish(): Uint16Array {
    return this.#items.slice(0, this.length);
  }
}
