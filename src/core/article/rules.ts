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
const ASIDE_NAME =
  /(?:^|[\s_-])(?:nav|menu|side|sidebar|side-bar|footer|foot|comments?|recommend|related|relevant|hot|rank|share|breadcrumb|crumbs?|copyright|ads?|advert|banner|login|pagination|pager|toolbar|header)(?:[\s_-]|$)/iu;

/** Whether an element looks set apart from the article. The classes and the id are one string. */
export function isAside(tagName: string, names: string): boolean {
  return (
    ASIDE_TAG.test(tagName) || (names !== '' && ASIDE_NAME.test(names) && !/^(?:body|html)$/iu.test(tagName))
  );
}

const PARAGRAPH_TAG = /^(?:p|li|dt|dd|h[1-6]|pre|figcaption|caption|button|option)$/iu;

/** Whether an element of this name is one paragraph. */
export function isParagraph(tagName: string): boolean {
  return PARAGRAPH_TAG.test(tagName);
}
