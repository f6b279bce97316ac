/**
 * Where the bundled sites put an article. Selectors are compound only (`div.a#b`), so
 * that the command line can match them without a DOM.
 */
export interface ArticleRule {
  /** The site, subdomains included. */
  readonly sites: readonly string[];
  /** Groups of selectors, the first that matches any text is used, with every element it matches. */
  readonly bodies: readonly (readonly string[])[];
  /** Title, byline, date, source: part of the article wherever they stand. */
  readonly heads: readonly string[];
  /** Inside the body and no part of it: shares, editors' notes, lists of other articles. */
  readonly except: readonly string[];
  /** Where links to the article's other pages are. */
  readonly pages: readonly string[];
}

const RULES: readonly ArticleRule[] = [
  {
    sites: ['4hou.com'],
    bodies: [
      ['.article-content', '.article-intro'],
      ['.article-detail'],
      ['.article_cen'],
      ['.markdown-body'],
    ],
    heads: ['h1.article-title', '.article-info', '.article-title', '.art-info'],
    except: ['.copyright-tip', '.like', '.share', '.tags'],
    pages: ['.article-page'],
  },
  {
    sites: ['12377.cn'],
    bodies: [['.TRS_Editor'], ['#content'], ['#zoom'], ['.article-content']],
    heads: ['h1', '.title', '.info', '.source', '.time'],
    except: ['.share', '.related'],
    pages: ['.page', '#page_div'],
  },
  {
    sites: ['people.com.cn', 'people.cn'],
    bodies: [
      ['#rm_txt_zw'],
      ['#rwb_zw'],
      ['.rm_txt_con'],
      ['.rwb_zw'],
      ['.show_text'],
      ['.text_con_left'],
      ['.text_con'],
      ['.box_con'],
      ['#articleContent'],
      ['#ozoom'],
    ],
    heads: ['.rm_title', '.col-1-1', '.author', '.sou', '.sou1', '.pre', '.sub', '.text_title', '.title'],
    except: [
      '.edit',
      '.rm_relevant',
      '.paper_num',
      '#rwb_tjyd',
      '.share',
      '.bdshare-wk',
      '.clearfix-share',
      '.otitle',
    ],
    pages: ['.zdfy', '.page_n', '.page'],
  },
  {
    sites: ['cctv.com', 'cctv.cn'],
    bodies: [
      ['#content_area'],
      ['.content_area'],
      ['#text_area'],
      ['.text_area'],
      ['.cnt_bd'],
      ['#content_body'],
    ],
    heads: ['#title_area', '.title_area', '.info', '.info1', '.cnt_nav'],
    except: ['.zebian', '.share', '.tuwen_bottom', '.relevance'],
    pages: ['#pagelist', '.page'],
  },
  {
    sites: ['12371.cn'],
    bodies: [['#font_area'], ['.word'], ['.showContent'], ['.con_txt'], ['.text_area'], ['#content_area']],
    heads: ['.big_title', '.title', '.title_inside', '.time', '.sub_title', '.laiyuan'],
    except: ['.share', '.bianji', '.relevance'],
    pages: ['.page', '#pagelist'],
  },
];

/** The rule of a page's site, if it is one of those with rules. */
export function articleRule(address: string): ArticleRule | undefined {
  if (!URL.canParse(address)) return undefined;
  const { hostname } = new URL(address);
  return RULES.find(({ sites }) => sites.some((site) => hostname === site || hostname.endsWith(`.${site}`)));
}

/** Names of elements, classes and ids by which pages set apart what is no article. */
const ASIDE_TAG = /^(?:nav|aside|footer|form|menu)$/iu;
const ASIDE_NAMES: ReadonlySet<string> = new Set(
  (
    'nav menu side sidebar footer foot comment comments recommend related relevant hot rank share breadcrumb ' +
    'crumb crumbs logo copyright ad ads advert banner login pagination pager toolbar header'
  ).split(' '),
);

/** Whether an element looks set apart from the article. The classes and the id are one string. */
export function isAside(tagName: string, names: string): boolean {
  if (ASIDE_TAG.test(tagName)) return true;
  if (names === '' || /^(?:body|html)$/iu.test(tagName)) return false;
  const parts = names.toLowerCase().split(/[\s_-]+/u);
  return parts.some((name) => ASIDE_NAMES.has(name));
}

const PARAGRAPH_TAG = /^(?:p|li|dt|dd|h[1-6]|pre|figcaption|caption|button|option)$/iu;

/** The order of the heading of an element's name; 0 where it is none. */
export function headingOf(tagName: string): number {
  return /^h[1-6]$/iu.test(tagName) ? Number(tagName[1]) : 0;
}

/** Whether an element of this name is one paragraph. */
export function isParagraph(tagName: string): boolean {
  return PARAGRAPH_TAG.test(tagName);
}

/** What publishers put under everything that they publish; the second only in short lines. */
const STATEMENT = /^[\s【[（(]*(?:[免郑特重版风法]\S{0,3})?(?:声\s*明|聲\s*明|风险提示)(?:[\s】\]）)：:]|$)/u;
const IMPRINT =
  /ICP[备證证]|举报(?:电话|邮箱)|版权所有|版權所有|许可证(?:号|编号)|All Rights? Reserved|未经.{0,8}(?:授权|许可|允许|同意).{0,8}(?:不得|禁止|严禁)/iu;

/** Whether a line says whose the page is and what its publisher answers for, and so is in no article. */
export function isBoilerplate(line: string): boolean {
  return STATEMENT.test(line.slice(0, 30)) || (line.length <= 200 && IMPRINT.test(line));
}

const BYLINE =
  /\d{2,4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|\d{1,2}[-月]\d{1,2}[日\s]|\d{1,2}:\d{2}|(?:昨|前|今)天$|刚刚$|(?:小时|分钟|天)前|来源|來源|出处|作者|记者|記者|编辑|編輯|责编|发布|發布|撰文|撰稿|通讯员/u;

/** Whether a short line looks like one of date, source or author. */
export function isByline(line: string): boolean {
  return BYLINE.test(line);
}

/** Whether a line asks readers to do something with the article. */
export function isPrompt(line: string): boolean {
  return /分享|字号|字體|字体|评论|評論|收藏|打印|登录|登錄|微信|微博|关注|点击|跟贴|阅读|扫一扫|首页|正文|[>›»]/u.test(
    line,
  );
}

const LIST_TITLE =
  /^(?:[为為][你您]推[荐薦]|猜你(?:喜[欢歡]|感[兴興]趣)|(?:相[关關]|推[荐薦]|延伸|[热熱][门門]|精彩|更多|往期|[编編][辑輯])(?:[阅閱][读讀]|新[闻聞]|文章|[报報][道導]|[链鏈]接|推[荐薦]|[内內]容|[资資][讯訊]|[稿]件|回顾|回顧|精彩|主[题題]))[：:]?$/u;

/** Whether a line is the title of a list of other articles. */
export function isListTitle(line: string): boolean {
  return line.length <= 12 && LIST_TITLE.test(line.replace(/\s+/gu, ''));
}
