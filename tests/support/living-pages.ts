/** Pages that change as pages do. Each is tried in both browsers. */
import { deepEqual, ok } from 'node:assert/strict';
import { marksAre, rememberMarks, sameMarks, type PageTrial } from './page-trials.ts';

const HEAD = '<!doctype html><meta charset="utf-8"><title>t</title>';
/** What no trial changes: it must be read once and never again. */
const QUIET = '<p id="quiet">加快建设<b>网络强国</b>，坚持党管互联网。</p>';
const OF_QUIET = ['网络强国', '坚持党管互联网'];

export const LIVING_PAGES: readonly PageTrial[] = [
  {
    title: 'infinite scroll: what comes in is highlighted, and what was there is not read again',
    html: `${HEAD}${QUIET}<div id="list"></div><div style="height: 3000px"></div>`,
    async run(page) {
      await rememberMarks(page);
      await page.do(async () => {
        const list = document.getElementById('list');
        addEventListener('scroll', () => {
          for (let i = 0; i < 10 && (list?.childElementCount ?? 0) < 60; i++) {
            const item = document.createElement('p');
            item.textContent = '建设数字中国。';
            list?.append(item);
          }
        });
        while ((list?.childElementCount ?? 60) < 60) {
          scrollBy(0, 50);
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30)));
        }
      });
      await marksAre(page, [...OF_QUIET, ...Array<string>(60).fill('数字中国')]);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
    },
  },
  {
    title: '展开全文: what was folded away, and what is fetched in the place of an end',
    html: `${HEAD}${QUIET}<p id="cut">深入贯彻落实“十个坚…<a href="#" id="more">展开全文</a></p><div id="rest" hidden><p>建设数字中国。</p></div>`,
    async run(page) {
      await marksAre(page, OF_QUIET);
      await rememberMarks(page);
      await page.do(() => {
        document.getElementById('cut')?.firstChild?.replaceWith('深入贯彻落实“十个坚持”重要原则。');
        document.getElementById('more')?.remove();
        document.getElementById('rest')?.removeAttribute('hidden');
      });
      await marksAre(page, [...OF_QUIET, '十个坚持', '数字中国']);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
      await page.do(() => {
        document.getElementById('rest')?.setAttribute('hidden', '');
      });
      await marksAre(page, [...OF_QUIET, '十个坚持']);
    },
  },
  ...(
    [
      [
        'by new markup',
        () => {
          const article = document.querySelector('article');
          if (article !== null) article.innerHTML = '<h1>建设数字中国</h1><p>贯彻“十个坚持”。</p>';
        },
      ],
      [
        'by new text in the old text nodes',
        () => {
          const [head, body] = document.querySelectorAll('article > *');
          (head?.firstChild as Text).data = '建设数字中国';
          (body?.firstChild as Text).data = '贯彻“十个坚持”。';
        },
      ],
      [
        'by another element, after both had been there for a while',
        async () => {
          const old = document.querySelector('article');
          const article = document.createElement('article');
          article.innerHTML = '<h1>建设数字中国</h1><p>贯彻“十个坚持”。</p>';
          old?.after(article);
          await new Promise((resolve) => setTimeout(resolve, 300));
          old?.remove();
        },
      ],
    ] as const
  ).map(([how, act]): PageTrial => ({
    title: `an article replaced ${how}`,
    html: `${HEAD}${QUIET}<article><h1>坚持网信为民</h1><p>维护网络安全。全面加强网络意识形态工作。</p></article>`,
    async run(page) {
      await rememberMarks(page);
      await page.do(act);
      await marksAre(page, [...OF_QUIET, '数字中国', '十个坚持']);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
    },
  })),
  {
    title: 'a list that shows ever other items in the same few rows',
    html: `${HEAD}${QUIET}<ul><li>一</li><li>二</li><li>三</li></ul>`,
    async run(page) {
      await page.do(async () => {
        const items = ['建设数字中国。', '坚持网信为民。', '深入贯彻“十个坚持”。', '今天天气很好。'];
        const rows = [...document.querySelectorAll('li')];
        for (let top = 0; top <= 40; top++) {
          rows.forEach((row, i) => {
            (row.firstChild as Text).data = items[(top + i) % items.length] ?? '';
          });
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      });
      await marksAre(page, [...OF_QUIET, '数字中国', '坚持网信为民', '十个坚持']);
    },
  },
  ...(
    [
      [
        'into one text node',
        async () => {
          const text = document.getElementById('typed')?.firstChild as Text;
          for (const character of '深入贯彻“十个坚持”重要原则') {
            text.appendData(character);
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
      ],
      [
        'by setting all of the text each time',
        async () => {
          const typed = document.getElementById('typed');
          const all = '深入贯彻“十个坚持”重要原则';
          for (let i = 1; i <= all.length; i++) {
            if (typed !== null) typed.textContent = all.slice(0, i);
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
      ],
      [
        'each in an element of its own',
        async () => {
          const typed = document.getElementById('typed');
          for (const character of '深入贯彻“十个坚持”重要原则') {
            const span = document.createElement('span');
            span.textContent = character;
            typed?.append(span);
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
      ],
    ] as const
  ).map(([how, act]): PageTrial => ({
    title: `text typed character by character ${how}`,
    html: `${HEAD}${QUIET}<p id="typed"> </p>`,
    async run(page) {
      await rememberMarks(page);
      await page.do(act);
      await marksAre(page, [...OF_QUIET, '十个坚持']);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
    },
  })),
  {
    title: 'a thousand changes a second: the last one stands, and nothing else is read again',
    html: `${HEAD}${QUIET}<p id="busy">一</p>`,
    async run(page) {
      await rememberMarks(page);
      const worst = await page.do(async () => {
        const busy = document.getElementById('busy');
        let slowest = 0;
        let last = performance.now();
        for (let turn = 0; turn < 40; turn++) {
          for (let i = 0; i < 50; i++) {
            if (busy !== null) busy.textContent = `第${String(turn * 50 + i)}次：坚持网信为民。`;
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
          slowest = Math.max(slowest, performance.now() - last);
          last = performance.now();
        }
        if (busy !== null) busy.textContent = '建设数字中国。';
        return slowest;
      });
      ok(worst < 1000, `the page was held for ${String(worst)} ms`);
      await marksAre(page, [...OF_QUIET, '数字中国']);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
    },
  },
  {
    title: 'a clock in its head: the rest is not read again, and nothing flickers',
    html: `${HEAD}<header id="clock">0</header>${QUIET}`,
    async run(page) {
      await rememberMarks(page);
      const missing = await page.do(async () => {
        const clock = document.getElementById('clock');
        let gone = 0;
        for (let i = 0; i < 60; i++) {
          if (clock !== null) clock.textContent = String(i);
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (!CSS.highlights.has('tifa-principle')) gone++;
        }
        return gone;
      });
      deepEqual(missing, 0);
      await marksAre(page, OF_QUIET);
      deepEqual(await sameMarks(page), OF_QUIET.toSorted());
    },
  },
  {
    title: 'a document written anew over the one that was there',
    html: `${HEAD}${QUIET}`,
    async run(page) {
      await page.do(() => {
        document.open();
        // eslint-disable-next-line @typescript-eslint/no-deprecated -- old pages still do it
        document.write('<!doctype html><title>t</title><p>贯彻“十个坚持”。</p>');
        document.close();
      });
      await marksAre(page, ['十个坚持']);
      await page.do(() => {
        document.body.append('建设数字中国。');
      });
      await marksAre(page, ['十个坚持', '数字中国']);
    },
  },
  {
    title: 'another body, and another root element',
    html: `${HEAD}${QUIET}`,
    async run(page) {
      await page.do(() => {
        const body = document.createElement('body');
        body.innerHTML = '<p>贯彻“十个坚持”。</p>';
        document.body = body;
      });
      await marksAre(page, ['十个坚持']);
      await page.do(() => {
        const root = document.createElement('html');
        root.innerHTML = '<body><p>建设数字中国。</p></body>';
        document.documentElement.replaceWith(root);
      });
      await marksAre(page, ['数字中国']);
    },
  },
  {
    title: 'parts that are moved about, sorted, taken out and put back',
    html: `${HEAD}${QUIET}<ul><li>建设数字中国。</li><li>坚持网信为民。</li><li>贯彻“十个坚持”。</li></ul>`,
    async run(page) {
      await page.do(async () => {
        const list = document.querySelector('ul');
        for (let i = 0; i < 20; i++) {
          list?.append(...[...list.children].reverse());
          const [first] = list?.children ?? [];
          first?.remove();
          if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
          if (first !== undefined) list?.append(first);
        }
        const sorted = [...(list?.children ?? [])].sort((a, b) => (a.textContent < b.textContent ? -1 : 1));
        list?.replaceChildren(...sorted);
        const quiet = document.getElementById('quiet');
        quiet?.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        list?.after(quiet ?? '');
      });
      await marksAre(page, ['坚持网信为民', '数字中国', '十个坚持', ...OF_QUIET]);
    },
  },
  {
    title: 'text nodes that are split, joined, and wrapped in elements and out of them again',
    html: `${HEAD}${QUIET}<p id="cut">深入贯彻“十个坚持”重要原则。</p>`,
    async run(page) {
      await page.do(async () => {
        const paragraph = document.getElementById('cut');
        (paragraph?.firstChild as Text).splitText(7);
        await new Promise((resolve) => setTimeout(resolve, 20));
        const bold = document.createElement('b');
        bold.append(paragraph?.lastChild ?? '');
        paragraph?.append(bold);
        await new Promise((resolve) => setTimeout(resolve, 20));
        bold.replaceWith(...bold.childNodes);
        paragraph?.normalize();
        (paragraph?.firstChild as Text).splitText(8);
      });
      await marksAre(page, [...OF_QUIET, '十个坚持']);
    },
  },
  {
    title: 'new addresses without a load: other articles come and go, and a place in one changes nothing',
    html: `${HEAD}${QUIET}<main><p>坚持网信为民。</p></main>`,
    async run(page) {
      await page.do(() => {
        history.pushState(null, '', '/other');
        document
          .querySelector('main')
          ?.replaceChildren(Object.assign(document.createElement('p'), { textContent: '建设数字中国。' }));
      });
      await marksAre(page, [...OF_QUIET, '数字中国']);
      await rememberMarks(page);
      await page.do(async () => {
        for (let i = 0; i < 5; i++) {
          location.hash = `#part-${String(i)}`;
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      });
      await marksAre(page, [...OF_QUIET, '数字中国']);
      deepEqual(await sameMarks(page), [...OF_QUIET, '数字中国'].sort());
      await page.do(async () => {
        addEventListener('popstate', () => {
          document
            .querySelector('main')
            ?.replaceChildren(Object.assign(document.createElement('p'), { textContent: '坚持网信为民。' }));
        });
        history.go(-6);
        await new Promise((resolve) => {
          addEventListener('popstate', resolve, { once: true });
        });
      });
      await marksAre(page, [...OF_QUIET, '坚持网信为民']);
    },
  },
];
