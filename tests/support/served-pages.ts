import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURE_PAGES } from './paths.ts';

/** The two bundled pages: where each is served, and its name among the fixtures. */
export const BUNDLED_PAGES = [
  { name: '4hou', address: 'https://www.4hou.com/posts/3rEA' },
  { name: '12377', address: 'http://www.12377.cn/wxxx/2025/b1f4b16e_web.html' },
] as const;

export interface ServedPage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The web as a test sees it: pages at their real addresses, and nothing else. A
 * request for anything else is noted in `stray`, for a test to assert that the
 * extension made none.
 */
export class ServedPages {
  readonly stray: string[] = [];
  readonly #pages = new Map<string, ServedPage>();

  constructor() {
    for (const { name, address } of BUNDLED_PAGES) this.serve(address, fixtureHtml(name));
  }

  /** Serves a page at an address of its own; the address is returned. */
  serve(address: string, body: string, headers: Readonly<Record<string, string>> = {}): string {
    this.#pages.set(address, {
      body,
      headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    });
    return address;
  }

  /** What is served at an address; undefined (and noted) where there is nothing. */
  answer(address: string): ServedPage | undefined {
    const page = this.known(address);
    if (page === undefined) this.stray.push(address);
    return page;
  }

  /** The same, without a note. */
  known(address: string): ServedPage | undefined {
    return this.#pages.get(withoutHash(address));
  }
}

/** The HTML of a bundled page. */
function fixtureHtml(name: (typeof BUNDLED_PAGES)[number]['name']): string {
  return readFileSync(join(FIXTURE_PAGES, `${name}.html`), 'utf8');
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/u, '');
}
