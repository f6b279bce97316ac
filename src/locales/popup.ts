/** The toolbar popup. Each string in English and in Chinese; $1, $2 … are what is filled in. */
export const POPUP = {
  kindPrinciple: ['Formulations', '提法'],
  kindConcept: ['Concepts', '概念'],
  kindPerson: ['Persons', '人物'],
  kindOrganisation: ['Organisations', '机构'],
  kindMeeting: ['Meetings', '会议'],
  kindDocument: ['Documents', '文件'],
  kindCampaign: ['Campaigns', '活动'],
  popupNotRead: ['Tifa does not read this page.', 'Tifa 不读取这个页面。'],
  popupNotReadEver: ['Browsers let no extension read this page.', '浏览器不允许任何扩展读取这个页面。'],
  popupReadOnce: ['Read this page once', '读取一次'],
  popupReadAlways: ['Always read $1', '始终读取 $1'],
  popupReadHint: [
    'Tifa reads a site only when you allow it. You can take that back in the options.',
    'Tifa 只在您允许时读取网站，可随时在选项中撤回。',
  ],
  popupReadBundledHint: [
    'This is a site of the source texts, but the browser has not allowed it yet, or the page was open before Tifa was installed.',
    '这是所收文本的网站，但浏览器尚未允许，或者页面在安装 Tifa 之前已打开。',
  ],
  popupNothing: ['No term of the bundled texts is on this page.', '本页没有所收文本中的词条。'],
  popupOff: ['Switched off here.', '在这里已关闭。'],
  popupOnThisPage: ['On this page', '本页'],
  popupSets: ['Sets', '成组提法'],
  popupSetMembers: ['$1 of $2', '$2项中的$1项'],
  popupSwitchPage: ['Mark terms on this page', '在本页标出'],
  popupSwitchSite: ['Mark terms on $1', '在$1标出'],
} as const;
