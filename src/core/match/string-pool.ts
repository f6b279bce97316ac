/** Strings one after another; each is known by its offset and length in units. */
export class StringPool {
  readonly #parts: string[] = [];
  #length = 0;
  readonly #known = new Map<string, number>();

  add(text: string): [offset: number, length: number] {
    let offset = this.#known.get(text);
    if (offset === undefined) {
      offset = this.#length;
      this.#known.set(text, offset);
      this.#parts.push(text);
      this.#length += text.length;
    }
    return [offset, text.length];
  }

  units(): Uint16Array {
    const text = this.#parts.join('');
    const units = new Uint16Array(text.length);
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
    return units;
  }
}
