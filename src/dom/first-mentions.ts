/**
 * Which block shows the first mention of a common term in its section of the page:
 * only that one is painted, since a page that underlines 网络安全 forty times is no
 * help to its reader.
 */
export class FirstMentions {
  /** For each section, the block that shows each entry first. */
  readonly #sections = new Map<number, Map<number, object>>();

  /** Whether this is the first mention of an entry in a section; from now on it is. */
  claim(section: number, entry: number, block: object): boolean {
    let shown = this.#sections.get(section);
    if (shown === undefined) {
      shown = new Map();
      this.#sections.set(section, shown);
    }
    if (shown.has(entry)) return false;
    shown.set(entry, block);
    return true;
  }

  /** Gives up what a block showed; the next mention that is registered takes its place. */
  release(section: number, entry: number, block: object): void {
    const shown = this.#sections.get(section);
    if (shown?.get(entry) === block) shown.delete(entry);
  }

  clear(): void {
    this.#sections.clear();
  }
}
