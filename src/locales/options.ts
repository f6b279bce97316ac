/** The options page. Each string in English and in Chinese; $1, $2 … are what is filled in. */
export const OPTIONS = {
  optionsTitle: ['Tifa options', 'Tifa 选项'],
  optionsSaved: [
    'What you change here takes effect at once, in every open page.',
    '改动立即生效，已打开的页面也一样。',
  ],
  optionsMarks: ['Marks', '标记'],
  optionsMarksNote: [
    'Terms of a kind that is not marked are still counted and found by look-up.',
    '不标出的类别仍会计数，也仍可查到。',
  ],
  optionsTint: ['Tint behind formulations', '提法加底色'],
  optionsSites: ['Sites', '网站'],
  optionsBundled: ['Read from the start: the sites of the source texts', '安装后即读取：所收文本的网站'],
  optionsAdded: ['Added by you', '您添加的网站'],
  optionsAddedNone: [
    'None. On any other page, open Tifa from the toolbar to add its site or to read that page once.',
    '无。在其他网页上，可从工具栏打开 Tifa，添加该网站，或只读取一次。',
  ],
  optionsRemoveSite: ['Remove', '移除'],
  optionsRemoveSiteName: ['Remove $1', '移除 $1'],
  optionsOff: ['Switched off by you', '您关闭的网站和页面'],
  optionsOffNone: ['None.', '无。'],
  optionsSwitchOn: ['Switch on', '打开'],
  optionsSwitchOnName: ['Switch on $1', '打开 $1'],
  optionsObjections: ['Not marked', '不标出的内容'],
  optionsObjectionsNone: [
    'None. On a card you can say that a term is never to be marked, or that one place is wrong.',
    '无。可在卡片上选择不再标出某个词条，或指出某一处有误。',
  ],
  optionsWrongPlace: ['$1 on $2', '$2：$1'],
  optionsMarkAgain: ['Mark again', '重新标出'],
  optionsMarkAgainName: ['Mark again: $1', '重新标出：$1'],
  optionsPermissionMenus: ['Context menu', '右键菜单'],
  optionsPermissionMenusWhy: [
    'To offer “Look up in Tifa” for selected text.',
    '为选中的文字提供“在 Tifa 中查”。',
  ],
  optionsPrivacy: ['Permissions and privacy', '权限与隐私'],
  optionsPrivacyLead: [
    'Everything happens on this device. Tifa sends nothing anywhere and loads nothing from the network.',
    '一切都在本机完成。Tifa 不向任何地方发送数据，也不从网络加载任何内容。',
  ],
  optionsPermissionHosts: ['Sites', '网站'],
  optionsPermissionHostsWhy: [
    'To read the text of pages there and mark terms in it. The page itself is not changed.',
    '读取网页文字并标出词条。网页本身不会被改动。',
  ],
  optionsPermissionActiveTab: ['The current page', '当前页面'],
  optionsPermissionActiveTabWhy: [
    'To read a page of another site once, when you click Tifa’s button and ask for it.',
    '您点击 Tifa 按钮并要求时，读取一次其他网站的页面。',
  ],
  optionsPermissionStorage: ['Storage', '存储'],
  optionsPermissionStorageWhy: ['To remember your choices on this device.', '在本机记住您的选择。'],
  optionsPermissionScripting: ['Scripting', '脚本'],
  optionsPermissionScriptingWhy: [
    'To load the card only when you open one, to read the sites that you add, and to change how marks look.',
    '打开卡片时才载入卡片；读取您添加的网站；改变标记的样式。',
  ],
  optionsReadableByPage: [
    'A page can ask the browser which of its words are marked. That says nothing about you as long as only bundled terms are marked.',
    '网页可以向浏览器查询哪些文字被标出。只要标出的都是内置词条，就不会透露您的任何信息。',
  ],
  optionsVersion: ['Version $1', '版本 $1'],
} as const;
