import type { Unreadable } from '../core/import/import-result.ts';

/** One line that says what could not be read, where and why. */
export function describeUnreadable({ place, reason, values }: Unreadable): string {
  const value = (name: string): string => String(values[name] ?? '');
  const sentence = ((): string => {
    switch (reason) {
      case 'not-json':
        return `this is not JSON (${value('message').split('\n', 1)[0] ?? ''})`;
      case 'unknown-format':
        return 'these are no notes in a format that Tifa reads';
      case 'newer-version':
        return `this is version ${value('version')} of Tifa's format, which is newer than this Tifa`;
      case 'bad-field':
        return value('field') === ''
          ? 'this is no note'
          : `the field “${value('field')}” is missing or not what it should be`;
      case 'bad-row':
        return `this row has ${value('cells')} cells, the head has ${value('expected')}`;
      case 'open-quote':
        return 'a quotation mark is not closed';
      case 'twice':
        return `the note ${value('id')} stands in the file more than once; the first is taken`;
      case 'reply':
        return 'this is a reply to another annotation, and is left out';
    }
  })();
  return place === '' ? sentence : `${place}: ${sentence}`;
}
