/** Pages with every way in which a document may stand in another; the same in both browsers. */
import { highlights, type Evaluates } from './highlights.ts';
import type { ServedPages } from './served-pages.ts';

/** Sites that Tifa reads from the start, and one that the reader has not allowed. */
const SITE = 'https://www.people.com.cn';
const OTHER_SITE = 'https://www.4hou.com';
const FOREIGN_SITE = 'https://news.elsewhere.example';

/** One frame of {@link servedFrames}. */
interface FrameCase {
  /** A sentence: what is expected of it. */
  readonly title: string;
  /** The frame's own name for itself. */
  readonly name: string;
  /** The markup that makes the frame; scripts in it run. */
  readonly html: string;
  /** The term in it; undefined where nothing may be marked. */
  readonly term?: string;
}

const paragraph = (term: string): string => `<!doctype html><meta charset='utf-8'><p>会议强调${term}。</p>`;

const TERMS = { own: '四个自信', other: '四个意识' } as const;

const FRAME_CASES: readonly FrameCase[] = [
  {
    title: 'a frame of the same origin is read',
    name: 'own',
    html: '<iframe name="own" src="/in-own"></iframe>',
    term: TERMS.own,
  },
  {
    title: 'a frame of another allowed site is read',
    name: 'allowed',
    html: `<iframe name="allowed" src="${OTHER_SITE}/in-allowed"></iframe>`,
    term: TERMS.other,
  },
  {
    title: 'a frame of a site that the reader has not allowed is left alone',
    name: 'foreign',
    html: `<iframe name="foreign" src="${FOREIGN_SITE}/in-foreign"></iframe>`,
  },
  {
    title: 'what a frame of a site not allowed makes itself is left alone too',
    name: 'foreign-inner',
    html: `<iframe name="foreign-outer" src="${FOREIGN_SITE}/outer"></iframe>`,
  },
  {
    title: 'an allowed site inside one that is not allowed is read',
    name: 'allowed-inner',
    html: `<iframe name="foreign-around" src="${FOREIGN_SITE}/around"></iframe>`,
    term: TERMS.other,
  },
  {
    title: 'srcdoc is read',
    name: 'srcdoc',
    html: `<iframe name="srcdoc" srcdoc="${paragraph(TERMS.own)}"></iframe>`,
    term: TERMS.own,
  },
  {
    title: 'a frame in a frame in a frame is read',
    name: 'innermost',
    html: '<iframe name="outer" src="/outer"></iframe>',
    term: TERMS.own,
  },
  {
    title: 'an about:blank frame that the page writes is read',
    name: 'written',
    html: `<iframe name="written"></iframe><script>{ const d = document.querySelector('[name=written]').contentDocument; d.open(); d.write("${paragraph(TERMS.own)}"); d.close(); }</script>`,
    term: TERMS.own,
  },
  {
    title: 'an about:blank frame whose body the page fills is read',
    name: 'filled',
    html: `<iframe name="filled"></iframe><script>setTimeout(() => { document.querySelector('[name=filled]').contentDocument.body.innerHTML = '<p>会议强调${TERMS.own}。' }, 50)</script>`,
    term: TERMS.own,
  },
  {
    title: 'a blob is read',
    name: 'blob',
    html: `<iframe name="blob"></iframe><script>document.querySelector('[name=blob]').src = URL.createObjectURL(new Blob(["${paragraph(TERMS.own)}"], { type: 'text/html' }))</script>`,
    term: TERMS.own,
  },
  {
    title: 'a frame that is added later is read',
    name: 'later',
    html: "<script>setTimeout(() => { const f = document.createElement('iframe'); f.name = 'later'; f.src = '/in-own'; document.body.append(f); }, 300)</script>",
    term: TERMS.own,
  },
  {
    title: 'a sandboxed page of an allowed site is read',
    name: 'sandboxed',
    html: '<iframe name="sandboxed" sandbox src="/in-own"></iframe>',
    term: TERMS.own,
  },
];

/** Serves a page with every case in it, at a site; the page's address. */
export function servedFrames(pages: ServedPages, site: string = SITE): string {
  pages.serve(`${site}/in-own`, paragraph(TERMS.own));
  pages.serve(`${OTHER_SITE}/in-allowed`, paragraph(TERMS.other));
  pages.serve(`${FOREIGN_SITE}/in-foreign`, paragraph(TERMS.other));
  pages.serve(
    `${FOREIGN_SITE}/outer`,
    `<!doctype html><iframe name="foreign-inner" srcdoc="${paragraph(TERMS.own)}"></iframe>`,
  );
  pages.serve(
    `${FOREIGN_SITE}/around`,
    `<!doctype html><iframe name="allowed-inner" src="${OTHER_SITE}/in-allowed"></iframe>`,
  );
  pages.serve(
    `${site}/outer`,
    `<!doctype html><iframe name="middle" srcdoc="<iframe name='innermost' src='/in-own'></iframe>"></iframe>`,
  );
  return pages.serve(
    `${site}/frames`,
    `<!doctype html><meta charset="utf-8"><title>框架</title><p>建设网络强国。</p>${FRAME_CASES.map(({ html }) => html).join('\n')}`,
  );
}

/** What is expected in the frames of {@link servedFrames}: for each case the texts that are marked. */
export const EXPECTED_IN_FRAMES: readonly string[] = FRAME_CASES.map(
  ({ title, term }) => `${title}: ${term ?? ''}`,
).sort();

/** The frames of {@link servedFrames} that have a term, by their own names. */
export const FRAMES_WITH_TERM: readonly string[] = FRAME_CASES.filter(({ term }) => term !== undefined).map(
  ({ name }) => name,
);

/** What is marked in the frames of {@link servedFrames}, in the form of {@link EXPECTED_IN_FRAMES}. */
export async function markedInFrames(frames: readonly FrameOfPage[]): Promise<string[]> {
  const said = await Promise.all(
    frames.map(async (frame) => {
      const name = await nameOf(frame);
      const marked = (await highlights(frame)).map(({ text }) => text).join();
      return FRAME_CASES.filter((frameCase) => frameCase.name === name).map(
        ({ title }) => `${title}: ${marked}`,
      );
    }),
  );
  return said.flat().sort();
}

/** A frame of either browser's driver. */
export interface FrameOfPage extends Evaluates {
  evaluate<T>(pageFunction: () => T): Promise<T>;
  evaluate<T>(pageFunction: (passages: boolean) => T, passages: boolean): Promise<T>;
}

/** The frame that calls itself so, once it is there. */
export async function frameNamed<F extends FrameOfPage>(
  frames: () => readonly F[],
  name: string,
): Promise<F> {
  const deadline = performance.now() + 5000;
  for (;;) {
    for (const frame of frames()) if ((await nameOf(frame)) === name) return frame;
    if (performance.now() > deadline) throw new Error(`no frame calls itself ${name}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A frame that is just being loaded has no name to tell. */
const nameOf = (frame: FrameOfPage): Promise<string> => frame.evaluate(() => window.name).catch(() => '');
