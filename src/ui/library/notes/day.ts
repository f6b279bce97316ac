/** A day as people write it. */
export function dayOf(time: number, language: 'en' | 'zh'): string {
  return new Date(time).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}
