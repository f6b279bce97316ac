/** What a message says that it is; '' where it does not. */
export function typeOf(message: unknown): string {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : '';
  return typeof type === 'string' ? type : '';
}
