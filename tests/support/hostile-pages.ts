/** Pages that do what no page should. Each is tried in both browsers. */
import { deepEqual, ok } from 'node:assert/strict';
import { becomes, marksAre, type PageTrial, type TrialPage } from './page-trials.ts';

const HEAD = '<!doctype html><meta charset="utf-8"><title>t</title>';
const TEXT = '<p id="text">加快建设网络强国，坚持党管互联网。</p>';
const OF_TEXT = ['网络强国', '坚持党管互联网'];

/** Names that a form's fields may have, each of which hides what the form has under that name. */
const CLOBBERED =
  'parentNode parentElement firstChild lastChild nextSibling previousSibling childNodes children ' +
  'firstElementChild nodeType nodeName tagName localName attributes hasAttributes hasAttribute getAttribute ' +
  'shadowRoot isConnected ownerDocument getRootNode contains compareDocumentPosition closest matches ' +
  'checkVisibility getElementsByTagName querySelector querySelectorAll textContent style className ' +
  'addEventListener assignedSlot id host append scrollIntoView getBoundingClientRect';
/** The same of a document: elements of these names hide what it has. */
const CLOBBERED_DOCUMENT =
  'body documentElement head activeElement createElement createTreeWalker querySelector querySelectorAll ' +
  'addEventListener caretPositionFromPoint caretRangeFromPoint elementFromPoint implementation title ' +
  'getElementById adoptNode defaultView fullscreenElement designMode prerendering visibilityState location';

const fields = (names: string): string =>
  names
    .split(' ')
    .map((name) => `<input name="${name}">`)
    .join('');

/** Changes the page and waits until that is seen, which a page busy with itself may delay. */
async function followsChanges(page: TrialPage, deadline?: number): Promise<void> {
  await page.do(() => {
    // The page's elements may hide what its document has.
    const text = Document.prototype.getElementById.call(document, 'text');
    text?.replaceChildren('坚持网信为民。');
    scrollTo(0, 0);
  });
  await becomes(
    async () => (await page.highlights()).some(({ text }) => text === '坚持网信为民'),
    true,
    deadline,
  );
}

export const HOSTILE_PAGES: readonly PageTrial[] = [
  {
    title: 'a page that replaces what scripts are built on',
    html: `<script>
      const broken = () => { throw new Error('broken by the page'); };
      const kept = [];
      const setTimer = setTimeout;
      const define = Object.defineProperty;
      const describe = Object.getOwnPropertyDescriptor;
      const spoil = (object, names, value) => {
        for (let i = 0; i < names.length; i++) {
          const before = describe(object, names[i]);
          if (before === undefined || !before.configurable) continue;
          kept[kept.length] = [object, names[i], before];
          define(object, names[i], 'value' in before ? { ...before, value } : { ...before, get: value });
        }
      };
      spoil(Array.prototype, ['map', 'push', 'flatMap', 'forEach', 'filter', 'some', 'includes', Symbol.iterator], broken);
      for (let i = 0, types = [Map, Set, WeakMap, WeakSet]; i < 4; i++)
        spoil(types[i].prototype, ['get', 'set', 'has', 'add', 'delete', Symbol.iterator], broken);
      spoil(Promise.prototype, ['then', 'finally', 'catch'], broken);
      spoil(RegExp.prototype, ['exec', 'test'], broken);
      spoil(String.prototype, ['charCodeAt', 'slice', 'split', 'indexOf'], () => 0);
      spoil(Function.prototype, ['call', 'apply', 'bind'], broken);
      spoil(MutationObserver.prototype, ['observe', 'takeRecords'], broken);
      spoil(IntersectionObserver.prototype, ['observe'], broken);
      spoil(Node.prototype, ['textContent', 'parentNode', 'firstChild', 'nextSibling', 'nodeType', 'isConnected'], broken);
      spoil(Element.prototype, ['shadowRoot', 'tagName', 'children', 'getAttribute', 'checkVisibility'], broken);
      spoil(CharacterData.prototype, ['data'], () => '党管互联网');
      spoil(Range.prototype, ['setStart', 'setEnd', 'getClientRects'], broken);
      spoil(Highlight.prototype, ['add', 'delete', 'clear', 'size'], broken);
      spoil(HighlightRegistry.prototype, ['set', 'get', 'has'], broken);
      spoil(Document.prototype, ['createTreeWalker', 'querySelectorAll', 'documentElement'], broken);
      spoil(EventTarget.prototype, ['addEventListener', 'dispatchEvent'], broken);
      spoil(Object, ['getOwnPropertyDescriptor', 'defineProperty', 'entries', 'keys'], broken);
      spoil(window, ['Highlight', 'StaticRange', 'Range', 'performance', 'setTimeout', 'chrome', 'browser', 'MessageChannel',
        'MutationObserver', 'Map', 'Set', 'Promise', 'Reflect', 'URL', 'AbortController'], undefined);
      setTimer(() => {
        for (let i = kept.length - 1; i >= 0; i--) define(kept[i][0], kept[i][1], kept[i][2]);
        found = CSS.highlights.size;
      }, 1500);
      var found;
    </script>${HEAD}${TEXT}`,
    async run(page) {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await becomes(() => page.do(() => (window as unknown as { found?: number }).found), 2);
    },
  },
  {
    title: 'forms whose fields hide what a form is',
    html: `${HEAD}${TEXT}<form id="form">${fields(CLOBBERED)}<p>建设数字中国。</p>贯彻“十个坚持”。</form>
      <div><form>${fields('parentNode nextSibling')}<span>坚持<b>网信</b>为民</span></form>加快建设制造强国。</div>`,
    async run(page) {
      await marksAre(page, [...OF_TEXT, '数字中国', '十个坚持', '坚持网信为民']);
      await page.do(() => {
        const paragraph = document.querySelector('form p');
        if (paragraph !== null) paragraph.textContent = '建设网络强国。';
      });
      await marksAre(page, [...OF_TEXT, '网络强国', '十个坚持', '坚持网信为民']);
      await page.do(() => {
        const form = document.querySelector('#form');
        if (form !== null) Element.prototype.append.call(form, '建设数字中国。');
      });
      await marksAre(page, [...OF_TEXT, '网络强国', '十个坚持', '数字中国', '坚持网信为民']);
      await page.do(() => {
        const form = document.querySelector('#form');
        if (form !== null) Element.prototype.remove.call(form);
      });
      await marksAre(page, [...OF_TEXT, '坚持网信为民']);
    },
  },
  {
    title: 'elements whose names hide what a document is',
    html: `${HEAD}${CLOBBERED_DOCUMENT.split(' ')
      .map((name) => `<form name="${name}"></form><img name="${name}" alt="">`)
      .join('')}<iframe name="navigation" hidden></iframe><a id="CSS"></a><a id="chrome"></a>${TEXT}`,
    async run(page) {
      await marksAre(page, OF_TEXT);
      await followsChanges(page);
    },
  },
  {
    title: 'a page that throws our highlights out, empties them, takes their names, and floods the registry',
    html: `${HEAD}${TEXT}<p id="more">维护网络安全。</p>`,
    async run(page) {
      await page.do(() => {
        CSS.highlights.clear();
        const text = document.querySelector('#text')?.firstChild;
        if (text === null || text === undefined) return;
        const range = (): StaticRange =>
          new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 2 });
        for (const name of ['tifa-principle', 'tifa-concept', 'tifa-note-yellow', 'tifa-focus'])
          CSS.highlights.set(name, new Highlight(range()));
        for (let i = 0; i < 5000; i++) CSS.highlights.set(`page-${String(i)}`, new Highlight(range()));
      });
      await followsChanges(page);
      await page.do(() => {
        for (const [name, highlight] of CSS.highlights) if (name.startsWith('tifa-')) highlight.clear();
        document.querySelector('#more')?.replaceChildren('贯彻“十个坚持”。');
      });
      await becomes(async () => (await page.highlights()).some(({ text }) => text === '十个坚持'), true);
      const own = await page.do(
        () => [...CSS.highlights.keys()].filter((name) => name.startsWith('page-')).length,
      );
      deepEqual(own, 5000, 'the page keeps its own');
    },
  },
  {
    title: 'a page that throws our highlights out has them back when it is scrolled',
    html: `${HEAD}${TEXT}<div style="height: 5000px"></div><p>建设数字中国。</p>`,
    async run(page) {
      await marksAre(page, [...OF_TEXT, '数字中国']);
      await page.do(() => {
        CSS.highlights.clear();
        scrollTo(0, 5000);
      });
      await marksAre(page, [...OF_TEXT, '数字中国']);
    },
  },
  ...(['div', 'span'] as const).map((name): PageTrial => ({
    title: `20,000 ${name}s put one into another while the page is there`,
    html: `<body data-name="${name}">${HEAD}${TEXT}`,
    async run(page) {
      const held = await page.do(async () => {
        // Not laid out: no browser can. It is read, and waits to be shown.
        const outermost = document.createElement('div');
        outermost.style.display = 'none';
        document.body.append(outermost);
        let innermost: HTMLElement = outermost;
        for (let i = 0; i < 20_000; i++) {
          const inside = document.createElement(document.body.dataset['name'] ?? '');
          innermost.append(inside);
          innermost = inside;
        }
        innermost.textContent = '十个坚持';
        const start = performance.now();
        await new Promise((resolve) => setTimeout(resolve));
        return performance.now() - start;
      });
      ok(held < 3000, `the page was held for ${String(held)} ms`);
      await followsChanges(page);
    },
  })),
  {
    title: '50,000 elements inside each other, put in at once',
    html: `${HEAD}${TEXT}`,
    async run(page) {
      // Firefox ends its own process with so many, without any extension too.
      const most = page.extension.includes('@') ? '20000' : '50000';
      const { count, held } = await page.do(async (wanted) => {
        const outermost = document.createElement('div');
        outermost.style.display = 'none';
        let innermost: HTMLElement = outermost;
        // Each costs the browser as much as it has ancestors: not every browser gets there in time.
        const end = performance.now() + 6000;
        let made = 0;
        for (; made < Number(wanted) && performance.now() < end; made++) {
          const inside = document.createElement(made % 2 === 0 ? 'span' : 'i');
          innermost.append(inside);
          innermost = inside;
        }
        innermost.textContent = '十个坚持';
        document.body.append(outermost);
        const start = performance.now();
        await new Promise((resolve) => setTimeout(resolve));
        return { count: made, held: performance.now() - start };
      }, most);
      ok(count > 5000, `${String(count)} elements`);
      ok(held < 3000, `the page was held for ${String(held)} ms`);
      await followsChanges(page);
    },
  },
  {
    title: 'ten million characters in paragraphs: highlighted where the reader is, and usable meanwhile',
    html: `${HEAD}${TEXT}`,
    async run(page) {
      await page.do(() => {
        const paragraph = '坚持党管互联网，加快建设网络强国，全面贯彻落实党的二十大精神。'.repeat(10);
        const all = document.createDocumentFragment();
        for (let i = 0; i < 10_000_000 / paragraph.length; i++) {
          const element = document.createElement('p');
          element.textContent = paragraph;
          all.append(element);
        }
        document.body.append(all);
      });
      await becomes(() => page.do(() => (CSS.highlights.get('tifa-meeting')?.size ?? 0) > 5), true, 30_000);
      await followsChanges(page, 30_000);
    },
  },
  {
    title: 'ten million characters in one text node do not hold the page',
    html: `${HEAD}${TEXT}`,
    async run(page) {
      await page.do(() => {
        const pre = document.createElement('pre');
        pre.textContent = '今天天气很好，适合出门。\n'.repeat(10_000_000 / 13);
        pre.hidden = true;
        document.body.append(pre);
      });
      const held = await page.do(async () => {
        let worst = 0;
        for (let i = 0; i < 10; i++) {
          const start = performance.now();
          await new Promise((resolve) => setTimeout(resolve, 0));
          worst = Math.max(worst, performance.now() - start);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return worst;
      });
      ok(held < 500, `the page was held for ${String(held)} ms`);
      await followsChanges(page);
    },
  },
  {
    title: 'five thousand custom elements, each with a shadow root of its own',
    html: `${HEAD}${TEXT}<div id="list"></div>`,
    async run(page) {
      await page.do(() => {
        customElements.define(
          'x-item',
          class extends HTMLElement {
            connectedCallback(): void {
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>建设数字中国。</p>';
            }
          },
        );
        const list = document.getElementById('list');
        for (let i = 0; i < 5000; i++) list?.append(document.createElement('x-item'));
      });
      await becomes(() => page.do(() => document.querySelectorAll('x-item').length), 5000);
      await inLastRoot(page);
      await followsChanges(page);
    },
  },
  {
    title: 'five thousand custom elements that are defined when all has been read',
    html: `${HEAD}${TEXT}${'<x-item></x-item>'.repeat(5000)}`,
    async run(page) {
      await page.do(async () => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        customElements.define(
          'x-item',
          class extends HTMLElement {
            connectedCallback(): void {
              this.attachShadow({ mode: 'open' }).innerHTML = '<p>建设数字中国。</p>';
            }
          },
        );
      });
      await inLastRoot(page);
      await followsChanges(page);
    },
  },
  {
    title: 'events that end or wake scripts, made up by the page, and messages that imitate ours',
    html: `${HEAD}${TEXT}`,
    async run(page) {
      await page.do(async (id) => {
        for (const name of ['wxt:content-script-started', 'wxt:locationchange']) {
          for (const script of ['page', 'page-notes', 'card-view']) {
            const type = `${id}:${script}:${name}`;
            const detail = { contentScriptName: script, messageId: 'x' };
            document.dispatchEvent(new CustomEvent(type, { detail }));
            window.dispatchEvent(new CustomEvent(type, { detail }));
            postMessage({ type, ...detail }, '*');
          }
        }
        for (const type of ['tifa:leave', 'tifa:step', 'tifa:jump', 'tifa:summarise', 'tifa:open-current']) {
          postMessage({ type, by: 1, more: false, enter: false, id: 'cyberpower' }, '*');
          dispatchEvent(new CustomEvent(type, { detail: { type } }));
        }
        for (let i = 0; i < 200; i++) {
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
          dispatchEvent(new PopStateEvent('popstate'));
          document.dispatchEvent(new Event('prerenderingchange'));
          document.dispatchEvent(new Event('visibilitychange'));
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      }, page.extension);
      await marksAre(page, OF_TEXT);
      await followsChanges(page);
    },
  },
  {
    title: 'a page hears nothing of the extension when it is loaded',
    html: `<script>
      window.heard = [];
      const names = [];
      for (const target of [window, document]) {
        const dispatch = target.dispatchEvent;
        target.dispatchEvent = function (event) { heard.push('dispatch ' + event.type); return dispatch.call(this, event); };
      }
      addEventListener('message', ({ data }) => heard.push('message ' + JSON.stringify(data)));
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const { nodeName } of addedNodes) if (nodeName.startsWith('TIFA')) heard.push(nodeName);
      }).observe(document, { childList: true, subtree: true });
    </script>${HEAD}${TEXT}`,
    async run(page) {
      await marksAre(page, OF_TEXT);
      deepEqual(await page.do(() => (window as unknown as { heard: string[] }).heard), []);
    },
  },
];

/** Waits until the last shadow root of the page is highlighted. */
async function inLastRoot(page: TrialPage): Promise<void> {
  await becomes(
    () =>
      page.do(() => {
        const root = [...document.querySelectorAll('x-item')].at(-1)?.shadowRoot;
        scrollTo(0, document.documentElement.scrollHeight);
        return [...CSS.highlights].some(
          ([name, highlight]) =>
            name.startsWith('tifa-') &&
            [...highlight].some(({ startContainer }) => startContainer.getRootNode() === root),
        );
      }),
    true,
    30_000,
  );
}
