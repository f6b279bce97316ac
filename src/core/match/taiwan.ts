/**
 * Words that Taiwan writes otherwise. They become variants of whole entries and
 * are never folded: 数位 in simplified text means “several persons”.
 */
const TAIWAN_VOCABULARY: readonly (readonly [string, string])[] = [
  ['互联网', '网际网路'],
  ['网络', '网路'],
  ['信息', '资讯'],
  ['数字', '数位'],
  ['数据', '资料'],
  ['人工智能', '人工智慧'],
  ['软件', '软体'],
  ['视频', '影片'],
  ['质量', '品质'],
];

/** Words that only pages converted by machine write so, and then all of them at once. */
const CONVERTED_VOCABULARY: readonly (readonly [string, string])[] = [
  ['智能', '智慧'],
  ['云计算', '云端计算'],
  ['算法', '演算法'],
  ['芯片', '晶片'],
  ['用户', '使用者'],
  ['变量', '变数'],
  ['社区', '社群'],
  ['全局', '全域性'],
  ['联系', '联络'],
  ['发布', '释出'],
  ['运行', '执行'],
  ['连接', '连线'],
  ['文件', '档案'],
  ['知识产权', '智慧财产权'],
  ['在线', '线上'],
  ['支持', '支援'],
  ['全角', '全形'],
];

/** Every word of Taiwan's, with the mainland word that it stands for. */
export const TAIWAN_WORDS: ReadonlyMap<string, string> = new Map(
  [...TAIWAN_VOCABULARY, ...CONVERTED_VOCABULARY].map(([mainland, taiwan]) => [taiwan, mainland]),
);

/** The first and the last characters of these words. */
export const TAIWAN_FIRSTS = [...TAIWAN_WORDS.keys()].map((word) => word[0]).join('');
export const TAIWAN_LASTS = [...TAIWAN_WORDS.keys()].map((word) => word.at(-1)).join('');

const anyOf = (vocabulary: readonly (readonly [string, string])[]): RegExp =>
  new RegExp(vocabulary.map(([mainland]) => mainland).join('|'), 'u');
const TAIWAN = anyOf(TAIWAN_VOCABULARY);
const CONVERTED = anyOf(CONVERTED_VOCABULARY);

/** A folded form in Taiwan's vocabulary: every way to write it so, but not the form itself. */
export function taiwanForms(form: string): string[] {
  const converted = CONVERTED.test(form);
  if (!converted && !TAIWAN.test(form)) return [];
  let forms = [form];
  for (const [mainland, taiwan] of TAIWAN_VOCABULARY) {
    if (!form.includes(mainland)) continue;
    forms = forms.concat(forms.map((f) => f.replaceAll(mainland, taiwan)));
  }
  if (converted) forms = [...new Set(forms.concat(forms.map(convert)))];
  return forms.slice(1);
}

function convert(form: string): string {
  return CONVERTED_VOCABULARY.reduce((text, [mainland, taiwan]) => text.replaceAll(mainland, taiwan), form);
}
