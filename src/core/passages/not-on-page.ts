import type { Passage } from './passage.ts';
import type { SetCheck } from '../match/sets.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { SourceIndex } from './source-index.ts';
import type { Skeleton } from './skeleton.ts';

/** What a source has within the stretch that the page shares with it, and the page has nowhere. */
export interface MissingStretch {
  readonly source: string;
  readonly sourceStart: number;
  readonly sourceEnd: number;
  readonly text: string;
  /** Where it would stand in the page: the end of what comes before it in the source. */
  readonly after: number;
}

/** The members of a set that the whole page has not. */
export interface MissingMembers {
  readonly set: string;
  readonly absent: readonly string[];
}

export interface NotOnPage {
  readonly stretches: readonly MissingStretch[];
  readonly members: readonly MissingMembers[];
}

/** Shorter omissions are edits of their passage and nothing more. */
const LEAST_MISSING = 6;
/** Passages further apart in the source than this, or than they are long, are two matched stretches. */
const SAME_STRETCH = 600;

/**
 * What the sources of a page's passages have and the whole page has not: sentences
 * between and inside passages, and members of sets. Speaks of the whole page: what
 * stands elsewhere on it is not missing.
 *
 * O(page + sources named), in UTF-16 units of the page and of the clean source.
 */
export function notOnPage(
  index: SourceIndex,
  text: string,
  passages: readonly Passage[],
  sets: readonly SetCheck[],
): NotOnPage {
  const page = asString(index.skeletons.of(text));
  const stretches: MissingStretch[] = [];
  for (const { id, text: source } of index.sources) {
    const own = passages.filter((p) => p.source === id).sort((a, b) => a.sourceStart - b.sourceStart);
    const seen = new Set<string>();
    const add = (start: number, end: number, after: number): void => {
      for (const sentence of sentencesOf(source.slice(start, end))) {
        const stretch = source
          .slice(start + sentence.start, start + sentence.end)
          .replace(/^[，、；：,;]+|[，、；：,;]+$/gu, '');
        const content = asString(index.skeletons.of(stretch));
        if (content.length < LEAST_MISSING || page.includes(content) || seen.has(content)) continue;
        seen.add(content);
        const sourceStart = source.indexOf(stretch, start);
        let sourceEnd = sourceStart + stretch.length;
        while ('。！？；”’」』）'.includes(source.charAt(sourceEnd) || ' ')) sourceEnd++;
        stretches.push({
          source: id,
          sourceStart,
          sourceEnd,
          text: source.slice(sourceStart, sourceEnd),
          after,
        });
      }
    };
    own.forEach((passage, i) => {
      const before = own[i - 1];
      if (before !== undefined) {
        const gap = passage.sourceStart - before.sourceEnd;
        const lengths = passage.sourceEnd - passage.sourceStart + before.sourceEnd - before.sourceStart;
        if (gap > 0 && gap <= Math.max(SAME_STRETCH, lengths)) {
          add(before.sourceEnd, passage.sourceStart, before.end);
        }
      }
      for (const edit of passage.edits) {
        if (edit.type === 'dropped') add(edit.sourceStart, edit.sourceEnd, edit.start);
      }
    });
  }
  const members = sets.flatMap(({ id, members: all }) => {
    const absent = all.filter(({ state }) => state === 'absent').map((member) => member.id);
    return absent.length > 0 && absent.length < all.length ? [{ set: id, absent }] : [];
  });
  return { stretches: stretches.sort((a, b) => a.after - b.after || a.sourceStart - b.sourceStart), members };
}

function asString({ units, length }: Skeleton): string {
  let text = '';
  for (let i = 1; i <= length; i += 8192) {
    text += String.fromCharCode(...units.subarray(i, Math.min(i + 8192, length + 1)));
  }
  return text;
}
