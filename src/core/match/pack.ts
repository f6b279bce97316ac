import type { ContextRule, Dictionary, DictionaryEntry } from './dictionary.ts';
import { KINDS, WEIGHTS } from './kinds.ts';

/**
 * A dictionary as text, for the script that runs in pages. Forms of one entry stand
 * together and share most of their characters, so that compression leaves half of
 * what it leaves of a compiled automaton (docs/decisions/0040).
 */
type PackedEntry = [
  id: string,
  kindAndWeight: number,
  forms: string,
  rules: readonly number[],
  adapted: string,
  inside: readonly (string | number)[],
  senses: readonly string[],
];

interface Packed {
  readonly e: readonly PackedEntry[];
  readonly r: readonly (readonly string[])[];
  readonly f: Dictionary['fold'];
}

const JOIN = '|';

export function packDictionary({ entries, rules, fold }: Dictionary): string {
  const packed: Packed = {
    e: entries.map(({ id, kind, weight, forms, rules: refs, adapted, inside, senses }) => [
      id,
      KINDS.indexOf(kind) * WEIGHTS.length + WEIGHTS.indexOf(weight),
      forms.join(JOIN),
      refs,
      adapted.join(JOIN),
      inside.flatMap((place) => [place.entry, place.forms.join(JOIN)]),
      senses.flatMap((sense) => [sense.id, sense.cues.join(JOIN)]),
    ]),
    r: rules.map((rule) => rule.map((list) => list.join(JOIN))),
    f: fold,
  };
  return JSON.stringify(packed);
}

/** Reads what {@link packDictionary} wrote. The text is our own and is not checked. */
export function unpackDictionary(text: string): Dictionary {
  const { e, r, f } = JSON.parse(text) as Packed;
  return {
    entries: e.map(([id, kindAndWeight, forms, rules, adapted, inside, senses]): DictionaryEntry => ({
      id,
      kind: KINDS[Math.floor(kindAndWeight / WEIGHTS.length)]!,
      weight: WEIGHTS[kindAndWeight % WEIGHTS.length]!,
      forms: list(forms),
      adapted: list(adapted),
      rules,
      inside: pairs(inside).map(([entry, text_]) => ({ entry: Number(entry), forms: list(String(text_)) })),
      senses: pairs(senses).map(([sense, cues]) => ({ id: sense, cues: list(cues) })),
    })),
    rules: r.map((rule) => rule.map(list) as unknown as ContextRule),
    fold: f,
  };
}

function list(joined: string): string[] {
  return joined === '' ? [] : joined.split(JOIN);
}

function pairs<T>(flat: readonly T[]): [T, T][] {
  const made: [T, T][] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) made.push([flat[i]!, flat[i + 1]!]);
  return made;
}
