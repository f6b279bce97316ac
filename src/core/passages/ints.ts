/** A growing list of 32-bit integers without an object an element. */
export class Ints {
  data = new Int32Array(256);
  length = 0;

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  /** Makes room for `count` more, whatever they hold, and returns where they begin. */
  reserve(count: number): number {
    const start = this.length;
    while (start + count > this.data.length) {
      const larger = new Int32Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.length = start + count;
    return start;
  }
}
