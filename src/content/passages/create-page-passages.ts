import { textAtPoint } from '../../dom/hit-test.ts';
import { passagesToPage } from '../../protocol/passages-to-page.ts';
import { isInteractive } from '../card/interactive.ts';
import { PlaceShower } from '../show-place.ts';
import { PassagesOnPage } from './passages-on-page.ts';
import type { PagePassagesScript, PassagesHost } from './passages-link.ts';

/** The script of passages, beside its content script. */
export function createPagePassages(host: PassagesHost): PagePassagesScript {
  const passages = new PassagesOnPage(host);
  const shower = new PlaceShower();
  passages.changed();

  window.addEventListener(
    'click',
    ({ isTrusted, button, altKey, clientX, clientY, target }) => {
      if (!isTrusted || button !== 0 || !host.isOn()) return;
      if (host.opening() === 'alt' && !altKey) return;
      if (isInteractive(target instanceof Element ? target : null)) return;
      if (getSelection()?.isCollapsed === false) return;
      const point = textAtPoint(clientX, clientY, host.shadowRoots());
      // A term has its own card, with a line about the passage.
      if (point === undefined || host.mentionAt(point) !== undefined) return;
      const found = passages.clicked(point, clientX, clientY, altKey);
      if (found !== undefined) host.open(found.range, found.passage);
    },
    // On the way up: the page has had its chance, and a card that was open is closed.
    { signal: host.signal },
  );

  return {
    changed: () => {
      passages.changed();
    },
    at: (range) => passages.at(range),
    answer(message) {
      const request = passagesToPage(message);
      switch (request?.type) {
        case 'tifa:passages-on-page/state':
          return passages.state();
        case 'tifa:passages-on-page/go': {
          const range = passages.rangeOf(request);
          if (range !== undefined) shower.show(range);
          return range !== undefined;
        }
        case undefined:
          return undefined;
      }
    },
  };
}
