/**
 * Characters that folding treats alike, written down by hand.
 * Everything here is data about single UTF-16 units.
 */

/** Characters without width: they leave no trace in folded text. */
export const ZERO_WIDTH: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad], // soft hyphen
  [0x034f, 0x034f], // combining grapheme joiner
  [0x061c, 0x061c], // Arabic letter mark
  [0x180b, 0x180f], // Mongolian variation selectors
  [0x200b, 0x200f], // zero width space … right-to-left mark
  [0x202a, 0x202e], // bidirectional embeddings
  [0x2060, 0x206f], // word joiner … deprecated format characters
  [0xfe00, 0xfe0f], // variation selectors
  [0xfeff, 0xfeff], // byte order mark
];

/** Line breaks: they wrap a line, they do not end a clause. */
export const LINE_BREAKS = '\n\r\u000b\u000c\u0085\u2028\u2029';

/** Thin spaces: typography inside a clause, never between two. Between Latin words they are spaces. */
export const THIN_SPACES = '\u2005\u2006\u2008\u2009\u200a\u202f\u205f';

/** White space that can stand once between the words of a segmented text. */
export const WORD_SPACES = ' \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2007';

/** White space that marks a clause in ordinary Chinese text. */
export const CLAUSE_SPACES = '\u3000';

/** All dashes and hyphens are one class; a run of them counts as one. */
export const DASHES =
  '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\u2e3a\u2e3b\u30fc\ufe31\ufe32\ufe58\ufe63\uff0d\uff70';

/** Quotation marks of every style, single and double. */
export const QUOTES =
  '"\'`\u00ab\u00b4\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u300c\u300d\u300e\u300f\u301d\u301e\u301f\ufe41\ufe42\ufe43\ufe44\uff02\uff07\uff62\uff63';

/** Opening round brackets. */
export const BRACKETS = '(\uff08\ufe59\ufe35';

/** Punctuation written in several ways: every character of a string folds to its first. */
export const PUNCTUATION: readonly string[] = [
  ',\uff0c\ufe50\ufe10',
  '\u3001\uff64\ufe51\ufe11',
  '.\uff0e\ufe52',
  '\u3002\uff61\ufe12',
  ':\uff1a\ufe55\ufe13\u2236',
  ';\uff1b\ufe54\ufe14',
  '!\uff01\ufe57\ufe15',
  '?\uff1f\ufe56\ufe16',
  ')\uff09\ufe5a\ufe36',
  '\u00b7\u2022\u2027\u2219\u22c5\u30fb\uff65',
  '\u300a\ufe3d\u226a',
  '\u300b\ufe3e\u226b',
  '\u3008\ufe3f\u2329',
  '\u3009\ufe40\u232a',
  '%\uff05\ufe6a',
];

/**
 * CJK radicals that stand for a whole character, as text taken from PDFs has them,
 * and that Unicode does not decompose (Unicode's EquivalentUnifiedIdeograph names
 * the equivalents; the Kangxi radicals U+2F00–2FD5 decompose and need no table).
 */
export const RADICALS =
  '\u2e81厂\u2e92巳\u2e93幺\u2e9c日\u2e9d月\u2ea0民\u2ea9王\u2eaa疋\u2eab目\u2eac示\u2eb6羊\u2eb7羊\u2eb8羊\u2ebb聿\u2ebc月\u2ebd臼\u2ec1虎\u2ec4西\u2ec5见\u2ec6角\u2ec7角\u2ec9贝\u2ecb车\u2ed1长\u2ed3长\u2ed4门\u2ed7雨\u2ed8青\u2ed9韦\u2eda页\u2edb风\u2edc飞\u2edd食\u2ee1首\u2ee2马\u2ee3骨\u2ee4鬼\u2ee5鱼\u2ee6鸟\u2ee7卤\u2ee8麦\u2ee9黄\u2eea黾\u2eec齐\u2eee齿\u2ef0龙\u2ef1龟\u2ef2龟\u2ef3龟';

/**
 * Characters that fold in most words and stay in some. In traditional text 著 is
 * both 着 (著力) and 著 (著名), 乾 both 干 (乾淨) and 乾 (乾坤), and so on. Each lists
 * the words, in either script, in which the character stays as it is.
 */
export const SPLIT_CHARACTERS: readonly {
  readonly from: string;
  readonly to: string;
  readonly stays: readonly string[];
}[] = [
  {
    from: '著',
    to: '着',
    stays: [
      ...['著名', '著作', '著称', '著稱', '著述', '著者', '著录', '著錄', '著书', '著書', '著有', '著文'],
      ...['名著', '原著', '专著', '專著', '显著', '顯著', '卓著', '昭著', '土著', '巨著', '论著', '論著'],
      ...['编著', '編著', '合著', '译著', '譯著', '遗著', '遺著', '拙著', '较著', '較著', '所著', '新著'],
    ],
  },
  {
    from: '乾',
    to: '干',
    stays: [
      ...['乾坤', '乾隆', '乾嘉', '康乾', '乾卦', '乾元', '乾清', '乾陵', '乾县', '乾縣', '乾道', '乾纲'],
      ...['乾綱', '朝乾', '萧乾', '蕭乾', '魏乾', '乾安', '乾州', '乾象'],
    ],
  },
  { from: '瞭', to: '了', stays: ['瞭望', '瞭哨'] },
  { from: '徵', to: '征', stays: ['魏徵', '宫商角徵', '宮商角徵', '徵羽', '变徵', '變徵', '角徵'] },
  { from: '藉', to: '借', stays: ['慰藉', '狼藉', '枕藉', '蕴藉', '蘊藉', '藉藉'] },
];
