import { COUNTRIES, THAT_COUNTRY } from './abroad.ts';
import { ends, headword, isOne, words, type ShapeRule } from './shape-rule.ts';

/** What makes a house, a street, a firm or a club of the word before it. */
const VENUES = words(`
  广场 大厦 大楼 大道 小区 花园 百货 公司 集团 出版社 影城 影院 酒楼 宾馆 餐厅 餐馆 茶楼 茶馆 咖啡 家居 超市 药房 驾校 外国语 幼儿园
  公寓 商场 商厦 商城 诊所 舞厅 歌厅 网吧 照相馆 理发 面馆 健身 眼镜 装饰 装修 地产 物业 证券 旅行社 停车场 体育馆 俱乐部 乐队 杂志
  货运 控股 有限 传媒 网站 路口 地铁站 招待所 婚纱 山庄 公园 科技园 大桥 剧场 琴行 酒吧 家园 店 厂 铺 坊 旅社 旅馆 书局 书屋 印社
  报社 茶社 剧社 商行 画室 影楼 澡堂 戏院 客栈 民宿 货轮 轮靠 轮停`);

/** What stands before 党 where another party is meant. */
const OTHER_PARTIES = words(
  '国民 国民党 国民党的 劳动 劳动党 劳动党的 共产 共产党 共产党的 人民革命 人民革命党 革命 革命党 亲民 保守 民进 民进党 民进党的 自民 社会 民主 民众 自由 共和 公明 致公 农工 该 此 执政 在野 反对 政 正义 独立 革新 行动 国大 工人 越共 苏共 古共 朝共 俄共 人革 人民行动 老挝',
);

/** What a text on policy says where one of its words of plain meaning stands: who acts, and the verbs that govern such words. */
const POLICY = words(`
  党 网 国家 国际 全球 治理 政策 改革 干部 群众 社会主义 坚持 推进 推动 加强 深化 弘扬 构建 落实 践行 完善 建设 增强 发展 创新 实现 发扬 精神
  展现 彰显 发挥 取得 明确 部门 科技 民族 机遇 风险 演练 核心 自主 芯片 关键`);

/** Words of these texts that have a plain meaning too. */
const PLAIN_TOO = words(`
  共商共建共享 共享共治  任务书、路线图、时间表 协调一致、齐头并进 放大、叠加、倍增作用 钉钉子精神 大国担当
  全方位、全角度、全链条 在技术、产业、政策上共同发力 善于开拓创新 甘于拼搏奉献
  敢于斗争亮剑 关口前移，防患于未然 受制于人 历史自觉 以旗帜引领方向`);

/** What an office is called before or after a leader's name; what is said of one. */
const OFFICIAL = words(`
  总理 主席 书记 部长 委员 常委 政治局 秘书长 检察长 省长 市长 领导 同志 中央 国务 党 政协 人大 政府 网信 网络 互联 信息化 习近平
  讲话 强调 指出 主持 出席 会见 会谈 会晤 会面 调研 考察 致辞 致信 贺信 批示 部署 座谈 发布会 作报告 作总结 视察 慰问 访问 会议 参加
  论坛 峰会 到会 发表 干部 副主任 接见 国家 我国 改革 总统 首相 访华 大会堂 群众 灾区 脱贫 乡村 经济 动员 推动 介绍 点评 查看 报纸 电视 广播 名单上 名字 报道 新闻 表示 宣布 前往 抵达 参观 提出 提议 启动 发言 重申 希望 了解 来到 会晤 晤 逝世 遗体 合影 中国 中共 中方 两国 元首 关系 by`);

/** Things that are the world's, and so other countries' too. */
const INTERNATIONAL =
  /^(?:联合国|东盟|亚太|二十国|全球|世界|人民日报|央视|新闻联播|中[俄非]|中国[—-]|乌镇|全国人大|全国政协)/u;

/** Persons whose name others have too. */
const isNamesake: ShapeRule['applies'] = (entry) => entry.kind === 'person' && headword(entry) !== '习近平';

/** Rules that hold for many entries that are otherwise unlike. */
export const CLASS_RULES: readonly ShapeRule[] = [
  {
    // 美国国务院, 越南公安部, 欧盟的《网络安全法》, 韩国副总理兼教育部长官, Vietnam’s own 《网络安全法》
    applies: ({ kind, patterns }) =>
      (kind === 'organisation' || kind === 'document') &&
      !/^(?:中国|中央|全国|中共|以?习近平|“|《|“|联合国|东盟|亚太|二十国|全球|世界|新华|人民|央视|党)/u.test(
        patterns[0] ?? '',
      ),
    not: { left: ['’s own', ...THAT_COUNTRY] },
    yet: { left: [...words('中俄 中美 涉外国'), 'China’s own'] },
  },
  {
    // 柬埔寨拟下设国家互联网信息办公室, 老挝全国宣传部长会议, 越南共产党的全面领导: a country is the subject
    applies: (entry) =>
      /^(?:organisation|document|meeting|campaign)$/u.test(entry.kind)
        ? !INTERNATIONAL.test(headword(entry)) && (entry.senses ?? []).length === 0
        : /^党|^(?:中华民族伟大复兴|网络[强大]国|集中统一领导|长期执政|马克思主义|全国.*)$/u.test(
            headword(entry),
          ),
    not: { foreign: COUNTRIES },
  },
  {
    // 行政院核定教育部的方案, 北洋政府国务院, 立委质询
    applies: isOne(
      '教育部 国务院 公安部 最高人民法院 最高人民检察院 党中央 中共中央政治局 中央书记处 中央军委 人民团体 网络安全法 个人信息保护法 数据安全法',
    ),
    not: {
      near: words(
        '行政院 立法院 监察院 考试院 立委 国教署 中华民国 民国 国民政府 北洋 袁世凯 段祺瑞 唐绍仪 黎元洪 布林肯 鲁比奥 蓬佩奥 五角大楼 华府 国务卿 蓝营 绿营 民众党 中常会 全代会 蓝绿 两蒋 县市长 赫鲁晓夫 勃列日涅夫 斯大林 金正恩 昂纳克 国会代 国会通 国会审 国会主 国会常 国会表 国会第 本届国会 议会通过 参议院 众议院 特首 立法会',
      ),
    },
  },
  {
    // 社会民主党的创新理论, 国民党政机关, 自由党党务公开, 越共中央政治局, 民盟中央: another party's
    applies: ({ kind, patterns }) =>
      patterns.some((pattern) => /^[[(]?党/u.test(pattern)) ||
      (kind === 'organisation' && /^中(?:共中央|央|宣)/u.test(patterns[0] ?? '')),
    not: { left: OTHER_PARTIES },
    yet: { left: words('中国共产 中国共产党 中国共产党的 全社会 执政 中国社会 改革社会 执政为民的') },
  },
  {
    applies: ({ kind, patterns }) =>
      kind === 'organisation' && /^中(?:共中央|央|宣)/u.test(patterns[0] ?? ''),
    not: {
      left: words('团 党 致公党 农工党 台盟 民盟 民革 民建 九三学社 民进 党派 联共 人民党 共和党 民主党'),
    },
  },
  {
    // 越共中央政治局委员、公安部部长: in a row of titles the first says whose they are
    applies: ({ kind }) => kind === 'organisation',
    not: {
      left: words('越共 越南共产党 古共 人革党 劳动党').map((party) => `${party}中央政治局委员、`),
    },
  },
  {
    // 国民党长期执政, 劳动党的集中统一领导
    applies: isOne('集中统一领导 长期执政'),
    not: {
      before: words(
        '国民党 民进党 自民党 保守党 民主党 行动党 国大党 劳动党 社会党 共和党 工党 联盟党 人民党',
      ),
    },
  },
  {
    // 发展中国家网络安全, 一些国家安全
    applies: ({ patterns }) =>
      patterns.some((pattern) => /^(?:\[?国家|\[(?:中华人民共和国\|)?国家)/u.test(pattern)),
    not: {
      left: words(
        '发展中 发达 各个 多个 这些 一些 哪些 沿线 沿岸 成员 会员 参与 主要 西方 东方 邻近 周边 不同 其他 许多 洲 非 亚 欧 美 湾 阿拉伯 东盟 欧盟 中东 地区 金砖 缔约 当事 第三 两个 岛',
      ),
    },
    yet: { left: words('并非 绝非 除非 无非 健美 完美 精美') },
  },
  {
    // 创新型工业化, 更新一代, 维新时代
    applies: (entry) => headword(entry).startsWith('新') && entry.kind !== 'organisation',
    not: { left: words('创 更 革 刷 翻 焕 维 全') },
    yet: { left: words('开创 改革 变革 健全 安全 完全 齐全') },
  },
  {
    // 配电网络安全, 水系网络空间, 羽毛球网上宣传: networks and nets of something else
    applies: (entry) => headword(entry).startsWith('网'),
    not: {
      left: words(
        '5G 4G 神经 配电 输电 管道 主干管 干管 供热 供水 供气 供暖 排水 燃气 水系 河道 河流 铁路 公路 高铁 客运 货运 物流 交通 道路 航空 航线 航运 地铁 公交 轨道 绿地 生态 电梯屏 楼宇 销售 门店 分销 经销 渠道 血管 管线 球 渔 铁丝 蜘蛛',
      ),
    },
    yet: { left: words('全球') },
  },
  {
    // 靠这个数字生活, 一串数字技术
    applies: (entry) => headword(entry).startsWith('数字'),
    not: { left: words('这个 那个 哪个 这些 这串 这组 那组 一串 一组 两个 三个 几个 阿拉伯 罗马 幸运 位') },
    yet: { left: words('单位 定位 地位 岗位 到位 全方位') },
  },
  {
    // 大学网信办, 券商网信部门
    applies: (entry) => /^网信(?:办|部门|系统)$/u.test(headword(entry)),
    not: { left: words('学 院 校 团 司 商 行 企业 厂 医院 中学') },
    yet: { left: words('兵团 执行 推行 现行') },
  },
  {
    // 所以人民…, 可以安全…
    applies: (entry) => entry.patterns.some((pattern) => pattern.startsWith('以')),
    not: { left: words('所 可 予 得 足 难 何 加 用') },
    yet: { left: words('如何 参加 增加 使用 利用 取得 获得 场所') },
  },
  {
    // 新时代国际大厦, “新征程”号, 主旋律琴行
    applies: isOne(
      '新时代 新征程 正能量 主旋律 中国梦 清朗 护苗 净网 打卡中国 长治久安 小康社会 向上向善 数字中国 网信中国 网信企业 网络强国 世界互联网大会 世界社会主义 东盟 物超人',
    ),
    not: { after: VENUES },
    yet: { right: words('文明 党 公园城市 青年 教育') },
  },
  {
    // 招牌“新时代”, 落款是新时代印刷厂, 一家叫新时代的店: the name of something
    applies: isOne('新时代 新征程 主旋律 长治久安 小康社会'),
    not: {
      left: words('叫 叫" 叫做 叫做" 招牌是 店名是 落款是'),
      before: words('名叫 名为 取名 招牌 落款 店名 厂名 船名 片名 书名 商标 品牌'),
    },
    yet: { left: words('什么叫 什么叫"') },
  },
  {
    // 电动汽车新时代, 5G新时代: of a trade, a game or a technology
    applies: isOne('新时代 新征程'),
    not: {
      before: words(
        '智能 电动 汽车 电商 直播 篮球 足球 排球 体坛 乐坛 影坛 手机 芯片 出行 营销 家居 游戏 模型 机器人 元宇宙 区块链 云计算 支付 影像 动漫 电竞 人生 婚姻 职业 创业 求学 考研 退休 属于',
      ),
      near: words('球队 赛季 教练 球迷 联赛 夺冠 决赛 主场 车型 机型 新品 婚礼 新娘 乐队 创刊于'),
    },
  },
  {
    // the 核心技术 of table tennis, a midfield 受制于人, the 四梁八柱 of a team
    applies: isOne(
      '核心技术 底线思维 正能量 顶层设计 历史性成就、历史性变革 受制于人 四梁八柱 主旋律 唱响主旋律 协调一致、齐头并进',
    ),
    not: {
      near: words(
        '网球 乒乓 羽毛球 截击 步法 反手 正手 球员 球拍 球队 决赛圈 夺冠 中场 前锋 后卫 门将 半场 换人 传球 射门 控球 篮板 罚球 棋 擂台 泳道 起跑 火候 揉面',
      ),
    },
  },
  {
    // 今年的主旋律
    applies: isOne('主旋律'),
    not: {
      near: words('管吹 簧'),
      left: words('天气 今年 今天 本周 生活 青春 人生 赛季 市场 股市 楼市 夏天 冬天 周末 假期 童年 夜市').map(
        (word) => `${word}的`,
      ),
    },
  },
  {
    // the 主旋律 of a piece of music
    applies: isOne('主旋律 唱响主旋律'),
    not: {
      near: words(
        '琴 演奏 伴奏 奏出 独奏 协奏 声部 小节 和弦 女高音 男高音 男低音 女中音 男中音 乐曲 曲子 曲谱 乐谱 谱子 笛 号吹 圆号 小号 弦乐 管乐 大盘 股指 比赛 副歌 前奏 上口 弹奏 唢呐 二胡 琵琶 古筝 箫 萨克斯 吉他 鼓手 鼓点 编曲 作曲 音符 变奏 乐章 和声 哼 爵士 摇滚 交响 乐团 乐手 童谣',
      ),
    },
  },
  {
    // the 四梁八柱 of a hall, the 顶层设计 of a tower
    applies: isOne('四梁八柱 顶层设计'),
    not: {
      near: words(
        '榫 卯 木构 木料 木头 砖 瓦 古建 祠 戏楼 戏台 殿 屋 檐 楠木 杉 斗拱 虫蛀 木匠 家具 亭 寺 庙 民宅 老宅 宅院 四合院 吊脚楼 建筑师 柱子 雕花 雕刻 彩绘 油漆 塔楼 钟楼 楼阁 阁楼 观景 旋转餐厅 露台 观星 楼顶 空中花园 户型 天窗 泳池 采光 观光巴士 炮头',
      ),
    },
  },
  {
    // 政府管理维度得分最高
    applies: isOne('党委领导 政府管理 企业履责 社会监督 网民自律'),
    only: { right: words('维度') },
  },
  {
    // 共商、共建、共享单车, 光电管的放大、叠加、倍增作用: a word of plain meaning, where nothing near is policy
    applies: (entry) => PLAIN_TOO.includes(headword(entry)),
    only: { left: ['“'], near: POLICY },
  },
  {
    // 改变受制于人的局面
    applies: isOne('受制于人'),
    only: { left: words('不再 不'), right: words('的局面 的被动 的问题 的状') },
  },
  {
    // a tea house “清朗”, a scheme of seedlings “护苗”: in quotation marks only where it may be a campaign
    applies: (entry) => entry.kind === 'campaign' && /^(?:清朗|护苗)$/u.test(headword(entry)),
    only: {
      near: words('网 专项 行动 整治 治理 执法 公安 扫黄 未成年 谣 平台 活动 系列 传播 媒体 外国 国际 博主'),
    },
  },
  {
    // four confident runners, two who maintain: a formula where the text speaks of politics, or in quotation marks
    applies: isOne('四个意识 四个自信 两个确立 两个维护'),
    only: {
      left: ['“', '、“', '《', '强调', '坚持', '树立', '树牢'],
      near: words(
        '党 政治 增强 坚定 做到 拥护 领悟 践行 核心 习近平 总书记 决定性 思政  忠诚 个意识 个自信 个维护 个确立',
      ),
    },
  },
  {
    // 三十二人中，有十个坚持游完全程: the number counts persons
    applies: isOne('十个坚持 四个自信 四个意识 两个维护 两个确立 四个共同'),
    not: {
      left: words('人有 人,有 人中有 人中,有 人里有 员有 员中有 生有 生中有 手中有 者中有'),
      right: words('游 骑 爬 跑 跳 走完 学完 做完'),
    },
  },
  {
    // five propositions of a union
    applies: isOne('四项原则 五点主张 四个共同'),
    only: {
      left: ['“', '《'],
      near: words(
        '网 互联 信息化 习近平 总书记 党 五点主张 四项原则 四个共同 十个坚持 命运共同体 乌镇 重要原则 讲话 停火 会谈 外长 公报 调解 疆域 各民族',
      ),
    },
  },
  {
    // a count of great things is no congress
    applies: ({ patterns }) => patterns.some((pattern) => /十[八九]?大$/u.test(pattern)),
    not: { left: words('工会 共青团 青年团 妇联 残联 作协 文联 科协 侨联 工商联 团') },
    only: {
      left: words('中共 迎 学 、 “'),
      right: words('新闻 时光 议程 取得 期间 会场 主席团 后'),
      near: words(
        '党 精神 报告 以来 代表 贯彻 学习 全会 召开 开幕 闭幕 部署 中央 习近平 政治 提出 胜利 擘画',
      ),
    },
  },
  {
    // 男中音杨建文, 3床陈文清, 钳工李克强, 二班的汪洋, 名叫蔡奇; 摄影：汪洋
    applies: isNamesake,
    not: {
      left: words(
        `师 员 家 手 生 工 匠 星 妈 爸 叔 哥 姐 弟 妹 爷 奶 婆 嫂 翁 童 夫 友 客 徒 侠 兵 警 商 农 民 迷 医 婿 媳 娘 孙 子 主 者 队 班 床 岁 姓 叫 届 级 村 镇 厂 店 科 朝 户 号 长 人 老 小 阿
        亚军 冠军 季军 将军 主角 名角 反派 主播 摊贩 师傅 工头 老头 名为 取名 艺名 笔名 本名 一名 这名 那名 一位 这位 名字 医院 剧院 画院 学院 法院 学校 高校 大学 中学 小学 公司
        剧团 乐团 舞团 合唱团 艺术团 清代 明代 元代 宋代 唐代 民国 年间 嘉庆 乾隆 道光 康熙 进士 举人 司机 教练 总监 总裁 经理 董事 导演 编导 编剧 编辑 摄影 撰文 作词 作曲 演唱
        制图 主演 饰演 教授 博士 战士 女士 护士 前锋 门将 中锋 后卫 中场 主唱 高音 中音 低音 老板 掌柜 支书 支部书记 村书记 县委书记 市纪委书记 省纪委书记 镇党委书记 乡党委书记 学院党委书记
        学校党委书记 村主任 科主任 站主任 社区主任 班主任 车间主任 体育委员 学习委员 嫌犯 被告 原告 保姆 保安 快递 外卖 文/ 图/ 记者 父亲 母亲 女儿 名将 老将 小将 新秀 名宿 男孩 女孩 小伙 姑娘
        青年 少年 老汉 大爷 大叔 大妈`,
      ),
      right:
        words(`大夫 医生 医师 主治 护士 老师 同学 教练 师傅 律师 教授 博士 女士 小姐 经理 总监 老板 队长 船长 班长 机长 站长 店长 校长 村长 厂长 导演 牧师 神父 法师 道长 住持
        老汉 大爷 大叔 大妈 大哥 大姐 阿姨 爷爷 奶奶 叔叔 一家 夫妇 夫妻 父子 兄弟 姐妹 的妈 的爸 的父 的母 的儿 的女 的妻 的丈 的孩 的画 的诗 的歌 的琴 的球 的病 的医 的店 的作业
        家里 家的 家住 主演 饰演 执导 扮演 演唱 作词 作曲 编剧 谱曲 作画 绘 摄 饰 (饰 (化名 (男 (女 ,男, ,女, 、男、 、女、 (15 (16 (17 (18 岁 选手 学长 队友 首发 替补 上场 射门 进球 扑出 传球 破门 夺冠`),
    },
    yet: {
      left: words(
        '务委员 央委员 协委员 局委员 会委员 会长 会议主持人 牵头人 代表团团长 成员 人员 官员 专员 部长 省长 市长 委员长 秘书长 检察长 行长 组长 外长 防长 领导人 发言人 负责人 总导演 百姓 元老 父老 古老 从小 自小 大小 中小 最小 较小 缩小 很小 渺小 弱小 由小 养老 敬老 尊老 月老 提名 部队 国家 大家',
      ),
      right: words('同学校 同学者 同学生 同学员 同学术 同学习 岁末 岁首 总理 副总理 主席 委员长 书记 摄氏'),
    },
  },
  {
    applies: isOne('徐隽'),
    yet: { left: words('记者 编辑 责编') },
  },
  {
    // A person is the one of these texts where the sentence speaks of office; 习近平 needs nothing.
    applies: (entry) => isNamesake(entry) && headword(entry) !== '徐隽',
    only: { left: ['、'], right: ['、'], near: OFFICIAL },
  },
  {
    // Nearly nobody else has these names: what a subject does is enough.
    applies: (entry) =>
      isNamesake(entry) && isOne('丁薛祥 王沪宁 赵乐际 栗战书 张又侠 蔡奇 庄荣文 韩正 李克强 何立峰')(entry),
    only: {
      right: words(
        ': 说 称 吁 就 还 将 率 走 与 对 在 到 同 向 等 首 逝 遗 宣誓 充分 详细 听取 检查 肯定 巡视 先后 参加',
      ),
    },
  },
  {
    // 美术馆教育部, 协会教育部: a department of something else
    applies: isOne('教育部'),
    not: { left: words('馆 校 司 社 会 园 宫 寺 中心 工作站') },
    yet: { left: words('平台 两会 全会 大会 开会 发布会 记者会') },
  },
  {
    // 省工信部, 校党委宣传部
    applies: (entry) => entry.kind === 'organisation' && ends(entry, '部'),
    not: { left: words('省 市 县 区 校') },
  },
];
