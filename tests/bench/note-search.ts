/**
 * Row 12, the search: 50,000 notes cut from the source texts, looked through by the index as
 * the library asks it (the first 50, and how many there are), beside a linear scan of the
 * bodies alone. In Node, whose engine is Chromium's.
 */
import { loadBundled } from '../../src/cli/bundled.ts';
import type { IndexedNote } from '../../src/core/search/indexed-note.ts';
import { NoteIndex } from '../../src/core/search/note-index.ts';
import { foldQuery, readNoteQuery } from '../../src/core/search/note-query.ts';
import { learnReadings } from '../../src/core/search/readings.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { Folder, foldedText } from '../../src/core/text/fold.ts';
import { ROUNDS, WARM_UP } from './harness.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';
import { notesOfSources, type BenchNote } from './texts.ts';

const COUNT = 50_000;

/** Common and rare, short and long, in characters, pinyin and English, and what is nowhere. */
const QUERIES = [
  '网',
  '网络',
  '网络安',
  '网络安全',
  '习近平总书记',
  '坚持党管互联网',
  '没有网络安全就没有国家安全',
  '网络 安全 发展',
  '提高 综合治理',
  'wangluo',
  'wangluoanquan',
  'internet',
  'cyber',
  '安全网络',
  '鲸鱼座',
] as const;

/** A note as the index has it: its body, a quotation, the page's title and its tags. */
function indexed(
  { body, quote, title, tags }: BenchNote,
  i: number,
  fold: (text: string) => string,
): IndexedNote {
  return {
    id: String(i),
    folded: [body, quote, title, ...tags].map(fold).join('\n'),
    target: 'quote',
    tags,
    colour: 'yellow',
    site: 'example.cn',
    page: `https://example.cn/${String(i >> 3)}`,
    article: '',
    title,
    place: i % 8,
    created: i,
    modified: (i * 7919) % COUNT,
  };
}

export function noteSearchRows(): Row[] {
  const { knowledge } = loadBundled();
  const folder = new Folder(buildFoldTable());
  const fold = (text: string): string => foldedText(folder.fold(text));
  const readings = learnReadings(knowledge.terms);
  const all = notesOfSources(COUNT);
  const notes = all.map((note, i) => indexed(note, i, fold));
  const bodies = all.map(({ body }) => fold(body));

  const building: number[] = [];
  let index = new NoteIndex(readings);
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    index = new NoteIndex(readings);
    for (const note of notes) index.put(note);
    building.push(performance.now() - start);
  }

  let sink = 0;
  const rows: Row[] = [];
  const everyRatio: number[] = [];
  for (const query of QUERIES) {
    const ours: number[] = [];
    const scan: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      let start = performance.now();
      sink += index.search(foldQuery(query, folder), {}, 'modified', 0, 50).total;
      const searched = performance.now() - start;
      start = performance.now();
      const parts = readNoteQuery(foldQuery(query, folder), readings);
      for (const body of bodies) if (parts.every((part) => part.isIn(body))) sink++;
      const scanned = performance.now() - start;
      if (round < 0) continue;
      ours.push(searched);
      scan.push(scanned);
    }
    const found = index.search(foldQuery(query, folder), {}, 'modified', 0, 50);
    const values = ratios(ours, scan);
    everyRatio.push(values.median);
    rows.push({
      row: '12',
      what: `search of 50,000 notes for ${query} (${found.more ? '> ' : ''}${String(found.total)}), over a scan`,
      values,
      unit: '×',
      target: { atMost: 0.1 },
    });
  }
  if (sink < 0) throw new Error('nothing was looked for');
  return [
    {
      row: '12',
      what: `search of 50,000 notes over a linear scan, ${String(QUERIES.length)} queries (spread over queries)`,
      values: spread(everyRatio),
      unit: '×',
      target: { atMost: 0.1 },
    },
    ...rows,
    { row: '12', what: 'index of 50,000 notes built', values: spread(building), unit: 'ms' },
  ];
}
