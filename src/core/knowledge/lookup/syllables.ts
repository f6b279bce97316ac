import { SYLLABLES } from '../pinyin.ts';

/**
 * One place of a pattern: the characters and syllables that may stand there.
 * `list` and `member` say the same of the syllables.
 */
export interface Element {
  /** A character's unit, 0 for none, {@link ANYTHING} for whatever there is. */
  readonly char: number;
  readonly list: readonly number[];
  readonly member: Uint8Array | undefined;
}

/** {@link Element.char} of a place where anything may stand. */
export const ANYTHING = -1;

/** A syllable as it is compared: ü is v, as it is typed; lue and nue are lüe and nüe. */
function canonicalSyllable(syllable: string): string {
  const typed = syllable.replace('ü', 'v');
  return typed === 'lue' ? 'lve' : typed === 'nue' ? 'nve' : typed;
}

const NAMES: readonly string[] = ['', ...new Set(SYLLABLES.map(canonicalSyllable))];
const NUMBERS = new Map(NAMES.map((name, i) => [name, i]));
/** Numbers of syllables are below this; 0 is no syllable. */
const SYLLABLE_COUNT = NAMES.length;

/** The number of a syllable written without tone; 0 if it is none. */
export function syllableNumber(syllable: string): number {
  return NUMBERS.get(canonicalSyllable(syllable)) ?? 0;
}

/** The unit of a syllable's first letter. */
export const FIRST_LETTER: Uint16Array = Uint16Array.from(NAMES, (name) =>
  name === '' ? 0 : name.charCodeAt(0),
);

export function charElement(unit: number): Element {
  return { char: unit, list: [], member: undefined };
}

function syllableElement(numbers: Iterable<number>, char = 0): Element {
  const list = [...new Set(numbers)].sort((a, b) => a - b);
  const member = new Uint8Array(SYLLABLE_COUNT);
  for (const number of list) member[number] = 1;
  return { char, list, member };
}

/** Ways of typing syllables: whole ones, and what whole ones begin with. */
export interface Typing {
  readonly whole: ReadonlyMap<string, Element>;
  readonly begun: ReadonlyMap<string, Element>;
}

const INITIAL_SLIPS = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
  ['f', 'h'],
] as const;

/**
 * How a syllable may be typed: ü as v or, after l and n, as u; ju, qu, xu, yu also
 * with v.
 */
function typedForms(name: string): string[] {
  if (/^[ln]v/u.test(name)) return [name, name.replace('v', 'u')];
  if (/^[jqxy]u/u.test(name)) return [name, name.replace('u', 'v')];
  return [name];
}

/**
 * How a syllable may be typed by a slip or as the regions speak it: z for zh, c for
 * ch, s for sh, n for l, f for h, and the reverse; finals in n for ng and the
 * reverse (an, en, in, ian, uan; not on). What is typed need be no syllable: din
 * for ding, but nothing turns hui into fei.
 */
function slippedForms(typed: string): string[] {
  const forms = [typed];
  for (const [long, short] of INITIAL_SLIPS) {
    if (typed.startsWith(long)) forms.push(short + typed.slice(long.length));
    else if (typed.startsWith(short)) forms.push(long + typed.slice(short.length));
  }
  return forms.flatMap((form) => {
    if (/[aei]ng$/u.test(form)) return [form, form.slice(0, -1)];
    if (/[aei]n$/u.test(form)) return [form, `${form}g`];
    return [form];
  });
}

function typing(formsOf: (name: string) => string[]): Typing {
  const whole = new Map<string, Set<number>>();
  const begun = new Map<string, Set<number>>();
  const add = (map: Map<string, Set<number>>, key: string, number: number): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, new Set([number]));
    else known.add(number);
  };
  for (let number = 1; number < SYLLABLE_COUNT; number++) {
    for (const form of formsOf(NAMES[number] ?? '')) {
      add(whole, form, number);
      for (let end = 1; end <= form.length; end++) add(begun, form.slice(0, end), number);
    }
  }
  const elements = (map: Map<string, Set<number>>): Map<string, Element> =>
    new Map([...map].map(([key, numbers]) => [key, syllableElement(numbers, letterItself(key))]));
  return { whole: elements(whole), begun: elements(begun) };
}

/** The a of App may be typed among syllables, and is one. */
function letterItself(typed: string): number {
  return typed.length === 1 ? typed.charCodeAt(0) : 0;
}

let exact: Typing | undefined;
let slipped: Typing | undefined;

/** Syllables as they are typed. Built on first use, some hundreds of elements. */
export function exactTyping(): Typing {
  return (exact ??= typing(typedForms));
}

/** Syllables as they are typed with slips; the right forms are among them. */
export function slippedTyping(): Typing {
  return (slipped ??= typing((name) => typedForms(name).flatMap(slippedForms)));
}

const initials = new Map<string, Element | undefined>();

/**
 * The element for a typed initial: one letter, or zh, ch, sh. A letter also stands
 * for itself, as in App. Undefined if no syllable begins with it.
 */
export function initialElement(typed: string): Element | undefined {
  if (!initials.has(typed)) {
    const begun = exactTyping().begun.get(typed);
    const usable = begun !== undefined && typed !== 'v';
    initials.set(
      typed,
      usable ? { ...begun, char: typed.length === 1 ? typed.charCodeAt(0) : 0 } : undefined,
    );
  }
  return initials.get(typed);
}
