import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { cite } from '../../src/core/citation.ts';

const { sources } = loadSeeds();
const source = (id: string) => {
  const found = sources.find((other) => other.id === id);
  if (found === undefined) throw new Error(`no source ${id}`);
  return found;
};

describe('a source cited', () => {
  test.each([
    [
      '000',
      'en',
      '徐隽, “深入贯彻党中央关于网络强国的重要思想 大力推动网信事业高质量发展”, [人民日报], [2023-07-15], paragraph 7',
    ],
    [
      '000',
      'zh',
      '徐隽，《深入贯彻党中央关于网络强国的重要思想 大力推动网信事业高质量发展》，[人民日报]，[2023-07-15]，第7段。',
    ],
    [
      '004',
      'zh',
      '《全国网信办主任会议在京召开》，12377.cn，[2025-01]，第7段，http://www.12377.cn/wxxx/2025/b1f4b16e_web.html',
    ],
  ] as const)('%s in %s', (id, language, expected) => {
    expect(cite(source(id), 'plain', { language, paragraph: 7 })).toBe(expected);
  });

  test.each([
    [
      '000',
      '徐隽. 深入贯彻党中央关于网络强国的重要思想 大力推动网信事业高质量发展[N]. [人民日报], [2023-07-15].',
    ],
    [
      '001',
      '梆梆安全. 网信中国 | 习近平对网络安全和信息化工作作出重要指示[EB/OL]. 嘶吼 RoarTalk, ([2023-07-19])[2026-01-31]. https://www.4hou.com/posts/3rEA.',
    ],
    [
      '002a',
      '共产党员网. 习近平总书记为网络强国建设提出新的使命任务[G]//主题教育学习资料：关于“网络强国”的深刻阐述 (二)，党群工作部，2023年8月.',
    ],
    ['003', '央视网（新闻联播）. [全国网络安全和信息化工作会议20日至21日在北京召开][Z]. [2018-04].'],
    [
      '004',
      '12377.cn. 全国网信办主任会议在京召开[EB/OL]. ([2025-01])[2026-01-31]. http://www.12377.cn/wxxx/2025/b1f4b16e_web.html.',
    ],
  ])('%s after GB/T 7714', (id, expected) => {
    expect(cite(source(id), 'gbt7714', { language: 'zh', accessed: '2026-01-31' })).toBe(expected);
  });
});
