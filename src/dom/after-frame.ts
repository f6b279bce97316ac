/** A page that draws nothing in this time is not waited for, in milliseconds. */
const LONGEST = 400;

/** Until a task after the page's next frame, or for a page that draws none, until soon. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) {
      setTimeout(resolve);
      return;
    }
    const timer = setTimeout(resolve, LONGEST);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
