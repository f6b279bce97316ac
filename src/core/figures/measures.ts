/**
 * What numbers count: [one, many] in English; an empty word where English has none
 * (200余所高校 are “more than 200” universities). The longest that fits is taken.
 */
const MEASURES: Readonly<Record<string, readonly [string, string]>> = {
  元: ['yuan', 'yuan'],
  美元: ['US dollar', 'US dollars'],
  欧元: ['euro', 'euros'],
  人: ['person', 'people'],
  名: ['', ''],
  位: ['', ''],
  人次: ['person-time', 'person-times'],
  件次: ['case, each occurrence counted', 'cases, each occurrence counted'],
  次: ['time', 'times'],
  个: ['', ''],
  个方面: ['aspect', 'aspects'],
  个字: ['character', 'characters'],
  字: ['character', 'characters'],
  个月: ['month', 'months'],
  个百分点: ['percentage point', 'percentage points'],
  家: ['', ''],
  所: ['', ''],
  部: ['', ''],
  件: ['item', 'items'],
  项: ['item', 'items'],
  条: ['item', 'items'],
  起: ['case', 'cases'],
  例: ['case', 'cases'],
  户: ['household', 'households'],
  年: ['year', 'years'],
  天: ['day', 'days'],
  岁: ['year of age', 'years of age'],
  小时: ['hour', 'hours'],
  分钟: ['minute', 'minutes'],
  吨: ['tonne', 'tonnes'],
  公斤: ['kilogram', 'kilograms'],
  米: ['metre', 'metres'],
  公里: ['kilometre', 'kilometres'],
  平方米: ['square metre', 'square metres'],
  平方公里: ['square kilometre', 'square kilometres'],
  公顷: ['hectare', 'hectares'],
  亩: ['mu (1/15 hectare)', 'mu (1/15 hectare each)'],
  千瓦时: ['kilowatt-hour', 'kilowatt-hours'],
  种: ['kind', 'kinds'],
  场: ['', ''],
  篇: ['', ''],
  台: ['', ''],
  座: ['', ''],
  处: ['place', 'places'],
  级: ['level', 'levels'],
};

const LONGEST = Math.max(...Object.keys(MEASURES).map(({ length }) => length));

export interface Measure {
  readonly zh: string;
  readonly one: string;
  readonly many: string;
}

/** The measure that stands at a place of a text. */
export function measureAt(text: string, at: number): Measure | undefined {
  for (let length = LONGEST; length > 0; length--) {
    const zh = text.slice(at, at + length);
    const words = zh.length === length && Object.hasOwn(MEASURES, zh) ? MEASURES[zh] : undefined;
    if (words !== undefined) return { zh, one: words[0], many: words[1] };
  }
  return undefined;
}
