import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receive, ToBackgroundSchema, ToPageSchema } from '../../src/protocol/messages.ts';
import { isNames, toPage } from '../../src/protocol/to-page.ts';

describe('messages', () => {
  test.each([
    [{ type: 'tifa:counted', count: 3 }, true],
    [{ type: 'tifa:counted', count: -1 }, false],
    [{ type: 'tifa:counted', count: 'x' }, false],
    [{ type: 'tifa:is-on' }, true],
    [{ type: 'tifa:names' }, true],
    [{ type: 'tifa:frames', tabId: 7 }, true],
    [{ type: 'other' }, false],
    [null, false],
    ['tifa:is-on', false],
  ])('to the worker: %j is taken: %s', (message, taken) => {
    expect(receive(ToBackgroundSchema, message) !== undefined).toBe(taken);
  });

  test.each([
    [{ ids: 'a|b', senses: [] }, true],
    [{ ids: ['a'], senses: [] }, false],
    [{ ids: 'a|b' }, false],
    [null, false],
    [undefined, false],
  ])('names: %j are taken: %s', (answer, taken) => {
    expect(isNames(answer)).toBe(taken);
  });

  test('a page’s own check takes what the schema takes', () => {
    const message = fc.oneof(
      fc.constant({ type: 'tifa:summarise' }),
      fc.record({
        type: fc.constantFrom(
          'tifa:summarise',
          'tifa:step',
          'tifa:open-current',
          'tifa:jump',
          'tifa:selection',
          'tifa:open-at-selection',
          'tifa:counted',
          '',
        ),
        by: fc.oneof(fc.constantFrom(1, -1, 0, '1'), fc.anything()),
        id: fc.oneof(fc.string(), fc.anything()),
        more: fc.oneof(fc.boolean(), fc.anything()),
        enter: fc.oneof(fc.boolean(), fc.anything()),
      }),
      fc.anything(),
    );
    fc.assert(
      fc.property(message, (m) => {
        expect(toPage(m)).toEqual(receive(ToPageSchema, m));
      }),
    );
  });
});
