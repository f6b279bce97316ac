/** The manifest, the badge, commands and menus. Each string in English and in Chinese; $1, $2 … are what is filled in. */
export const GENERAL = {
  extensionName: ['Tifa 提法', 'Tifa 提法'],
  extensionDescription: [
    'A reading aid for Chinese policy news: recognises set formulations and names, and quotes where they come from.',
    '中文政策新闻阅读助手：识别固定提法和名称，并引述出处原文。',
  ],
  badgeTitle: ['Tifa 提法: $1 terms on this page', 'Tifa 提法：本页有$1处'],
  stepAnnounce: ['$1, $2 of $3 terms on this page', '$1，本页第$2处，共$3处'],
  commandNext: ['Next term on the page', '本页下一处'],
  commandPrevious: ['Previous term on the page', '本页上一处'],
  commandOpen: ['Open the card of the current term', '打开当前词条的卡片'],
  lookupMenu: ['Look up “%s” in Tifa', '在 Tifa 中查“%s”'],
} as const;
