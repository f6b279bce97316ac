/** A small page in the shape of one of the sites that pages were tried of, and what of it is its article. */
export interface ArticlePage {
  readonly name: string;
  readonly title: string;
  readonly html: string;
  /** The blocks of its article, in order. */
  readonly article: readonly string[];
  /** Whether it goes on on other pages. */
  readonly isPart?: boolean;
}

const ONE = '这一段是文章的正文，说的是一件具体的事情，有开头，有经过，也有结果。'.repeat(3);
const TWO = '第二段接着说这件事，谁在场，谁说了话，后来又怎么样，都写在这里。'.repeat(3);
const HEADLINE = '全市秋粮收购工作会议召开';
const DATE = '2024-10-12 09:30 来源：某地日报';
const MENU = '<nav><a href="/">首页</a> <a href="/news">要闻</a></nav>';
const BODY = `<div class="text"><p>${ONE}</p><p>${TWO}</p></div>`;
const WHOLE = [HEADLINE, DATE, ONE, TWO];

export const ARTICLE_PAGES: readonly ArticlePage[] = [
  {
    name: 'a first heading in another branch, the date between',
    title: '',
    html: `${MENU}<div class="top"><h1>${HEADLINE}</h1><p>${DATE}</p></div><div class="main">${BODY}</div>`,
    article: WHOLE,
  },
  {
    name: 'a headline in a heading of the third order, known by the title',
    title: `${HEADLINE}_要闻_某网`,
    html: `${MENU}<ul><li><h3>${HEADLINE}</h3><div class="time"><span>${DATE}</span></div>${BODY}</li></ul>`,
    article: WHOLE,
  },
  {
    name: 'a headline in no heading, the title ending with the site’s name after a dash',
    title: `${HEADLINE}--某某报`,
    html: `<div class="mainCon"><div class="title">${HEADLINE}</div><div>${DATE}</div><div>${BODY}</div></div>`,
    article: WHOLE,
  },
  {
    name: 'a title with the site’s name before the headline',
    title: `某网 - ${HEADLINE}`,
    html: `<p>${HEADLINE}</p><p>${DATE}</p>${BODY}`,
    article: WHOLE,
  },
  {
    name: 'other quotation marks and white space in the title than in the headline',
    title: '“丰收”的消息:  全市开镰 - 某网',
    html: `<div class="header"><div class="h-title">"丰收"的消息：全市开镰</div><div>${DATE}</div></div>${BODY}`,
    article: ['"丰收"的消息：全市开镰', DATE, ONE, TWO],
  },
  {
    name: 'the site’s name in a first heading, the headline in a second',
    title: `${HEADLINE} - 某某市人民政府网站`,
    html: `<div><h1>某某市人民政府网站</h1></div><div><h2>${HEADLINE}</h2><div>${DATE}</div>${BODY}</div>`,
    article: WHOLE,
  },
  {
    name: 'the site’s name in a first heading, and no headline',
    title: '要闻 - 某某市人民政府网站 - 办事服务 - 政务公开 - 互动交流',
    html: `<div><h1>某某市人民政府网站</h1></div>${BODY}`,
    article: [ONE, TWO],
  },
  {
    name: 'a logo that is a first heading and a link',
    title: '',
    html: `<h1><a href="/">某某新闻中心</a></h1><div>${BODY}</div>`,
    article: [ONE, TWO],
  },
  {
    name: 'a headline without a heading below a title that says nothing, above its date',
    title: '新闻动态--某某学会',
    html: `<p>首页 - 新闻动态</p><div>${HEADLINE}</div><div>${DATE}</div>${BODY}`,
    article: WHOLE,
  },
  {
    name: 'first headings of other articles in a list before it',
    title: HEADLINE,
    html: `<div><h1>${HEADLINE}</h1><p>${DATE}</p></div><ul><li><h1><a href="/2">别的文章的标题在这里</a></h1></li></ul>${BODY}`,
    article: WHOLE,
  },
  {
    name: 'the headline a second time in a bar that comes while one scrolls',
    title: `${HEADLINE}|某网`,
    html: `<div><h1>${HEADLINE}</h1></div><div class="bar"><div>${HEADLINE}</div></div><div>${DATE}</div>${BODY}`,
    article: WHOLE,
  },
  {
    name: 'the headline a second time in a list beside it, after it',
    title: HEADLINE,
    html: `<h2>${HEADLINE}</h2><p>${DATE}</p>${BODY}<ul><li><a href="/1">${HEADLINE}</a></li></ul>`,
    article: WHOLE,
  },
  {
    name: 'a headline, a source and a picture’s credit in one cell, parted by line breaks and a table',
    title: `${HEADLINE} 东区办事处_某网`,
    html: `<table><tr><td><div><b>${HEADLINE}</b><br><table><tr><td></td></tr></table>来源于：东区办事处</div></td></tr><tr><td><p>${ONE}</p><p>${TWO}</p></td></tr></table>`,
    article: [HEADLINE, '来源于：东区办事处', ONE, TWO],
  },
  {
    name: 'an author’s name, a second headline and a summary, without tools and shares',
    title: `${HEADLINE}-某网`,
    html: `<h1>${HEADLINE}</h1><h3>今年收购量比去年同期多两成</h3><div>${DATE}</div><div class="share">分享到：微博，微信，朋友圈，都可以</div><div>字号：大 中 小</div><div class="summary">摘要：会议听取了各县的汇报，部署了下一步的工作。</div><div class="con">${BODY}</div>`,
    article: [
      HEADLINE,
      '今年收购量比去年同期多两成',
      DATE,
      '摘要：会议听取了各县的汇报，部署了下一步的工作。',
      ONE,
      TWO,
    ],
  },
  {
    name: 'a news flash of one paragraph, with a publisher’s statement that is longer',
    title: `${HEADLINE}-股票频道-某网`,
    html: `<div class="articleName"><h1>${HEADLINE}</h1></div><div class="tip">${DATE}</div><div class="art"><p>某地日报10月12日消息，全市秋粮收购工作会议今天召开，会议要求各县做好收购的准备，让农民卖上好价钱，目前各县都已经开始收购，进展顺利，仓容充足。</p></div><div class="statement"><p>【免责声明】${ONE}</p></div><div class="footer"><p>违法和不良信息举报电话：010-00000000，客服电话：010-00000000，传真：010-00000000，${TWO}</p></div>`,
    article: [
      HEADLINE,
      DATE,
      '某地日报10月12日消息，全市秋粮收购工作会议今天召开，会议要求各县做好收购的准备，让农民卖上好价钱，目前各县都已经开始收购，进展顺利，仓容充足。',
    ],
  },
  {
    name: 'a statement before its body',
    title: `${HEADLINE}_某网`,
    html: `<h2>${HEADLINE}</h2><p>${DATE}</p><div class="shenming"><p>特别声明：${ONE}${TWO}</p></div><div>${BODY}</div>`,
    article: WHOLE,
  },
  {
    name: 'other articles with summaries under a title of their own, in the element of the body',
    title: `${HEADLINE}_某网`,
    html: `<div class="left"><div><h2>${HEADLINE}</h2><div>${DATE}</div></div><div class="txt"><p>${ONE}</p><p>${TWO}</p></div><div class="tuijian"><h2>为你推荐</h2><div><dl><dt><a href="/1">别的文章的标题，很长的一个标题</a></dt><dd>别的文章说的是别的事情，部署了一系列的重点工作，请点开来看。</dd><dd>2024-10-11</dd></dl></div></div></div>`,
    article: WHOLE,
  },
  {
    name: 'other articles in the element after such a title',
    title: HEADLINE,
    html: `<div><h1>${HEADLINE}</h1><p>${DATE}</p><p>${ONE}</p><p>${TWO}</p><h3>相关阅读：</h3><div><p>别的文章说的是别的事情，部署了一系列的重点工作，请点开来看。</p></div></div>`,
    article: WHOLE,
  },
  {
    name: 'links to its other pages',
    title: HEADLINE,
    html: `<h1>${HEADLINE}</h1><p>${DATE}</p>${BODY}<div class="page"><a href="1.html">1</a> <a href="2.html">2</a> <a href="3.html">3</a></div>`,
    article: WHOLE,
    isPart: true,
  },
  {
    name: 'a link to its next page, each link a block',
    title: HEADLINE,
    html: `<h1>${HEADLINE}</h1><p>${DATE}</p>${BODY}<ul><li>共 3 页</li><li>1</li><li><a href="2.html">2</a></li><li><a href="2.html">下一页 &gt;</a></li></ul>`,
    article: WHOLE,
    isPart: true,
  },
  {
    name: 'links to the articles before and after it, and a year',
    title: HEADLINE,
    html: `<h1>${HEADLINE}</h1><p>${DATE}</p>${BODY}<div><a href="1.html">上一篇</a> <a href="3.html">下一篇</a></div><div><a href="/2024">2024</a> <a href="/2023">2023</a></div>`,
    article: WHOLE,
  },
];

const NAMED = '推进网络强国建设 落实“十个坚持”';
const NEUTRAL = '会议听取了各方面的意见，讨论了今后一个时期的安排，提出了具体的要求。'.repeat(4);

/**
 * A page as portals build it, the headline above what the article stands in and other
 * articles below: two terms in the headline, none in the body, two elsewhere.
 */
export const HEADLINE_PAGE = `<!doctype html><meta charset="utf-8"><title>${NAMED}_要闻_某网</title>
<nav><a href="/">网络安全</a></nav>
<div class="top"><h3>${NAMED}</h3><div>2024-10-12 09:30 来源：某网</div></div>
<div class="main"><div class="text"><p>${NEUTRAL}</p><p>${NEUTRAL}</p></div>
<div class="list"><h3>为你推荐</h3><div><p>网信事业发展的别的消息，请点开来看，这里只有开头。</p></div></div></div>`;
