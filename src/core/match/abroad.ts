import { words } from './shape-rule.ts';

/** What is said of another country when one is known from before. */
export const THAT_COUNTRY = words(
  '美方 日方 韩方 英方 欧方 俄方 印方 越方 外国 他国 各国 该国 台湾地区 某国 邻国 别国 本国 敌国 多国 两国 异国',
);

/**
 * Countries and the like, whose own laws and offices are not ours. Endings of their names
 * stand for many: 斯坦, 尼亚, 利亚.
 */
export const COUNTRIES = words(`
  美国 英国 德国 法国 日本 韩国 朝鲜 欧盟 欧洲 俄罗斯 印度 印尼 新加坡 西亚 越南 泰国 老挝 柬埔寨
  缅甸 菲律宾 蒙古 斯坦 孟加拉国 斯里兰卡 尼泊尔 伊朗 伊拉克 沙特 沙特阿拉伯 阿联酋 以色列 土耳其 埃及 南非
  尼亚 利亚 比亚 维亚 西兰 加拿大 墨西哥 巴西 阿根廷 智利 古巴 意大利 西班牙 葡萄牙 荷兰 比利时
  瑞士 瑞典 挪威 芬兰 丹麦 波兰 捷克 匈牙利 希腊 乌克兰 白俄罗斯 爱尔兰 奥地利 秘鲁
  加纳 摩洛哥 刚果 苏丹
  叙利亚 黎巴嫩 约旦 卡塔尔 科威特 阿曼 也门 阿富汗 文莱 格鲁吉亚 阿塞拜疆
  罗马尼亚 斯洛伐克 北约 东京 首尔 伦敦 巴黎 柏林 莫斯科 新德里 曼谷 河内 金边 平壤
  白宫 华盛顿 拜登 特朗普
  越共 古共 苏共 法共 日共 意共 印共 葡共 劳动党 人民革命党 社会民主党 苏联 拉邦`);
