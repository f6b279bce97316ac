/** A growing list of 32-bit integers without an object an element. */
export class Ints {
  data: Int32Array<ArrayBuffer>;
  length = 0;

  /** @param room how many there may be without growing; what is not used costs nothing but addresses */
  constructor(room = 256) {
    this.data = new Int32Array(room);
  }

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
