import { ENDINGS } from './ending-rules.ts';
import { NAME_ENDINGS } from './name-rules.ts';
import { CLASS_RULES } from './class-rules.ts';
import { ends, headword, words, type ShapeRule } from './shape-rule.ts';
import type { MatcherEntry } from './dictionary.ts';

/** Given-name characters that make a name of two characters a longer, other name. */
const GIVEN = words(`
  国 华 伟 军 平 民 海 林 云 龙 峰 斌 辉 杰 涛 波 宇 浩 鑫 鹏 飞 宏 志 勇 毅 俊 刚 武 雄 松 柏 德 福 财 玉 英 芳 兰 萍
  娟 敏 静 丽 红 霞 燕 梅 雪 欣 怡 婷 琳 玲 颖 慧 瑞 泽 轩 博 康 义 仁 礼 智 贤 良 才 顺 旺 昌 盛 祥 瑜 琪 瑶 璐 倩 娜 伦 翔 雯 帆 彤 哲 铭 骏 睿 韬 钧
  莉 薇 萱 涵 豪 凯 威 磊 晨 阳 晖 旭 昊 明 亮 光 建 生 根 喜 贵 忠 孝 全 君 奎 魁 尧 舜 禹`);
const AFTER_NAMES = words(
  `国务 国家 国际 国内 国庆 国防 华盛顿 华东 军委 军队 平时 民主 民族 海外 海南 云南 飞抵 飞赴 宏观 武汉 福建 福州 玉树 红色 博鳌 康复 义乌 良好 才能 顺利 盛赞 阳光 明确 明天 明日 明年 明晚 光临 建议 建立 建言 建设 生前 根据 全国 全程 全面 全体 全票 全会 全文 财政 财经 英国 雪中 慧眼 智利 德国 林业 波兰 松花江 贵州 贵阳 忠于 忠诚 志愿`,
);

/**
 * Boundary rules that follow from what a term is and how its form ends or begins, so
 * that an entry has to say only what is particular to it. Data of the compile step;
 * docs/recognition.md explains each rule with examples.
 */
const RULES: readonly ShapeRule[] = [
  ...CLASS_RULES,
  {
    // 网络安全法律顾问, 网络安全法规, 数据安全法务部
    applies: (entry) => entry.kind === 'document' && ends(entry, '法'),
    not: {
      right: words(
        '外 律 规 案 治 制 定 务 学 官 院 庭 令 则 典 系 条 人 门 宝 国 理 盲 医 语 子 郎 师 硕 博 商 老 王',
      ),
    },
    yet: {
      right:
        words(`外商 外资 外国 外部 外交 规定 规范 案例 制定 定义 定于 学习 学会 系列 系统 条文 条款 人人 理论 理解 国内 国家 国务院
        国际 国别 人大 官方 官网 师生 商务 商业 治理`),
    },
  },
  {
    // 公安部门, 教育部署, 教育部分, 工信部队, 省工信部, 教育部办公厅
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '部'),
    not: {
      left: words('省 市 县'),
      right: words('署 门 分 队 位 件 际 落 族 首 级 属 头 类 长会议桌 长官 办公厅'),
    },
    yet: {
      right: words(
        '门户 署名 分管 分别 分工 队伍 位于 件件 首次 首位 首任 首批 首个 首先 属于 类似 际此 门前 头条',
      ),
    },
  },
  {
    // 国家网信办公楼, 网信办事处
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '办'),
    not: {
      right: words('好 成 了 得 完 砸 出 下去 起来 公 事 理 学 法 报 案 班'),
    },
    yet: {
      right: words(
        '成立 成员 成功 了解 出台 出具 出席 出版 完成 完善 得知 得到 公布 公告 公开 公示 公众 公安 公益 公共 公司 公民 公务 公正 公信 公约 理论 理解 理应 事先 事后 法规 学习 报告 报道 案例 法治 法律',
      ),
    },
  },
  {
    // 市场监管总局势, 市场监管总局面
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '局'),
    not: { right: words('势 面 部 限 促 域 中人') },
    yet: { right: words('面向 面对 部署 部长 部门 促进 促成 面临 限期 限制 域名') },
  },
  {
    // 国务院士, 国务院校, 国务院落
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '院'),
    not: { right: words('士 校 落 线 系 墙 子 内外 外') },
    yet: { right: words('系统 系列 线上 线下 外事 校外 士气 子公司') },
  },
  {
    // 十八大行业, 二十大城市: a count of great things is no congress
    applies: (entry) => entry.patterns.some((pattern) => /十[八九]?大$/u.test(pattern)),
    not: {
      left: words(
        '国民 民进 民主 共和 自民 公明 国民党 国民党的 民进党 苏共 古共 越共 法共 日共 前 世界 全球 全省 全市 评选 评出 这 近',
      ),
      right:
        words(`类 门类 行业 板块 产业 经济 城市 新闻 事件 企业 品牌 罗汉 王 名 工程 计划 领域 优势 功能 景点 景区 发现 误区 谣言 难题
        特点 亮点 关键词 热词 热点 电影 强国 国 学科 院校 高校 集团 平台 网站 趋势 变化 重点 任务 指标 问题 案例 作用 港 机场 湖 河 山 碗 盘 项 员 军区 赛
        因素 技术 应用 场景 人物 风险 系列 类别 专题 步 关 措施 举措 行动 专项 市场 作物 车 银行 公司 园 片 馆`),
    },
    yet: {
      left: words('此前 之前 以前 目前 日前 中共'),
      right: words(
        '新闻中心 新闻发 新闻稿 国家 国务 国际 国内 将 关于 关键 河北 河南 湖南 湖北 山东 山西 步入 片',
      ),
    },
  },
  {
    // 四个自信的年轻人: the number counts persons
    applies: (entry) => entry.patterns.some((pattern) => /^[（(]?[一二三四五六七八九十两]/u.test(pattern)),
    not: {
      right: words(
        '年轻人 青年 孩子 人 学生 同学 老人 姑娘 小伙 女孩 男孩 朋友 员工 少年 选手 队员 球员 歌手 手势 动作 笑容 眼神 表情 面孔',
      ).map((word) => `的${word}`),
    },
    yet: { right: words('的人民 的人类 的人文 的青年观') },
  },
  {
    // 5个方面、30个字段
    applies: (entry) => ends(entry, '个字'),
    not: { right: words('段 节 符 母 体 幕 典') },
  },
  {
    // 中国共产党员网
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '党'),
    not: { right: words('人 员 籍 龄') },
    yet: { right: words('人才 人民 人员 人数 人大 人事 人权 人类 员工') },
  },
  {
    // 外国人民团体
    applies: (entry) => headword(entry).startsWith('人民'),
    not: { left: words('外国') },
  },
  {
    // 不上网信中国: 上网 and 信
    applies: (entry) => headword(entry).startsWith('网信'),
    not: { left: words('不上 没上 少上 多上 爱上 想上 要上 断了 断 连了 蹭') },
  },
  {
    // 周四个自信, 星期四个意识: a day of the week before a count
    applies: (entry) => entry.patterns.some((pattern) => /^[（(]?[一二三四五六七八九十两]/u.test(pattern)),
    not: { left: words('周 星期 礼拜 农历初 正月初') },
  },
  {
    // 中央政治局常委会议: 政治局常委 and 会议
    applies: (entry) =>
      entry.kind === 'organisation' && /(?:常委\[会\]|常委会|委员会)$/u.test(entry.patterns.join('\n')),
    not: { right: words('议 合 同 见 谈 场 晤') },
    yet: {
      right: words('议事 议程 议定 议案 同意 同有关 同志 同国 同中 同教 同公 同工 合作 见证 谈到 谈话'),
    },
  },
  {
    // 国家安全带, 网络安全帽
    applies: (entry) => ends(entry, '安全'),
    not: { right: words('带 帽 阀 气囊 座椅 岛 锤 绳 套 期 生产 驾驶 着陆 距离') },
    yet: { right: words('带来 带头 带动 带给 期间 期待 期望 套餐 套路') },
  },
  {
    // 信息化合物, 现代化工企业, 信息化学
    applies: (entry) => ends(entry, '化') && entry.kind !== 'person',
    not: {
      right: words(
        '合物 合反应 学品 学家 学反应 学工业 肥 石 妆 纤 工厂 工企业 工园 工产业 工行业 工原料 工材料 工品 验 装 名登 疗 粪 债 作 解 整为 零为 为文字 为图 为行动 为数字',
      ),
    },
    yet: {
      right: words(
        '验收 验证 装备 装置 疗养 债务 债券 作为 作用 作战 作业 作品 作出 作贡 作表 作引 作示 作支 作保 作了 作答 作的 作新 作更 解决 解读 解析 解释 解放 解答',
      ),
    },
  },
  {
    // 世界互联网大会议题, 数字合作论坛子
    applies: (entry) => entry.kind === 'meeting' && (ends(entry, '会') || ends(entry, '会议')),
    not: { right: words('员 计 诊 馆 厅 室 场内外') },
    yet: { right: words('员工 计划 室外') },
  },
  {
    // 蔡奇峰, 韩正华: other persons
    applies: (entry) => entry.kind === 'person' && [...headword(entry)].length === 2,
    not: { right: GIVEN },
    yet: { right: AFTER_NAMES },
  },
  {
    // 赵乐际春, 庄荣文彬: other persons with four characters, by those that begin no common word
    applies: (entry) => entry.kind === 'person' && [...headword(entry)].length === 3,
    not: {
      right: words(
        '平 林 彬 斌 春 萍 娟 芳 琳 玲 鹏 杰 磊 涛 轩 婷 莉 娜 豪 琪 瑶 倩 璐 萱 涵 昊 鑫 浩 俊 燕 霞 梅',
      ),
    },
    yet: {
      right: words(
        '平易 平等 平静 平时 平日 平素 平和 林业 林区 林场 春节 春季 春天 春耕 春运 春风 杰出 涛声 豪迈 豪情 浩瀚 浩然 俊杰 霞光 梅花',
      ),
    },
  },
  {
    // 大王沪宁线
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('王'),
    not: { left: words('大 女 国 霸 帝') },
    yet: {
      left: words('人大 十大 九大 八大 扩大 重大 强大 中国 全国 我国 各国 两国 外国 英国 美国 法国 德国'),
    },
  },
  {
    // 奠基石泰峰
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('石'),
    not: { left: words('基 岩 矿 钻 宝 玉 滚 磐 陨 礁') },
  },
  {
    // 如何立峰, 任何, 几何, 为何
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('何'),
    not: { left: words('如 任 几 缘 为 有 无') },
    yet: {
      left: words(
        '主任 担任 出任 就任 兼任 现任 前任 继任 新任 时任 委任 任任 认为 作为 成为 因为 以为 并为 还有 没有 只有',
      ),
    },
  },
  {
    // 孙吴政隆盛
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('吴'),
    not: { left: words('孙 东') },
    yet: { left: words('广东 山东 胶东 华东 房东 股东') },
  },
  {
    // 板栗战书
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('栗'),
    not: { left: words('板 毛 炒 糖 醋') },
    yet: { left: words('老板 同志') },
  },
  {
    // 吹了半天牛一兵
    applies: (entry) => entry.kind === 'person' && headword(entry).startsWith('牛'),
    not: { left: words('吹 半天 头 黄 水 奶 公 母 蜗'), right: words('一卒 一将') },
    yet: { left: words('街头 一头 牵头 带头') },
  },
];

/** The boundary rules of an entry's shape. */
export function shapeRules(entry: MatcherEntry): Pick<MatcherEntry, 'not' | 'yet' | 'only'>[] {
  const last = headword(entry).slice(-1);
  const endings = [
    ...NAME_ENDINGS.filter(([characters]) => entry.kind === 'person' && characters.includes(last)),
    ...ENDINGS.filter(([ending]) => ends(entry, ending)),
  ].map(([, not, yet = '']) => ({ not: { right: words(not) }, yet: { right: words(yet) } }));
  return [
    ...RULES.filter(({ applies }) => applies(entry)).map(({ not, yet, only }) => ({ not, yet, only })),
    ...endings,
  ];
}
