import type { Difference } from '../../../core/passages/side-by-side.ts';
import { useLibrary } from '../context.ts';
import { MARK_WORDS } from './mark-words.ts';

/** Longer words are shown by their beginning and end, in UTF-16 units. */
const SHOWN = 36;

/** A difference in words: what it is, and what either text has. */
export function DifferenceWords({
  difference: { type, first, second },
}: {
  readonly difference: Difference;
}) {
  const { t, language } = useLibrary();
  const words = type === 'moved' ? [first] : [first, second].filter((text) => text !== '');
  return (
    <>
      {t(MARK_WORDS[type])}
      {language === 'zh' ? '：' : ': '}
      {words.map((text, i) => (
        <span key={i}>
          {i > 0 && ' → '}
          <span lang="zh-CN">{shortened(text)}</span>
        </span>
      ))}
    </>
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  if (line.length <= SHOWN) return line;
  return `${line.slice(0, SHOWN / 2)}……${line.slice(-SHOWN / 2)}`.toWellFormed();
}
