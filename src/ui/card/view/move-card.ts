/** Space that stays between a moved card and the viewport's edge, in CSS pixels. */
const EDGE = 8;

/** Lets the card follow the pointer that took hold of it, until it is let go. */
export function moveCard(card: HTMLElement, start: PointerEvent): void {
  const box = card.getBoundingClientRect();
  const dx = start.clientX - box.left;
  const dy = start.clientY - box.top;
  const release = new AbortController();
  const { signal } = release;
  const follow = ({ clientX, clientY }: PointerEvent): void => {
    const x = Math.min(Math.max(EDGE, clientX - dx), innerWidth - box.width - EDGE);
    const y = Math.min(Math.max(EDGE, clientY - dy), innerHeight - Math.min(box.height, 80) - EDGE);
    card.style.setProperty('--tifa-x', `${String(Math.round(x))}px`);
    card.style.setProperty('--tifa-y', `${String(Math.round(y))}px`);
  };
  const end = (): void => {
    release.abort();
  };
  window.addEventListener('pointermove', follow, { signal, capture: true });
  window.addEventListener('pointerup', end, { signal, capture: true });
  window.addEventListener('pointercancel', end, { signal, capture: true });
}
