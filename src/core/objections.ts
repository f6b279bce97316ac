/**
 * What the reader does not want marked: a term anywhere, or one mention of it that
 * is none. One key of extension storage for each, so that two tabs never overwrite
 * each other; what is taken back leaves nothing behind.
 */

/** Characters of folded text on either side by which a mention is known again. */
const CONTEXT = 8;
/** Raw units on either side from which these are taken: white space between them is not counted. */
const WINDOW = 40;

const NEVER = 'never:';
const WRONG = 'wrong:';

/** What stands on both sides of a mention, folded and without white space. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

/** The storage key of “never mark this term”; its value is `true`. */
export function neverKey(termId: string): string {
  return `${NEVER}${termId}`;
}

/**
 * The storage key of “wrong here”: the same words in the same surroundings on the
 * same site, at whatever address. Its value is a {@link WrongPlace}.
 */
export function wrongKey(site: string, termId: string, { before, after }: Context): string {
  return `${WRONG}${site} ${termId} ${before}|${after}`;
}

/** What is stored of a “wrong here”, to show it in a list. */
export interface WrongPlace {
  /** The words that were marked. */
  readonly text: string;
  /** The page on which it was said. */
  readonly address: string;
}

/** Whether a storage key is one of these. */
export function isObjectionKey(key: string): boolean {
  return key.startsWith(NEVER) || key.startsWith(WRONG);
}

/** The term that a key of these is about. */
export function objectedTerm(key: string): string {
  return key.startsWith(NEVER) ? key.slice(NEVER.length) : (key.split(' ', 2)[1] ?? '');
}

/** One objection, as a list of them shows it. Removing the key takes it back. */
export type Objection =
  | { readonly type: 'never'; readonly key: string; readonly termId: string }
  | ({
      readonly type: 'wrong';
      readonly key: string;
      readonly termId: string;
      readonly site: string;
    } & Context &
      Partial<WrongPlace>);

/** Every objection among what is stored; what is not understood is passed over. */
export function listObjections(stored: Readonly<Record<string, unknown>>): Objection[] {
  return Object.entries(stored).flatMap(([key, value]): Objection[] => {
    if (value === undefined || !isObjectionKey(key)) return [];
    const termId = objectedTerm(key);
    if (key.startsWith(NEVER)) return [{ type: 'never', key, termId }];
    const [head = ''] = key.split(' ', 1);
    const [before, after] = key.slice(head.length + termId.length + 2).split('|');
    if (before === undefined || after === undefined) return [];
    const site = head.slice(WRONG.length);
    return [{ type: 'wrong', key, termId, site, before, after, ...placeOf(value) }];
  });
}

function placeOf(value: unknown): Partial<WrongPlace> {
  if (typeof value !== 'object' || value === null) return {};
  const { text, address } = value as Record<string, unknown>;
  return typeof text === 'string' && typeof address === 'string' ? { text, address } : {};
}

/** The objections that hold on one site, for asking about one mention after another. */
export class Objections {
  readonly #keys: ReadonlySet<string>;
  /** Terms with a “wrong here” on this site: only of these is the context worth its price. */
  readonly #doubted = new Set<string>();
  readonly #site: string;

  /** Linear in the keys stored. */
  constructor(keys: Iterable<string>, site: string) {
    this.#site = site;
    this.#keys = new Set(
      [...keys].filter((key) => key.startsWith(NEVER) || key.startsWith(`${WRONG}${site} `)),
    );
    for (const key of this.#keys) if (key.startsWith(WRONG)) this.#doubted.add(objectedTerm(key));
  }

  /** Whether there is none, and nothing need be asked. */
  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  /** @param context asked for only where it decides */
  has(termId: string, context: () => Context): boolean {
    if (this.#keys.has(neverKey(termId))) return true;
    return this.#doubted.has(termId) && this.#keys.has(wrongKey(this.#site, termId, context()));
  }
}

/**
 * The context of a stretch of raw text, in UTF-16 units.
 * @param fold makes of raw text what is compared: {@link Folder}
 */
export function contextOf(text: string, start: number, end: number, fold: (raw: string) => string): Context {
  const bare = (raw: string): string => fold(raw).replace(/[\s|]+/gu, '');
  return {
    before: bare(text.slice(Math.max(0, start - WINDOW), start)).slice(-CONTEXT),
    after: bare(text.slice(end, end + WINDOW)).slice(0, CONTEXT),
  };
}
