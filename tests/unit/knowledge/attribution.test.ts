import { expect, test } from 'vitest';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import type { Evidence } from '../../../src/core/knowledge/schema.ts';

/** Who speaks in a paragraph, as its first words say; reports of who attended have no speaker. */
const SPEAKERS: Record<string, readonly (readonly [opening: RegExp, said: Partial<Evidence>])[]> = {
  '000': [
    [/^习近平强调/u, { saidBy: 'xi-jinping' }],
    [/^蔡奇/u, said('cai-qi', '2023-07', 'national-cyber-conference-2023')],
  ],
  '003': [
    [/^习近平(?:在讲话中)?(?:指出|强调)/u, said('xi-jinping', '2018-04', 'national-cyber-conference-2018')],
    [/^李克强在主持会议时/u, said('li-keqiang', '2018-04', 'national-cyber-conference-2018')],
    [/^王沪宁在总结讲话中/u, said('wang-huning', '2018-04', 'national-cyber-conference-2018')],
    [/^(?:中共|中央)/u, {}],
  ],
  '004': [
    [/^会议(?:指出|强调)/u, { saidAt: '2025-01', saidWhere: 'national-cac-directors-meeting-2025' }],
    [/^(?:1月3日|会上)/u, {}],
  ],
};

function said(saidBy: string, saidAt: string, saidWhere: string): Partial<Evidence> {
  return { saidBy, saidAt, saidWhere };
}

test('a quotation from a report of a meeting has the speaker of its paragraph, and no other', () => {
  const { entries, sources } = loadSeeds();
  const wrong: string[] = [];
  let checked = 0;
  for (const { id, evidence } of entries) {
    for (const { source: sourceId, quote, ...stated } of evidence) {
      const within = sources
        .find((source) => source.id === sourceId)
        ?.paragraphs.filter(({ role, text }) => role === 'body' && text.includes(quote));
      const expected = (within ?? []).map(
        ({ text }) => SPEAKERS[sourceId]?.find(([opening]) => opening.test(text))?.[1],
      );
      if (expected.length === 0 || expected.includes(undefined)) continue;
      checked++;
      const { saidBy, saidAt, saidWhere } = stated;
      const same = expected.some(
        (one) => one?.saidBy === saidBy && one?.saidAt === saidAt && one?.saidWhere === saidWhere,
      );
      if (!same) wrong.push(`${id}, ${sourceId}: ${quote}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(checked).toBeGreaterThan(300);
});
