import type { Run } from './segment.ts';
import { isFigureUnit, isLatin, isNumeral, isPartOfWord, type Cohesion } from './words.ts';

/** A difference in skeleton units: one side may be empty. */
export interface Difference {
  type: 'replaced' | 'dropped' | 'added' | 'moved' | 'figure';
  page: number;
  pageEnd: number;
  place: number;
  placeEnd: number;
}

/** The two sides that are compared. */
export interface Sides {
  readonly page: Uint16Array;
  readonly source: Uint16Array;
  readonly cohesion: Cohesion;
}

/** Shorter stretches stand in two places by chance. */
const LEAST_MOVED = 4;

/**
 * What differs between runs that are in order: grouped to words and figures, in the
 * order of the page. Stretches that stand elsewhere in the source are `moved`.
 */
export function differencesOf(runs: readonly Run[], moved: readonly Run[], sides: Sides): Difference[] {
  const raw: Difference[] = [];
  for (let i = 1; i < runs.length; i++) {
    let before = runs[i - 1]!;
    let after = runs[i]!;
    const difference: Difference = {
      type: 'replaced',
      page: before.page + before.length,
      pageEnd: after.page,
      place: before.place + before.length,
      placeEnd: after.place,
    };
    // A single unit between two differences is no more than a coincidence to a reader.
    while (after.length === 1 && i + 1 < runs.length) {
      after = runs[++i]!;
      difference.pageEnd = after.page;
      difference.placeEnd = after.place;
    }
    const last = raw.at(-1);
    if (last !== undefined) before = shortened(before, last);
    toWords(difference, before, after, sides);
    if (last !== undefined && last.pageEnd >= difference.page && last.placeEnd >= difference.place) {
      last.pageEnd = Math.max(last.pageEnd, difference.pageEnd);
      last.placeEnd = Math.max(last.placeEnd, difference.placeEnd);
    } else raw.push(difference);
  }
  if (moved.length === 0 && raw.length < 2) {
    const only = raw[0];
    if (only === undefined) return [];
    only.pageEnd = Math.max(only.page, only.pageEnd);
    only.placeEnd = Math.max(only.place, only.placeEnd);
    return isDifferent(only) ? [classify(only, sides)] : [];
  }
  const all = [...raw.flatMap((d) => without(d, moved)), ...moved.map(movedDifference)];
  const classified = all.map((d) => classify(d, sides)).filter(isDifferent);
  return pairMoved(classified, sides).sort((a, b) => a.page - b.page || a.place - b.place);
}

function isDifferent({ page, pageEnd, place, placeEnd }: Difference): boolean {
  return pageEnd > page || placeEnd > place;
}

function movedDifference({ page, place, length }: Run): Difference {
  return { type: 'moved', page, pageEnd: page + length, place, placeEnd: place + length };
}

/** A run as far as an earlier difference has not grown into it. */
function shortened(run: Run, difference: Difference | undefined): Run {
  const by = difference === undefined ? 0 : Math.max(0, difference.pageEnd - run.page);
  return { page: run.page + by, place: run.place + by, length: Math.max(0, run.length - by) };
}

/** Grows a difference over neighbours that belong to the same figure or word. */
function toWords(d: Difference, before: Run, after: Run, { page, source, cohesion }: Sides): void {
  let left = before.length;
  let right = after.length;
  const growLeft = (): void => {
    d.page--;
    d.place--;
    left--;
  };
  const growRight = (): void => {
    d.pageEnd++;
    d.placeEnd++;
    right--;
  };
  const has = (test: (unit: number) => boolean): boolean => {
    for (let i = d.page; i < d.pageEnd; i++) if (test(page[i]!)) return true;
    for (let i = d.place; i < d.placeEnd; i++) if (test(source[i]!)) return true;
    return false;
  };
  const only = (test: (unit: number) => boolean): boolean => {
    for (let i = d.page; i < d.pageEnd; i++) if (!test(page[i]!)) return false;
    for (let i = d.place; i < d.placeEnd; i++) if (!test(source[i]!)) return false;
    return true;
  };
  // Figures: the whole number with what counts it.
  const digits = has((unit) => unit >= 0x30 && unit <= 0x39);
  const magnitude = only((unit) => isFigureUnit(unit) || isNumeral(unit));
  if (digits || (magnitude && left > 0 && isFigureUnit(page[d.page - 1]!))) {
    const leftEdge = (): boolean =>
      isNumberUnit(d.page < d.pageEnd ? page[d.page]! : source[d.place]!) ||
      isNumberUnit(d.place < d.placeEnd ? source[d.place]! : page[d.page]!) ||
      magnitude;
    while (left > 0 && isNumberUnit(page[d.page - 1]!) && leftEdge()) growLeft();
    while (right > 0 && isNumberUnit(page[d.pageEnd]!)) growRight();
    while (right > 0 && isFigureUnit(page[d.pageEnd]!) && !isNumberUnit(page[d.pageEnd]!)) growRight();
    return;
  }
  if (magnitude && has(isNumeral)) {
    while (left > 0 && isNumeral(page[d.page - 1]!)) growLeft();
    while (right > 0 && isNumeral(page[d.pageEnd]!)) growRight();
    return;
  }
  // Latin words and codes are whole.
  const latin = has((unit) => isLatin(unit));
  if (latin) {
    while (left > 0 && isLatin(page[d.page - 1]!)) growLeft();
    while (right > 0 && isLatin(page[d.pageEnd]!)) growRight();
    return;
  }
  // A single character is half a word where it clings to a neighbour.
  const pageLength = d.pageEnd - d.page;
  const sourceLength = d.placeEnd - d.place;
  const [first, last] =
    sourceLength > 0 ? [source[d.place]!, source[d.placeEnd - 1]!] : [page[d.page]!, page[d.pageEnd - 1]!];
  const single = sourceLength > 0 ? sourceLength === 1 : pageLength === 1;
  if (pageLength > 0 && sourceLength > 0 && (single || pageLength === 1) && isPartOfWord(first)) {
    const toLeft = left > 0 && isPartOfWord(page[d.page - 1]!) ? cohesion.of(page[d.page - 1]!, first) : 0;
    const toRight = right > 0 && isPartOfWord(page[d.pageEnd]!) ? cohesion.of(last, page[d.pageEnd]!) : 0;
    if (toLeft >= 2 && toLeft >= toRight) growLeft();
    else if (toRight >= 2) growRight();
  }
}

function isNumberUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2e;
}

/** A difference without what is moved: its remains on either side. */
function without(d: Difference, moved: readonly Run[]): Difference[] {
  const pages = remains(
    d.page,
    d.pageEnd,
    moved.map((m) => [m.page, m.page + m.length]),
  );
  const places = remains(
    d.place,
    d.placeEnd,
    moved.map((m) => [m.place, m.place + m.length]),
  );
  if (pages.length <= 1 && places.length <= 1) {
    const [page, pageEnd] = pages[0] ?? [d.page, d.page];
    const [place, placeEnd] = places[0] ?? [d.place, d.place];
    return [{ type: d.type, page, pageEnd, place, placeEnd }];
  }
  return [
    ...pages.map(([page, pageEnd]) => ({ type: d.type, page, pageEnd, place: d.place, placeEnd: d.place })),
    ...places.map(([place, placeEnd]) => ({ type: d.type, page: d.page, pageEnd: d.page, place, placeEnd })),
  ];
}

/** What is left of a stretch, holes taken out. */
function remains(
  start: number,
  end: number,
  holes: readonly (readonly [number, number])[],
): [number, number][] {
  const result: [number, number][] = [];
  let from = start;
  for (const [a, b] of [...holes].sort((x, y) => x[0] - y[0])) {
    if (b <= from || a >= end) continue;
    if (a > from) result.push([from, a]);
    from = b;
  }
  if (from < end) result.push([from, end]);
  return result;
}

function classify(d: Difference, { page, source }: Sides): Difference {
  if (d.type === 'moved') return d;
  if (d.pageEnd === d.page) d.type = 'dropped';
  else if (d.placeEnd === d.place) d.type = 'added';
  else
    d.type =
      isFigure(page, d.page, d.pageEnd) && isFigure(source, d.place, d.placeEnd) ? 'figure' : 'replaced';
  return d;
}

/** A number, date, percentage or count: nothing but figures and what counts them. */
function isFigure(units: Uint16Array, start: number, end: number): boolean {
  let figure = false;
  for (let i = start; i < end; i++) {
    const unit = units[i]!;
    if ((unit >= 0x30 && unit <= 0x39) || isNumeral(unit)) figure = true;
    else if (!isFigureUnit(unit)) return false;
  }
  return figure;
}

/** Makes one `moved` of what is left out in one place and stands, with the same words, in another. */
function pairMoved(all: readonly Difference[], sides: Sides): Difference[] {
  const left = all.filter((d) => d.type === 'dropped' || d.type === 'replaced');
  const put = all.filter((d) => d.type === 'added' || d.type === 'replaced');
  if (left.length === 0 || put.length === 0 || left.length * put.length > 400) return [...all];
  let result = [...all];
  for (const from of left) {
    for (const to of put) {
      if (from === to || !result.includes(from) || !result.includes(to)) continue;
      const length = from.placeEnd - from.place;
      const size = to.pageEnd - to.page;
      if (Math.min(length, size) < LEAST_MOVED) continue;
      const run = longestCommon(sides, to, from);
      if (run.length < LEAST_MOVED || run.length * 2 < Math.min(length, size)) continue;
      const others = result.filter((d) => d !== from && d !== to);
      const rest = [from, to].flatMap((d) => without(d, [run])).map((d) => classify(d, sides));
      result = [...others, ...rest.filter(isDifferent), movedDifference(run)];
    }
  }
  return result;
}

/** The longest stretch that the page side of one difference shares with the source side of another. */
function longestCommon({ page, source }: Sides, to: Difference, from: Difference): Run {
  let best: Run = { page: to.page, place: from.place, length: 0 };
  if ((to.pageEnd - to.page) * (from.placeEnd - from.place) > 40_000) return best;
  for (let i = to.page; i < to.pageEnd; i++) {
    for (let j = from.place; j < from.placeEnd; j++) {
      let n = 0;
      while (i + n < to.pageEnd && j + n < from.placeEnd && page[i + n] === source[j + n]) n++;
      if (n > best.length) best = { page: i, place: j, length: n };
    }
  }
  return best;
}
