import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSeeds, recogniserOf } from '../../../src/cli/seeds.ts';
import { KNOWLEDGE_PAGE, writtenKnowledgePage } from '../../../src/cli/write-knowledge-page.ts';
import { checkOmissions, parseOmissions } from '../../../src/core/knowledge/omissions.ts';
import { describeProblem } from '../../../src/core/knowledge/problem.ts';

const { entries, sources } = loadSeeds();
const recogniser = recogniserOf(entries);

test('docs/knowledge.md is up to date (npm run knowledge writes it)', () => {
  expect(readFileSync(KNOWLEDGE_PAGE, 'utf8')).toBe(writtenKnowledgePage());
});

describe('what is left out on purpose', () => {
  test.each<[string, string, string]>([
    ['what stands in no source', '- reason: r\n  texts: [世界杯]\n', '1: 世界杯: stands in no source'],
    [
      'what has become a term',
      '- reason: r\n  texts: [使命任务]\n- reason: s\n  texts: [网络强国]\n',
      '3: 网络强国: is said to be left out, and is the term “cyberpower”',
    ],
    ['what is named twice', '- reason: r\n  texts: [使命任务, 使命任务]\n', '1: 使命任务: is left out twice'],
    ['a reason without texts', '- reason: r\n  texts: []\n', '1: is not a list of reasons'],
    ['a file that is not YAML', '- reason: [\n', 'omissions.yaml:'],
  ])('%s is reported with file, line and reason', (_, yaml, expected) => {
    const omissions = parseOmissions('omissions.yaml', yaml);
    const problems = 'message' in omissions ? [omissions] : checkOmissions(omissions, sources, recogniser);
    expect(problems.map(describeProblem)[0]).toContain(expected);
  });

  test('an expression that only contains a term may be left out', () => {
    const omissions = parseOmissions('omissions.yaml', '- reason: r\n  texts: [网络强国建设]\n');
    expect('message' in omissions ? omissions : checkOmissions(omissions, sources, recogniser)).toEqual([]);
  });
});
