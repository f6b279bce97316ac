import { render } from 'preact';

/** The least that a page of the framework draws: what the extension's own pages are compared with. */
render(<main>{'Tifa'}</main>, document.body);
