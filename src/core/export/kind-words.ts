import type { Kind } from '../match/kinds.ts';

/** What a term of each kind is called in files, whose language is not always the interface's. */
export const KIND_WORDS: Readonly<Record<Kind, { readonly en: string; readonly zh: string }>> = {
  principle: { en: 'formulation', zh: '提法' },
  concept: { en: 'concept', zh: '概念' },
  person: { en: 'person', zh: '人物' },
  organisation: { en: 'organisation', zh: '机构' },
  meeting: { en: 'meeting', zh: '会议' },
  document: { en: 'document', zh: '文件' },
  campaign: { en: 'campaign', zh: '活动' },
};
