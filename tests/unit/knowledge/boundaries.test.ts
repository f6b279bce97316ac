import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import type { Mention } from '../../../src/core/match/recogniser.ts';

const { recogniser } = loadBundled();
const ids = (mentions: readonly Mention[]): string[] =>
  mentions.flatMap(({ entry, nested }) => [recogniser.matcher.id(entry), ...ids(nested)]);

/** Terms of everyday characters: a sentence in which they arise by chance, and one that means them. */
describe('concepts made of common characters', () => {
  test.each([
    ['踏上科技创新征程', 'new-journey', '新征程上，要努力'],
    ['让全体人民分享经济发展成果', 'sharing-economy', '分享经济、智慧出行竞相涌现'],
    ['推进国防创新军事变革', 'new-military-revolution', '信息技术变革和新军事变革'],
    ['这是不负责任的大国', 'responsible-major-country', '彰显负责任大国的勇毅担当'],
    ['一百项业务掌上办理', 'palm-service', '“掌上办”“指尖办”成为标配'],
    ['国民党的建设方案', 'party-building', '网信系统党的建设'],
    ['保护数字消费者', 'digital-consumption', '数字消费、智能制造'],
    ['信息社会化服务', 'information-society', '人类进入信息社会'],
    ['集中统一领导干部培训', 'centralised-unified-leadership', '要加强集中统一领导，完善环境'],
    ['深入创新时代楷模宣传', 'new-era', '新时代以来，我国取得进展'],
    ['受制于人力成本', 'under-others-control', '还存在“受制于人”的问题'],
    ['新型城镇化率稳步提高', 'urbanisation', '新型工业化、城镇化、农业现代化'],
    ['网信企业家座谈会', 'wangxin-companies', '支持网信企业做大做强'],
    ['网上宣传部署到位', 'online-publicity', '做强网上宣传'],
    ['县乡村振兴局', 'rural-revitalisation', '以新媒体手段助力乡村振兴'],
  ])('%s is no mention of %s, and %s is', (trap, id, mention) => {
    expect(ids(recogniser.recognise(trap))).not.toContain(id);
    expect(ids(recogniser.recognise(mention))).toContain(id);
  });
});

/** Forms that pages use and the sources do not. */
describe('other forms', () => {
  test.each([
    ['关保条例', 'cii-protection-regulations'],
    ['关基运营者', 'cii-operators'],
    ['国家互联网信息办公室', 'cyberspace-administration-of-china'],
    ['中共中央宣传部', 'publicity-department'],
    ['国家市场监督管理总局', 'state-administration-for-market-regulation'],
    ['国家网安周', 'cybersecurity-week'],
    ['依法治网、依法办网、依法上网', 'uphold-lawful-governance'],
    ['一体两翼、双轮驱动', 'two-wings-two-wheels'],
    ['如何建设网络强国', 'cyberpower'],
    ['网络强国建设迈出新步伐', 'cyberpower-new-steps'],
    ['互聯網、大數據、人工智慧和實體經濟深度融合', 'internet-data-ai-real-economy'],
  ])('%s is %s', (text, id) => {
    expect(ids(recogniser.recognise(text))).toContain(id);
  });
});
