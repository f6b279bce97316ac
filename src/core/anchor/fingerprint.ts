/**
 * FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv), of a text's UTF-16 units,
 * low byte first, in 16 hexadecimal digits. The 64 bits are kept as two numbers of
 * 32, since BigInt costs a hundred times as much. Linear in the length of `text`.
 */
export function fingerprint(text: string): string {
  const state = { high: HIGH, low: LOW };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    step(state, unit & 0xff);
    step(state, unit >>> 8);
  }
  return hex(state.high) + hex(state.low);
}

/** The same of bytes, for the published test vectors. */
export function fnv1a64(bytes: Uint8Array): string {
  const state = { high: HIGH, low: LOW };
  for (const byte of bytes) step(state, byte);
  return hex(state.high) + hex(state.low);
}

const HIGH = 0xcbf29ce4;
const LOW = 0x84222325;
/** The prime is 2^40 + 0x1b3. */
const PRIME_LOW = 0x1b3;

function step(state: { high: number; low: number }, byte: number): void {
  const low = (state.low ^ byte) >>> 0;
  const product = low * PRIME_LOW; // below 2^41: exact
  const carry = Math.floor(product / 0x100000000);
  state.high = (Math.imul(state.high, PRIME_LOW) + carry + (low << 8)) >>> 0;
  state.low = product >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
