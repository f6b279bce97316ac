/** The Navigation API, where the browser has it (Chrome 102, Firefox 147). */
interface NavigationSource {
  readonly navigation?: EventTarget;
}

/**
 * Hears of a page that changes its address without being loaded again, as
 * single-page applications do. A change of the hash alone is none: it is a place
 * within the page.
 *
 * Without the Navigation API the browser tells of back and forward only; for the
 * rest call the function returned when the page has changed. It costs one comparison.
 */
export function watchAddress(moved: () => void, signal: AbortSignal): () => void {
  let known = withoutHash(location.href);
  const look = (): void => {
    const now = withoutHash(location.href);
    if (now === known || signal.aborted) return;
    known = now;
    moved();
  };
  const { navigation } = window as NavigationSource;
  navigation?.addEventListener('currententrychange', look, { signal });
  window.addEventListener('popstate', look, { signal });
  return look;
}

function withoutHash(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? address : address.slice(0, at);
}
