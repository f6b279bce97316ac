/**
 * The address of the page that this frame belongs to, which the reader's switches
 * are about. Undefined in a frame of another origin, which cannot know it.
 */
export function pageAddress(): string | undefined {
  if (window.top === window) return location.href;
  try {
    return window.top?.location.href;
  } catch {
    return undefined;
  }
}
