import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Contexts } from '../../../src/core/match/contexts.ts';
import { ContextRole } from '../../../src/core/match/matcher-data.ts';
import { withoutIdleContexts, writeRules, type RuleContexts } from '../../../src/core/match/rule-lists.ts';

const { NotLeft, NotRight, YetLeft, YetRight } = ContextRole;
const ROLES = Object.values(ContextRole);

/** The contexts of a rule, those that are not given empty. */
function rule(given: Readonly<Record<number, readonly string[]>>): RuleContexts {
  return ROLES.map((role) => given[role] ?? []);
}

test.each<[string, RuleContexts[], readonly (readonly number[])[], RuleContexts[]]>([
  [
    'what a shorter context says already is left out',
    [rule({ [NotRight]: ['学', '学家', '团'], [NotLeft]: ['老', '父老'] })],
    [[0]],
    [rule({ [NotRight]: ['学', '团'], [NotLeft]: ['老'] })],
  ],
  [
    'what another rule of the same entry says is said once',
    [rule({ [NotRight]: ['律', '规'] }), rule({ [NotRight]: ['律'] })],
    [[0, 1]],
    [rule({ [NotRight]: ['规'] }), rule({ [NotRight]: ['律'] })],
  ],
  [
    'unless an entry has the one rule without the other',
    [rule({ [NotRight]: ['律', '规'] }), rule({ [NotRight]: ['律'] })],
    [[0, 1], [0], [1]],
    [rule({ [NotRight]: ['律', '规'] }), rule({ [NotRight]: ['律'] })],
  ],
  [
    'an exception to nothing is left out',
    [rule({ [NotRight]: ['学'], [YetRight]: ['学习', '工作'], [YetLeft]: ['同学'] })],
    [[0]],
    [rule({ [NotRight]: ['学'], [YetRight]: ['学习'] })],
  ],
])('%s', (_, rules, ruled, expected) => {
  expect(withoutIdleContexts(rules, ruled)).toEqual(expected);
});

const context = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 3 });
const lists = fc.array(context, { maxLength: 4 });
const anyRule = fc.array(lists, { minLength: ROLES.length, maxLength: ROLES.length });

test('no answer changes, whatever the rules and the entries that have them', () => {
  fc.assert(
    fc.property(
      fc.array(anyRule, { minLength: 1, maxLength: 4 }),
      fc.array(fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 12 }),
      (rules, entries, text) => {
        const ruled = entries.map((indices) => indices.filter((index) => index < rules.length));
        const units = Uint16Array.from(text, (c) => c.charCodeAt(0));
        const all = new Contexts(writeRules(rules));
        const kept = new Contexts(writeRules(withoutIdleContexts(rules, ruled)));
        all.read(units, units.length);
        kept.read(units, units.length);
        for (const own of ruled) {
          const forbids = (
            contexts: Contexts,
            [not, yet, left]: readonly [number, number, boolean],
            place: number,
          ): boolean => {
            const lists = contexts.listsOf(own);
            const stands = (role: number): boolean => contexts.stands(lists[role] ?? [], left, place);
            return stands(not) && !stands(yet);
          };
          for (let place = 0; place <= units.length; place++) {
            for (const side of [
              [NotLeft, YetLeft, true],
              [NotRight, YetRight, false],
            ] as const) {
              expect(forbids(kept, side, place)).toBe(forbids(all, side, place));
            }
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});
