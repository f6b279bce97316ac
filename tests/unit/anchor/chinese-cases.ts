import { chain, edit, order, type PageHasChanged } from './cases.ts';

/** A report in the manner of the genre; its sentences are our own. */
export const CHINESE = `全省网信工作会议在长河市召开
本报长河3月12日电 （记者林晓舟）全省网信工作会议12日在长河市召开。会议深入学习贯彻党的二十大精神，总结过去一年工作，研究部署下一阶段重点任务。
会议指出，过去一年，全省网信系统坚持党管互联网，坚持网信为民，持续净化网络空间，推动网络综合治理体系不断完善，各项工作取得新成效。
会议强调，要深刻领会“十个坚持”重要原则，切实把思想和行动统一到中央决策部署上来。要坚持防范化解风险，守住安全底线，压实主体责任。
会议要求，要加快推进数字乡村建设，到2025年底实现行政村5G网络全覆盖，建成示范村120个，培训新农人3.6万人次。
会议还要求，必须坚持依法管网、依法办网、依法上网，让互联网在法治轨道上健康运行。
与会代表围绕平台治理、未成年人保护、数据安全等议题作了交流发言。
有关部门负责同志，各市州党委网信办主任，部分高校和企业代表参加会议。`;

const SENTENCE = '要坚持防范化解风险，守住安全底线，压实主体责任。';
const VILLAGES = '要加快推进数字乡村建设，到2025年底实现行政村5G网络全覆盖，建成示范村120个';

/** The traditional form of {@link CHINESE}, as a converter of scripts makes it. */
const TRADITIONAL = `全省網信工作會議在長河市召開
本報長河3月12日電 （記者林曉舟）全省網信工作會議12日在長河市召開。會議深入學習貫徹黨的二十大精神，總結過去一年工作，研究部署下一階段重點任務。
會議指出，過去一年，全省網信系統堅持黨管互聯網，堅持網信為民，持續淨化網絡空間，推動網絡綜合治理體系不斷完善，各項工作取得新成效。
會議強調，要深刻領會「十個堅持」重要原則，切實把思想和行動統一到中央決策部署上來。要堅持防範化解風險，守住安全底線，壓實主體責任。
會議要求，要加快推進數字鄉村建設，到2025年底實現行政村5G網絡全覆蓋，建成示範村120個，培訓新農人3.6萬人次。
會議還要求，必須堅持依法管網、依法辦網、依法上網，讓互聯網在法治軌道上健康運行。
與會代表圍繞平台治理、未成年人保護、數據安全等議題作了交流發言。
有關部門負責同志，各市州黨委網信辦主任，部分高校和企業代表參加會議。`;

/** Two paragraphs that share a long run of words, and a third place with a part of it. */
const TWINS = `要点：会议强调，全系统要坚持稳中求进，把安全发展贯穿各领域，持续提升治理效能，为全省高质量发展提供有力支撑。
正文第一部分介绍了去年的主要进展，数据来自各市州报送的材料。
省委网信委在通报中说，全系统要坚持稳中求进，把安全发展贯穿各领域，持续提升治理效能，为全省高质量发展提供有力支撑，并将结果纳入考核。
第三部分列出了今年的时间表和责任单位。`;

/** The same formula ends two speakers' sentences. */
const FORMULA = `市长周明远说，我们将尽快补齐短板，深入贯彻省委关于网络安全工作的部署要求，年内完成两项整改。
企业代表介绍了数据分级的做法，并现场演示了系统。
局长何立秋说，我们将逐户走访听取意见，深入贯彻省委关于网络安全工作的部署要求，下月公布首批名单。`;

/** A digest whose items are parted by the same line, as on many sites. */
const DIGEST = `本期摘要收录各地近期工作动态，按报送时间先后排列。
点击查看本条原文链接
东湖区组织网络安全知识竞赛，三十所中学的四百名学生参加，获奖名单将在月底公布。
点击查看本条原文链接
西岭县建成应急指挥平台，接入水务、气象和交通三部门的数据，值班人员实行轮岗。
点击查看本条原文链接
南滨市开展个人信息保护专项检查，约谈企业十二家，责令限期整改问题五十三项。
点击查看本条原文链接
北川镇举办老年人数字技能培训班，志愿者逐一讲解预约挂号和防诈骗常识。
点击查看本条原文链接`;

/** Some paragraphs after a line that stands before others too. */
const SIGNED = `本报综合各市州报道，本栏目每周刊出一次，欢迎来稿。
以下内容由通讯员供稿
东湖区组织网络安全知识竞赛，三十所中学的四百名学生参加，获奖名单将在月底公布。
西岭县建成应急指挥平台，接入水务、气象和交通三部门的数据，值班人员实行轮岗。
以下内容由通讯员供稿
南滨市开展个人信息保护专项检查，约谈企业十二家，责令限期整改问题五十三项。`;

const segmented = (page: string): string =>
  page
    .split('\n')
    .map((block) =>
      [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(block)]
        .map(({ segment }) => segment.trim())
        .filter((word) => word !== '')
        .join(' '),
    )
    .join('\n');

export const CHINESE_CASES: readonly PageHasChanged[] = [
  // What stands around the words stands elsewhere too.
  {
    name: 'an item of a digest comes first, and the same line stands before and after it as before',
    page: DIGEST,
    quote: '约谈企业十二家，责令限期整改问题五十三项',
    change: order(0, 1, 6, 3, 2, 5, 4, 7, 8, 9),
    state: 'moved',
  },
  {
    name: 'another item of the digest is taken out, and the same lines stand around this one',
    page: DIGEST,
    quote: '约谈企业十二家，责令限期整改问题五十三项',
    change: order(0, 1, 4, 5, 6, 7, 8, 9),
    state: 'exact',
  },
  {
    name: 'the items around it have changed places, and this one has not',
    page: DIGEST,
    quote: '值班人员实行轮岗',
    change: order(0, 1, 6, 3, 4, 5, 2, 7, 8, 9),
    state: 'exact',
  },
  {
    name: 'a paragraph comes last, after a line like the one that stood before it',
    page: SIGNED,
    quote: '三十所中学的四百名学生参加',
    change: order(0, 1, 3, 4, 2, 5),
    state: 'moved',
  },
  {
    name: 'a paragraph is put between, after the same line',
    page: SIGNED,
    quote: '约谈企业十二家，责令限期整改问题五十三项',
    change: edit(['南滨市', '中州区发布季度通报。\n南滨市']),
    state: 'exact',
  },
  // Nothing of the text has changed.
  { name: 'nothing', quote: SENTENCE, change: (page) => page, state: 'exact' },
  { name: 'a short formulation, nothing', quote: '十个坚持', change: (page) => page, state: 'exact' },
  {
    name: 'the whole page in traditional script',
    quote: SENTENCE,
    change: () => TRADITIONAL,
    state: 'exact',
    on: '要堅持防範化解風險，守住安全底線，壓實主體責任。',
  },
  {
    name: 'a short formulation, the whole page in traditional script, other quotation marks',
    quote: '“十个坚持”',
    change: () => TRADITIONAL,
    state: 'exact',
    on: '「十個堅持」',
  },
  {
    name: 'a page read in traditional script is shown in simplified',
    page: TRADITIONAL,
    quote: '堅持網信為民，持續淨化網絡空間',
    change: () => CHINESE,
    state: 'exact',
    on: '坚持网信为民，持续净化网络空间',
  },
  {
    name: 'every word set apart by a space',
    quote: '持续净化网络空间，推动网络综合治理体系不断完善',
    change: segmented,
    state: 'exact',
    on: segmented('持续净化网络空间，推动网络综合治理体系不断完善'),
  },
  {
    name: 'a short formulation, every word set apart by a space',
    quote: '坚持党管互联网',
    change: segmented,
    state: 'exact',
    on: segmented('坚持党管互联网'),
  },
  {
    name: 'words that were set apart no longer are',
    page: segmented(CHINESE),
    quote: segmented('研究部署下一阶段重点任务'),
    change: () => CHINESE,
    state: 'exact',
    on: '研究部署下一阶段重点任务',
  },
  {
    name: 'half-width punctuation throughout',
    quote: SENTENCE,
    change: (page) => page.replaceAll('，', ',').replaceAll('（', '(').replaceAll('）', ')'),
    state: 'exact',
    on: '要坚持防范化解风险,守住安全底线,压实主体责任。',
  },
  {
    name: 'corner brackets for quotation marks',
    quote: '深刻领会“十个坚持”重要原则',
    change: edit(['“十个坚持”', '「十个坚持」']),
    state: 'exact',
    on: '深刻领会「十个坚持」重要原则',
  },
  {
    name: 'indented paragraphs',
    quote: VILLAGES,
    change: (page) => page.replaceAll('\n', '\n\u3000\u3000'),
    state: 'exact',
  },
  {
    name: 'empty blocks between the paragraphs',
    quote: VILLAGES,
    change: (page) => page.replaceAll('\n', '\n \n'),
    state: 'exact',
  },
  {
    name: 'zero-width characters and soft hyphens sown in',
    quote: '压实主体责任',
    change: edit(['压实主体责任', '压实\u200b主体\u00ad责任']),
    state: 'exact',
    on: '压实\u200b主体\u00ad责任',
  },
  {
    name: 'full-width digits and letters',
    quote: '到2025年底实现行政村5G网络全覆盖',
    change: edit(['2025', '２０２５'], ['5G', '５Ｇ']),
    state: 'exact',
    on: '到２０２５年底实现行政村５Ｇ网络全覆盖',
  },

  // Blocks are cut and joined otherwise.
  {
    name: 'the paragraph is split before the words',
    quote: SENTENCE,
    change: edit(['上来。要坚持', '上来。\n要坚持']),
    state: 'exact',
  },
  {
    name: 'the paragraph is split inside the words',
    quote: SENTENCE,
    change: edit(['化解风险，守住', '化解风险，\n守住']),
    state: 'exact',
    on: '要坚持防范化解风险，\n守住安全底线，压实主体责任。',
  },
  {
    name: 'two paragraphs become one',
    quote: SENTENCE,
    change: edit(['主体责任。\n会议要求', '主体责任。会议要求']),
    state: 'exact',
  },
  {
    name: 'words across two paragraphs, which become one',
    quote: '各项工作取得新成效。\n会议强调，要深刻领会',
    change: edit(['新成效。\n会议', '新成效。会议']),
    state: 'exact',
    on: '各项工作取得新成效。会议强调，要深刻领会',
  },
  {
    name: 'all paragraphs become one',
    quote: '坚持网信为民',
    change: (page) => page.replaceAll('\n', ''),
    state: 'exact',
  },
  {
    name: 'a line break for every line of a narrow column',
    quote: VILLAGES,
    change: (page) => page.replace(/(.{17})(?=.)/gu, '$1\n'),
    state: 'exact',
    on: VILLAGES.replace(/(.{12})(.{17})(.*)/u, '$1\n$2\n$3'),
  },

  // Text comes and goes around the words.
  {
    name: 'a paragraph inserted at the beginning',
    quote: SENTENCE,
    change: (page) => `来源：长河日报 发布时间：2025年3月13日 责任编辑：方禾\n${page}`,
    state: 'exact',
  },
  {
    name: 'a long navigation before the article',
    quote: '十个坚持',
    change: (page) =>
      `${Array.from({ length: 40 }, (_, i) => `栏目${String(i)}\u3000更多要闻`).join('\n')}\n${page}`,
    state: 'exact',
  },
  {
    name: 'a paragraph inserted just before',
    quote: VILLAGES,
    change: edit(['\n会议要求', '\n省政府副省长出席会议并讲话。\n会议要求']),
    state: 'exact',
  },
  {
    name: 'a paragraph inserted just after',
    quote: '压实主体责任。',
    change: edit(['压实主体责任。\n', '压实主体责任。\n省政府副省长出席会议并讲话。\n']),
    state: 'exact',
  },
  {
    name: 'an advertisement inside the paragraph, before the words',
    quote: SENTENCE,
    change: edit([SENTENCE, `【广告】下载客户端，第一时间获取更多本地资讯和服务信息${SENTENCE}`]),
    state: 'exact',
  },
  {
    name: 'the paragraph before taken out',
    quote: VILLAGES,
    change: order(0, 1, 2, 4, 5, 6, 7),
    state: 'exact',
  },
  {
    name: 'everything but the paragraph taken out',
    quote: SENTENCE,
    change: order(3),
    state: 'exact',
  },
  {
    name: 'the sentence before rewritten',
    quote: SENTENCE,
    change: edit(['切实把思想和行动统一到中央决策部署上来。', '自觉用以指导实践、推动各项工作落实见效。']),
    state: 'exact',
  },
  {
    name: 'the sentences before and after lightly edited',
    quote: '坚持网信为民',
    change: edit(['过去一年，全省', '一年来，全省'], ['持续净化', '不断净化']),
    state: 'exact',
  },
  {
    name: 'a footnote mark after a word before',
    quote: '压实主体责任',
    change: edit(['安全底线，', '安全底线[3]，']),
    state: 'exact',
  },
  {
    name: 'a term spelled out before the words',
    quote: '切实把思想和行动统一到中央决策部署上来',
    change: edit(['要深刻领会“十个坚持”重要原则', '要深刻领会和准确把握“十个坚持”这一重要原则']),
    state: 'exact',
  },
  {
    name: 'the rest of the page rewritten, a long sentence stays',
    quote: VILLAGES,
    change: () => `一图读懂数字乡村行动\n重点一\n${VILLAGES}，各地抓紧落实。\n重点二\n加强平台监管。`,
    state: 'moved',
  },

  // The words move.
  {
    name: 'the paragraph moved to the end',
    quote: SENTENCE,
    change: order(0, 1, 2, 4, 5, 6, 7, 3),
    state: 'moved',
  },
  {
    name: 'the paragraph moved up to the beginning',
    quote: VILLAGES,
    change: order(0, 4, 1, 2, 3, 5, 6, 7),
    state: 'moved',
  },
  {
    name: 'two paragraphs change places, the first',
    quote: '坚持党管互联网',
    change: order(0, 1, 3, 2, 4, 5, 6, 7),
    state: 'moved',
  },
  {
    name: 'two paragraphs change places, the second',
    quote: '“十个坚持”',
    change: order(0, 1, 3, 2, 4, 5, 6, 7),
    state: 'moved',
  },
  {
    name: 'another paragraph moved away from before it',
    quote: SENTENCE,
    change: order(0, 1, 3, 4, 5, 6, 7, 2),
    state: 'exact',
  },
  {
    name: 'the sentence moved into another paragraph',
    quote: SENTENCE,
    change: chain(edit([SENTENCE, '']), edit(['作了交流发言。', `作了交流发言。${SENTENCE}`])),
    state: 'moved',
  },
  {
    name: 'the clauses of a sentence change places',
    quote: '守住安全底线',
    change: edit([
      '要坚持防范化解风险，守住安全底线，压实主体责任。',
      '要守住安全底线，坚持防范化解风险，压实主体责任。',
    ]),
    state: 'exact',
  },
  {
    name: 'the paragraph moved, and the page in traditional script',
    quote: SENTENCE,
    change: () => order(0, 1, 2, 4, 5, 6, 7, 3)(TRADITIONAL),
    state: 'moved',
    on: '要堅持防範化解風險，守住安全底線，壓實主體責任。',
  },

  // The words are edited.
  {
    name: 'a figure corrected',
    quote: VILLAGES,
    change: edit(['示范村120个', '示范村130个']),
    state: 'changed',
    on: '要加快推进数字乡村建设，到2025年底实现行政村5G网络全覆盖，建成示范村130个',
  },
  {
    name: 'a word replaced by another',
    quote: SENTENCE,
    change: edit(['守住安全底线', '筑牢安全底线']),
    state: 'changed',
    on: '要坚持防范化解风险，筑牢安全底线，压实主体责任。',
  },
  {
    name: 'a word put in',
    quote: SENTENCE,
    change: edit(['要坚持防范', '要始终坚持防范']),
    state: 'changed',
    on: '要始终坚持防范化解风险，守住安全底线，压实主体责任。',
  },
  {
    name: 'a word taken out',
    quote: '会议强调，要深刻领会“十个坚持”重要原则，切实把思想和行动统一',
    change: edit(['，切实把', '，把']),
    state: 'changed',
    on: '会议强调，要深刻领会“十个坚持”重要原则，把思想和行动统一',
  },
  {
    name: 'the first character edited',
    quote: '持续净化网络空间，推动网络综合治理体系不断完善',
    change: edit(['持续净化', '接续净化']),
    state: 'changed',
    on: '接续净化网络空间，推动网络综合治理体系不断完善',
  },
  {
    name: 'the last character edited',
    quote: '持续净化网络空间，推动网络综合治理体系不断完善',
    change: edit(['不断完善', '不断完备']),
    state: 'changed',
    on: '持续净化网络空间，推动网络综合治理体系不断完备',
  },
  {
    name: 'commas become enumeration commas',
    quote: SENTENCE,
    change: edit(['化解风险，守住安全底线，压实', '化解风险、守住安全底线、压实']),
    state: 'changed',
    on: '要坚持防范化解风险、守住安全底线、压实主体责任。',
  },
  {
    name: 'a misprint corrected in the words and the sentence before edited',
    quote: VILLAGES,
    change: edit(['会议要求，要加快', '会议明确，要加快'], ['全覆盖', '全复盖']),
    state: 'changed',
    on: '要加快推进数字乡村建设，到2025年底实现行政村5G网络全复盖，建成示范村120个',
  },
  {
    name: 'edited, in traditional script',
    quote: SENTENCE,
    change: () => edit(['守住安全底線', '築牢安全底線'])(TRADITIONAL),
    state: 'changed',
    on: '要堅持防範化解風險，築牢安全底線，壓實主體責任。',
  },
  {
    name: 'edited, in a paragraph that moved',
    quote: VILLAGES,
    change: chain(edit(['示范村120个', '示范村130个']), order(0, 4, 1, 2, 3, 5, 6, 7)),
    state: 'changed',
    on: '要加快推进数字乡村建设，到2025年底实现行政村5G网络全覆盖，建成示范村130个',
  },
  {
    name: 'more than a tenth edited',
    quote: SENTENCE,
    change: edit(['防范化解风险，守住安全底线', '排查整治隐患，筑牢安全防线']),
    state: 'gone',
  },
  {
    name: 'one character of eight edited',
    quote: '守住安全底线，压',
    change: edit(['守住安全底线，压', '守好安全底线，压']),
    state: 'gone',
  },
  {
    name: 'one character of a short formulation edited',
    quote: '十个坚持',
    change: edit(['十个坚持', '九个坚持']),
    state: 'gone',
  },

  // The words are deleted.
  { name: 'the sentence deleted', quote: SENTENCE, change: edit([SENTENCE, '']), state: 'gone' },
  { name: 'the paragraph deleted', quote: VILLAGES, change: order(0, 1, 2, 3, 5, 6, 7), state: 'gone' },
  {
    name: 'a deleted 十个坚持 is not put onto 必须坚持',
    quote: '十个坚持',
    change: edit(['“十个坚持”重要原则', '重要原则']),
    state: 'gone',
  },
  {
    name: 'a deleted 十个坚持 is not put onto one in another article',
    quote: '十个坚持',
    change: edit(
      ['“十个坚持”重要原则', '重要原则'],
      ['交流发言。', '交流发言。相关阅读：一图看懂“十个坚持”'],
    ),
    state: 'gone',
  },
  {
    name: 'a deleted formulation is not put onto its like in the next paragraph',
    quote: '依法办网',
    change: edit(['依法管网、依法办网、依法上网', '依法管网、依法上网']),
    state: 'gone',
  },
  {
    name: 'a deleted sentence is not put onto a similar one nearby',
    quote: '会议要求，要加快推进数字乡村建设',
    change: edit(
      ['会议要求，要加快推进数字乡村建设，', '会议要求，'],
      ['会议还要求，', '会议还要求，要加快推进数字政府建设，'],
    ),
    state: 'gone',
  },
  {
    name: 'the page is another article of the same kind',
    quote: '坚持党管互联网',
    change: () =>
      '全市数据工作会议召开\n会议强调，要坚持党管数据，坚持服务为民，加快培育数据市场，完善流通规则。\n会议还研究了机构设置等事项。',
    state: 'gone',
  },
  { name: 'the page is empty', quote: SENTENCE, change: () => '', state: 'gone' },
  {
    name: 'the page says that the article was taken down',
    quote: '十个坚持',
    change: () => '您访问的文章不存在或已被删除，3秒后返回首页。',
    state: 'gone',
  },
  {
    name: 'a name deleted, a longer name with it stays elsewhere',
    quote: '网信办主任',
    change: edit(['各市州党委网信办主任，', ''], ['等议题', '等议题同网信办主任助理']),
    state: 'gone',
  },
  {
    name: 'two words meet across a new block edge and make the formulation by chance',
    quote: '网信为民',
    change: edit(
      ['坚持网信为民，', ''],
      ['作了交流发言。', '作了交流发言，主持人来自网信\n为民服务中心同日揭牌。'],
    ),
    state: 'gone',
  },
  {
    name: 'a clause space makes the formulation by chance',
    quote: '数据安全',
    change: edit(['、数据安全等', '等'], ['长河市召开\n', '长河市召开\n共享公共数据　安全使用网络\n']),
    state: 'gone',
  },

  // The words stand more than once.
  {
    name: 'twins: the second, an insertion before both',
    page: TWINS,
    quote: '把安全发展贯穿各领域',
    nth: 1,
    change: (page) => `编者按：这是一份通报的摘要。\n${page}`,
    state: 'exact',
    onNth: 1,
  },
  {
    name: 'twins: the first, an insertion that puts the second where the first was',
    page: TWINS,
    quote: '把安全发展贯穿各领域',
    nth: 0,
    change: (page) => `${'这是一段新加的导语，说明通报的背景。'.repeat(5)}\n${page}`,
    state: 'exact',
    onNth: 0,
  },
  {
    name: 'twins: the second deleted with its paragraph',
    page: TWINS,
    quote: '把安全发展贯穿各领域',
    nth: 1,
    change: order(0, 1, 3),
    state: 'gone',
  },
  {
    name: 'twins: the first deleted with its paragraph',
    page: TWINS,
    quote: '全系统要坚持稳中求进，把安全发展贯穿各领域，持续提升治理效能',
    nth: 0,
    change: order(1, 2, 3),
    state: 'gone',
  },
  {
    name: 'twins: the first edited, the second as it was',
    page: TWINS,
    quote: '全系统要坚持稳中求进，把安全发展贯穿各领域，持续提升治理效能',
    nth: 0,
    change: edit(['把安全发展', '将安全发展']),
    state: 'changed',
    on: '全系统要坚持稳中求进，将安全发展贯穿各领域，持续提升治理效能',
  },
  {
    name: 'a formula of two speakers: the second speaker’s, whose paragraph moved up',
    page: FORMULA,
    quote: '深入贯彻省委关于网络安全工作的部署要求',
    nth: 1,
    change: order(2, 0, 1),
    state: 'moved',
    onNth: 0,
  },
  {
    name: 'a formula of two speakers: the second speaker’s sentence deleted',
    page: FORMULA,
    quote: '深入贯彻省委关于网络安全工作的部署要求',
    nth: 1,
    change: order(0, 1),
    state: 'gone',
  },
  {
    name: 'a formula of two speakers: the first speaker’s sentence edited around it',
    page: FORMULA,
    quote: '深入贯彻省委关于网络安全工作的部署要求',
    nth: 0,
    change: edit(['尽快补齐短板', '抓紧补齐短板'], ['年内完成', '年底前完成']),
    state: 'exact',
    onNth: 0,
  },
  {
    name: 'a summary that repeats the sentence is put above',
    quote: SENTENCE,
    change: (page) => `提要：${SENTENCE}\n${page}`,
    state: 'exact',
    onNth: 1,
  },
  {
    name: 'the article twice on the page, as for printing',
    quote: SENTENCE,
    change: (page) => `${page}\n${page}`,
    state: 'exact',
    onNth: 0,
  },
  {
    name: 'a common word, the paragraphs before it moved',
    quote: '会议',
    nth: 4,
    change: order(0, 2, 1, 3, 4, 5, 6, 7),
    state: 'exact',
    onNth: 4,
  },
  {
    name: 'the last full stop, and another comes to stand just where it stood',
    quote: '。',
    nth: CHINESE.split('。').length - 2,
    change: (page) => `${page.replace('总结过去一年工作，研究', '总结过去一年工作研究')}。会后播放了短片`,
    state: 'exact',
    onNth: CHINESE.split('。').length - 2,
  },
];
