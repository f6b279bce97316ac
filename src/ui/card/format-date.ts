import type { Language } from './translate.ts';

/**
 * A date in words, as precise as it is given: 2023, 2023-07 or 2023-07-15. The
 * formats are fixed (15 July 2023, 2023年7月15日), since what is copied should
 * not depend on the reader's machine.
 */
export function dateInWords(date: string, language: Language): string {
  const [year = '', month, day] = date.split('-');
  if (language === 'zh') {
    return `${year}年${month === undefined ? '' : `${String(Number(month))}月`}${day === undefined ? '' : `${String(Number(day))}日`}`;
  }
  if (month === undefined) return year;
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, Number(month) - 1, 1)),
  );
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ');
}
