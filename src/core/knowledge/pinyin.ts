/**
 * The syllables of Hanyu Pinyin without tones, as a regular expression: initials
 * with the finals they take, the longest first so that reading is greedy.
 */
export const SYLLABLES: readonly string[] = (
  'zhuang chuang shuang zhang chang shang zheng cheng sheng zhong chong zhuai chuai shuai zhuan chuan shuan ' +
  'liang niang jiang qiang xiang jiong qiong xiong guang kuang huang biang ' +
  'bang pang mang fang dang tang nang lang gang kang hang zang cang sang rang yang wang ' +
  'beng peng meng feng deng teng neng leng geng keng heng zeng ceng seng reng weng ' +
  'bing ping ming ding ting ning ling jing qing xing ying ' +
  'dong tong nong long gong kong hong zong cong song rong yong ' +
  'zhao chao shao zhai chai shai zhan chan shan zhei shei zhen chen shen zhou chou shou zhua chua shua zhuo chuo shuo zhui chui shui zhun chun shun zhi chi shi zha cha sha zhe che she zhu chu shu ' +
  'biao piao miao diao tiao niao liao jiao qiao xiao bian pian mian dian tian nian lian jian qian xian bie pie mie die tie nie lie jie qie xie bin pin min nin lin jin qin xin yin miu diu niu liu jiu qiu xiu lia jia qia xia dia ' +
  'guai kuai huai guan kuan huan gua kua hua guo kuo huo gui kui hui gun kun hun duan tuan nuan luan zuan cuan suan ruan duo tuo nuo luo zuo cuo suo ruo dui tui zui cui sui rui dun tun nun lun zun cun sun run juan quan xuan yuan jue que xue yue nüe lüe nue lue jun qun xun yun ' +
  'bai pai mai dai tai nai lai gai kai hai zai cai sai wai bao pao mao dao tao nao lao gao kao hao zao cao sao rao yao ban pan man fan dan tan nan lan gan kan han zan can san ran yan wan bei pei mei fei dei nei lei gei hei zei wei ben pen men fen den nen gen ken hen zen cen sen ren wen pou mou fou dou tou nou lou gou kou hou zou cou sou rou you ' +
  'ang eng ai ei ao ou an en er ba pa ma fa da ta na la ga ka ha za ca sa ya wa bo po mo fo lo yo wo me de te ne le ge ke he ze ce se re ye bi pi mi di ti ni li ji qi xi yi zi ci si ri bu pu mu fu du tu nu lu gu ku hu zu cu su ru yu wu nü lü ju qu xu a o e'
).split(' ');

const SYLLABLE = new Map<string, readonly string[]>();
for (const syllable of SYLLABLES) {
  const first = syllable.charAt(0);
  SYLLABLE.set(
    first,
    [...(SYLLABLE.get(first) ?? []), syllable].sort((a, b) => b.length - a.length),
  );
}

/** Pinyin without tone marks, in lower case; ü stays ü. */
export function toneless(pinyin: string): string {
  return pinyin
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0304\u030c]/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/**
 * Splits one word of toneless pinyin into syllables, preferring long ones but none
 * after the first that begins with a, e or o: before such a one GB/T 16159 has an
 * apostrophe, so biange is bian ge (变革). Undefined where it is not pinyin.
 */
function splitSyllables(word: string, strict: boolean): string[] | undefined {
  if (word === '') return [];
  for (const syllable of SYLLABLE.get(word.charAt(0)) ?? []) {
    if (!word.startsWith(syllable)) continue;
    const after = word.slice(syllable.length);
    if (strict && /^[aeo]/u.test(after)) continue;
    const rest = splitSyllables(after, strict);
    if (rest !== undefined) return [syllable, ...rest];
  }
  return undefined;
}

/**
 * The syllables of a word. A final -r (shìr 事儿) is one of its own, as it is a
 * character; a word that lacks its apostrophe is still read.
 */
function splitWord(word: string): string[] | undefined {
  const plain = splitSyllables(word, true) ?? splitSyllables(word, false);
  if (plain !== undefined || !word.endsWith('r')) return plain;
  const before = splitSyllables(word.slice(0, -1), true) ?? [];
  return before.length === 0 ? undefined : [...before, 'er'];
}

/** The words as they are written, cut at their apostrophes, without what is no pinyin. */
function writtenWords(pinyin: string): string[][] {
  return pinyin
    .normalize('NFC')
    .split(/[^\p{Letter}\p{Mark}\p{Number}'’]+/u)
    .map((written) => written.split(/['’]/u).filter((raw) => !/^(?:[A-Z0-9]*|App)$/u.test(raw)));
}

/**
 * The first word that is made of syllables only with an apostrophe that it lacks,
 * such as gaoang for gao’ang (高昂).
 */
export function lacksApostrophe(pinyin: string): string | undefined {
  return writtenWords(pinyin)
    .flat()
    .find((raw) => {
      const plain = toneless(raw);
      return splitSyllables(plain, true) === undefined && splitSyllables(plain, false) !== undefined;
    });
}

/**
 * The words of a pinyin text, each as its syllables (an apostrophe does not end a
 * word), or the first piece that is not pinyin. Digits, capitals such as GDP and
 * punctuation are passed over.
 */
export function pinyinWords(pinyin: string): string[][] | string {
  const words: string[][] = [];
  for (const written of writtenWords(pinyin)) {
    const word: string[] = [];
    for (const raw of written) {
      const pieces = splitWord(toneless(raw));
      if (pieces === undefined) return raw;
      word.push(...pieces);
    }
    if (word.length > 0) words.push(word);
  }
  return words;
}

/** The syllables of a pinyin text in order, or its first word that is not pinyin. */
export function pinyinSyllables(pinyin: string): string[] | string {
  const words = pinyinWords(pinyin);
  return typeof words === 'string' ? words : words.flat();
}

/** How many syllables a pinyin text has, or its first word that is not pinyin. */
export function countSyllables(pinyin: string): number | string {
  const syllables = pinyinSyllables(pinyin);
  return typeof syllables === 'string' ? syllables : syllables.length;
}
