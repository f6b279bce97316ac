/** An exact decimal number: `digits` / 10^`places`. Amounts of money are no matter for floating point. */
export interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

/** @param text ASCII digits, at most one point; thousands may be set off by commas */
export function decimal(text: string): Decimal {
  const [whole = '', part = ''] = text.replaceAll(',', '').split('.');
  return reduced(BigInt(whole + part), part.length);
}

/** The value times a power of ten; the power may be negative. */
export function shifted({ digits, places }: Decimal, power: number): Decimal {
  return power <= places
    ? reduced(digits, places - power)
    : { digits: digits * 10n ** BigInt(power - places), places: 0 };
}

export function sum(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places);
  const scaled = (d: Decimal): bigint => d.digits * 10n ** BigInt(places - d.places);
  return reduced(scaled(a) + scaled(b), places);
}

export function isLess(a: Decimal, b: Decimal): boolean {
  return a.digits * 10n ** BigInt(b.places) < b.digits * 10n ** BigInt(a.places);
}

/** In digits, a point where there are decimals: 50200000000000, 41.5. */
export function plainText({ digits, places }: Decimal): string {
  if (places === 0) return String(digits);
  const padded = String(digits).padStart(places + 1, '0');
  return `${padded.slice(0, -places)}.${padded.slice(-places)}`;
}

/** In digits, thousands set off by commas: 50,200,000,000,000. */
export function groupedText(value: Decimal): string {
  const [whole = '', part] = plainText(value).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}

function reduced(digits: bigint, places: number): Decimal {
  while (places > 0 && digits % 10n === 0n) {
    digits /= 10n;
    places--;
  }
  return { digits, places };
}
