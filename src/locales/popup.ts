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
  popupNotReadHint: [
    'It reads the sites of its source texts: 4hou.com, 12377.cn, people.com.cn, cctv.com, 12371.cn. If this is one of them, reload the page.',
    '它读取所收文本的网站：4hou.com、12377.cn、people.com.cn、cctv.com、12371.cn。如果这个页面属于其中之一，请重新载入。',
  ],
  popupNothing: ['No term of the bundled texts is on this page.', '本页没有所收文本中的词条。'],
  popupOff: ['Switched off here.', '在这里已关闭。'],
  popupOnThisPage: ['On this page', '本页'],
  popupSets: ['Sets', '成组提法'],
  popupSetMembers: ['$1 of $2', '$2项中的$1项'],
  popupSwitchPage: ['Mark terms on this page', '在本页标出'],
  popupSwitchSite: ['Mark terms on $1', '在$1标出'],
} as const;
