import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress, siteOf, webAddress } from '../../../src/core/notes/address.ts';
import { latestStamp, nextStamp, stampAt } from '../../../src/core/notes/clock.ts';
import { mergeNotes, tombstone } from '../../../src/core/notes/merge.ts';
import { NoteSchema, type Note } from '../../../src/core/notes/note.ts';
import { inReadingOrder } from '../../../src/core/notes/reading-order.ts';
import { selectNotes } from '../../../src/core/notes/select.ts';
import { uuidV7 } from '../../../src/core/notes/uuid.ts';
import { anyNote, noteWith, onWords, SAMPLE } from '../../support/notes.ts';
import * as v from 'valibot';

describe('a UUID version 7', () => {
  test('is that of RFC 9562, A.6', () => {
    // unix_ts_ms 0x017F22E279B0, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F
    const random = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  test('is one, whatever the bytes, and sorts by time', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });
    fc.assert(
      fc.property(time, time, bytes, bytes, (a, b, one, other) => {
        const [x, y] = [uuidV7(a, one), uuidV7(b, other)];
        expect(x).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
        if (a < b) expect(x < y).toBe(true);
      }),
    );
  });
});

describe('the clock', () => {
  test('goes on where the wall clock stands still or runs back', () => {
    const first = nextStamp(undefined, 1000, 'a');
    expect(first).toBe('000000000001000-000000-a');
    expect(nextStamp(first, 1000, 'a')).toBe('000000000001000-000001-a');
    expect(nextStamp(first, 5, 'b')).toBe('000000000001000-000001-b');
    expect(nextStamp(first, 1001, 'a')).toBe('000000000001001-000000-a');
    expect(nextStamp('000000000001000-999999-z', 3, 'a')).toBe('000000000001001-000000-a');
  });

  test('each stamp comes after what was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.constantFrom('a', 'b'))), (steps) => {
        let last: string | undefined;
        for (const [now, device] of steps) {
          const next = nextStamp(last, now, device);
          if (last !== undefined) expect(next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  test('the latest of some', () => {
    expect(latestStamp([undefined, stampAt(1, 'b'), stampAt(2, 'a'), undefined])).toBe(stampAt(2, 'a'));
    expect(latestStamp([])).toBeUndefined();
  });
});

describe('merging two versions of a note', () => {
  /** The same note edited here and there. */
  const versions = fc.tuple(anyNote, anyNote, anyNote).map((notes) => {
    const [{ id }] = notes;
    return notes.map((note) => (note.deleted === undefined ? { ...note, id } : { ...tombstone(note), id }));
  });
  const merge = (a: Note, b: Note): Note => mergeNotes(a, b).note;

  test('gives the same in either order, and what is merged again stays', () => {
    fc.assert(
      fc.property(versions, (notes) => {
        const [a, b] = notes;
        if (a === undefined || b === undefined) return;
        const merged = merge(a, b);
        expect(merged).toEqual(merge(b, a));
        expect(merge(merged, a)).toEqual(merged);
        expect(merge(merged, b)).toEqual(merged);
        expect(v.is(NoteSchema, merged)).toBe(true);
      }),
    );
  });

  test('takes each field from where it was written last', () => {
    const early = stampAt(1000, 'a');
    const late = stampAt(2000, 'b');
    const base = noteWith({ clock: { body: early, tags: early, colour: early, target: early } });
    const here: Note = { ...base, body: '这里', clock: { ...base.clock, body: late } };
    const there: Note = { ...base, body: '那里', tags: ['a'], clock: { ...base.clock, tags: late } };
    const { note, versions: lost } = mergeNotes(here, there, 'import');
    expect([note.body, note.tags]).toEqual(['这里', ['a']]);
    expect(lost).toEqual([{ noteId: base.id, field: 'body', text: '那里', when: 1000, why: 'import' }]);
  });

  test('a deletion holds unless something was written afterwards', () => {
    const stamp = (at: number): string => stampAt(at, 'a');
    const clock = { body: stamp(1), tags: stamp(1), colour: stamp(1), target: stamp(1) };
    const alive = noteWith({ body: '一', clock });
    const dead = tombstone({ ...alive, deleted: 5, clock: { ...clock, deleted: stamp(5) } });
    expect(merge(alive, dead).deleted).toBe(5);
    expect(merge(alive, dead).body).toBe('');
    const edited = { ...alive, body: '二', clock: { ...clock, body: stamp(6) } };
    expect(merge(edited, dead)).toMatchObject({ body: '二' });
    expect(merge(edited, dead).deleted).toBeUndefined();
  });

  test('no text is lost: each is the note’s, in the history, or deleted before it was', () => {
    fc.assert(
      fc.property(versions, (notes) => {
        const [a, b] = notes;
        if (a === undefined || b === undefined) return;
        const { note, versions: lost } = mergeNotes(a, b);
        const kept = [note.body, ...lost.map(({ text }) => text), ''];
        if (note.deleted === undefined) for (const { body } of [a, b]) expect(kept).toContain(body);
      }),
    );
  });
});

describe('one address for a page', () => {
  test.each([
    [
      'http and https',
      'http://www.12377.cn/wxxx/2025/b1f4b16e_web.html',
      'https://12377.cn/wxxx/2025/b1f4b16e_web.html',
    ],
    ['www.', 'https://www.4hou.com/posts/3rEA', 'https://4hou.com/posts/3rEA'],
    ['the mobile site', 'https://m.people.cn/n4/1.html', 'https://people.cn/n4/1.html'],
    ['a fragment', 'https://a.cn/b#c', 'https://a.cn/b'],
    ['tracking', 'https://a.cn/b?utm_source=x&id=3&spm=1.2&fbclid=y', 'https://a.cn/b?id=3'],
    ['the order of parameters', 'https://a.cn/b?z=1&a=2', 'https://a.cn/b?a=2&z=1'],
    ['a default page', 'https://a.cn/x/index.html', 'https://a.cn/x/'],
    ['another default page', 'https://a.cn/default.aspx?id=1', 'https://a.cn/?id=1'],
    ['the port that goes without saying', 'https://a.cn:443/', 'https://a.cn/'],
    ['another port stays', 'http://a.cn:8080/', 'https://a.cn:8080/'],
    ['upper case in the host', 'https://WWW.A.CN/B', 'https://a.cn/B'],
    ['a host that is only called m', 'https://m.cn/', 'https://m.cn/'],
    ['a file', 'file:///home/a.html', 'file:///home/a.html'],
    ['no address at all', '全省', '全省'],
    ['Chinese in the path', 'https://a.cn/会议?q=网', 'https://a.cn/%E4%BC%9A%E8%AE%AE?q=%E7%BD%91'],
  ])('%s', (_, address, expected) => {
    expect(canonicalAddress(address)).toBe(expected);
  });

  test('is its own, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (address) => {
          const once = canonicalAddress(address);
          expect(canonicalAddress(once)).toBe(once);
          expect(siteOf(address)).not.toMatch(/^www\.[^.]+\./u);
        },
      ),
    );
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///a', 'x', ' javascript:1'])(
    '%s is no web address',
    (address) => {
      expect(webAddress(address)).toBeUndefined();
    },
  );
});

describe('notes in order', () => {
  test('are read down the page, the note on the page first, those on a term last', () => {
    const shuffled = [SAMPLE[3], SAMPLE[1], SAMPLE[0], SAMPLE[2]].filter((note) => note !== undefined);
    expect(inReadingOrder(shuffled).map(({ id }) => id)).toEqual([0, 2, 1, 3].map((i) => SAMPLE[i]?.id));
  });
});

describe('selecting notes', () => {
  const ids = (notes: readonly Note[]): string[] => notes.map(({ id }) => id);
  const elsewhere = onWords('数据安全', { page: { ...noteWith({}).page, canonicalUrl: 'https://b.cn/' } }, 9);
  const deleted = noteWith({ deleted: 5 }, 10);
  const all = [...SAMPLE, elsewhere, deleted];

  test('all but the deleted', () => {
    expect(ids(selectNotes(all, { kind: 'all' }))).toEqual(ids([...SAMPLE, elsewhere]));
  });
  test('some by id', () => {
    expect(ids(selectNotes(all, { kind: 'ids', ids: [elsewhere.id, deleted.id] }))).toEqual([elsewhere.id]);
  });
  test('of a page, also at another address', () => {
    const page = { kind: 'page', canonicalUrl: 'https://b.cn/' } as const;
    expect(ids(selectNotes(all, page))).toEqual([elsewhere.id]);
    const { fingerprint } = elsewhere.page;
    expect(selectNotes(all, { ...page, fingerprint })).toHaveLength(5);
    expect(selectNotes(all, { ...page, fingerprint: '' })).toHaveLength(1);
  });
  test('of a term', () => {
    expect(ids(selectNotes(all, { kind: 'term', termId: 'ten-upholds' }))).toEqual(ids(SAMPLE.slice(3)));
  });
  test('of a time, its end not included', () => {
    const [first, second] = SAMPLE;
    const range = { kind: 'dates', from: first?.created ?? 0, to: second?.created ?? 0 } as const;
    expect(ids(selectNotes(all, range))).toEqual([first?.id]);
  });
});
