/** The side panel. Each string in English and in Chinese; $1, $2 … are what is filled in. */
export const PANEL = {
  panelTitle: ['Tifa 提法', 'Tifa 提法'],
  panelSections: ['Sections', '分区'],
  panelNotes: ['Notes', '笔记'],
  panelNotRead: ['Tifa does not read this page.', 'Tifa 不读取这个页面。'],
  panelNotReadHint: [
    'Notes can be taken on pages that it reads. If this is one of them, reload the page.',
    '在它读取的页面上可以记笔记。如果这个页面属于其中之一，请重新载入。',
  ],
  panelNone: ['No notes on this page yet.', '本页还没有笔记。'],
  panelNoneHint: [
    'Select some words on the page, or open the card of a term.',
    '在页面上选中文字，或打开词条卡片，即可记笔记。',
  ],
  panelLooking: ['Looking for the places of your notes', '正在查找笔记的位置'],
  panelGo: ['Show on the page: $1', '在页面上显示：$1'],
  panelOnPage: ['On this page', '本页'],
  panelOnTerm: ['On the term', '词条'],
  panelGoneTitle: ['Not found on this page', '本页未找到'],
  panelGoneHint: [
    'The words these notes are on are no longer here, or not with certainty. To attach one again, select its words on the page.',
    '这些笔记所在的文字已不在本页，或无法确定。要重新关联，请在页面上选中相应文字。',
  ],
  panelAttach: ['Attach to selection', '关联到选中文字'],
  panelAttachNone: ['Nothing is selected on the page.', '页面上没有选中文字。'],
  panelAttached: ['Attached.', '已关联。'],
  panelDrafts: ['Unfinished', '未写完'],
  panelContinue: ['Continue', '继续写'],
  panelExport: ['Export the notes of this page', '导出本页笔记'],
  panelPersisted: ['Kept by the browser even when the disk is full.', '磁盘已满时浏览器也会保留笔记。'],
  panelNotPersisted: [
    'The browser may delete notes when the disk is full. Export them from time to time.',
    '磁盘已满时浏览器可能删除笔记，请定期导出。',
  ],
} as const;
