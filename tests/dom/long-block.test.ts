import { afterEach, describe, expect, test } from 'vitest';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { Painter } from '../../src/dom/painter.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';

const matcher = matcherFromText(MATCHER_TEXT, NAMES_TEXT);

/** Sentences of different lengths, so that pieces end anywhere in them. */
function longText(length: number): string {
  let text = '';
  for (let i = 0; text.length < length; i++) {
    text += `第${String(i)}段，坚持党管互联网${'，如此'.repeat(i % 7)}，加快建设网络强国。`;
  }
  return text;
}

/** Every mention as its text node's number, and where in the node it begins. */
function places(reader: PageReader, nodes: readonly Node[]): string[] {
  return reader
    .mentions()
    .map(({ range }) => `${String(nodes.indexOf(range.startContainer))}:${String(range.startOffset)}`);
}

let reader: PageReader | undefined;

afterEach(() => {
  reader?.stop();
  document.body.replaceChildren();
});

function read(): PageReader {
  reader = new PageReader(new Recogniser(matcher), new Painter(), () => undefined);
  reader.start();
  return reader;
}

describe('a very long block', () => {
  test('has the mentions of its text read at once, in one text node or many', async () => {
    const text = longText(60_000);
    const pre = document.createElement('pre');
    pre.append(text.slice(0, 35_001));
    const bold = document.createElement('b');
    bold.append(text.slice(35_001, 35_011));
    pre.append(bold, text.slice(35_011));
    document.body.append(pre);
    const nodes = [pre.firstChild, bold.firstChild, pre.lastChild].filter((node) => node !== null);
    const starts = [0, 35_001, 35_011];
    const expected = new Recogniser(matcher).recognise(text).map(({ start }) => {
      const node = starts.findLastIndex((each) => each <= start);
      return `${String(node)}:${String(start - (starts[node] ?? 0))}`;
    });
    const made = read();
    await expect.poll(() => made.count).toBe(expected.length);
    expect(places(made, nodes)).toEqual(expected);
  });

  test('is read in pieces, and what stands after it does not wait for it', async () => {
    const pre = document.createElement('pre');
    pre.append('今天天气很好。'.repeat(1_000_000));
    const after = document.createElement('p');
    after.append('建设网络强国');
    document.body.append(pre, after);
    const began = performance.now();
    const made = read();
    expect(performance.now() - began).toBeLessThan(200);
    await expect.poll(() => made.count).toBe(1);
  });

  test('that changes all the time is not read all the time', async () => {
    const block = document.createElement('p');
    block.append(`建设网络强国。${'今天天气很好。'.repeat(20_000)}`);
    document.body.append(block);
    const made = read();
    await expect.poll(() => made.count).toBe(1);
    block.append('建设数字中国。');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made.count).toBe(0);
    await expect.poll(() => made.count, { timeout: 8000 }).toBe(2);
  });
});
