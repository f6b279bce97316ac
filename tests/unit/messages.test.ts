import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receive, ToBackgroundSchema, ToPageSchema } from '../../src/protocol/messages.ts';
import { isSummarise } from '../../src/protocol/to-page.ts';

describe('messages', () => {
  test.each([
    [{ type: 'tifa:counted', count: 3 }, true],
    [{ type: 'tifa:counted', count: -1 }, false],
    [{ type: 'tifa:counted', count: 'x' }, false],
    [{ type: 'tifa:is-on' }, true],
    [{ type: 'tifa:frames', tabId: 7 }, true],
    [{ type: 'other' }, false],
    [null, false],
    ['tifa:is-on', false],
  ])('to the worker: %j is taken: %s', (message, taken) => {
    expect(receive(ToBackgroundSchema, message) !== undefined).toBe(taken);
  });

  test('a page’s own check takes what the schema takes', () => {
    const message = fc.oneof(
      fc.constant({ type: 'tifa:summarise' }),
      fc.record({ type: fc.constantFrom('tifa:summarise', 'tifa:counted', '') }),
      fc.anything(),
    );
    fc.assert(
      fc.property(message, (m) => {
        expect(isSummarise(m)).toBe(receive(ToPageSchema, m) !== undefined);
      }),
    );
  });
});
