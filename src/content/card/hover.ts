/** How long the pointer must rest before it counts, in milliseconds. */
const REST = 280;

/**
 * Tells where the mouse rests, and when it moves on. Touch has no hover; taps come
 * as clicks.
 */
export function watchRest(
  rest: (x: number, y: number) => void,
  move: (event: PointerEvent) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const options = { capture: true, passive: true, signal };
  window.addEventListener(
    'pointermove',
    (event) => {
      cancel();
      if (!event.isTrusted || event.pointerType === 'touch') return;
      move(event);
      // While a button is down the reader selects or drags.
      if (event.buttons !== 0) return;
      const { clientX, clientY } = event;
      timer = setTimeout(() => {
        rest(clientX, clientY);
      }, REST);
    },
    options,
  );
  window.addEventListener('pointerdown', cancel, options);
  window.addEventListener('scroll', cancel, options);
  signal.addEventListener('abort', cancel, { once: true });
}
