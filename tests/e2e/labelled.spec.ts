import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import {
  bareSpans,
  labelledHtmlPages,
  labelledPage,
  paragraphLengths,
  shownSpans,
} from '../support/labelled-page.ts';

for (const half of [0, 1] as const) {
  test(`Chromium and Node see the same spans in all labelled texts, traps and forms of writing, half ${String(half)}`, async ({
    tifa,
  }) => {
    const { address, html, spans } = labelledPage(half);
    expect(spans.length).toBeGreaterThan(1000);
    const page = await tifa.open(tifa.pages.serve(address, html));
    const seen = await settled(page);
    expect(shownSpans(seen, await page.evaluate(paragraphLengths))).toEqual(spans);
  });
}

for (const { name, address, html, spans } of labelledHtmlPages()) {
  test(`Chromium and Node see the same spans in ${name}`, async ({ tifa }) => {
    const page = await tifa.open(tifa.pages.serve(address, html));
    expect(bareSpans(await settled(page))).toEqual(spans);
  });
}
