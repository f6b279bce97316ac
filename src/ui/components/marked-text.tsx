import type { TextRange } from '../../core/knowledge/knowledge.ts';

interface Props {
  readonly text: string;
  /** What of it is marked, in UTF-16 units, in order. A range that overlaps the one before it is passed over. */
  readonly marks: readonly TextRange[];
  /** The class of the marks, beside their own. */
  readonly markClass?: string;
}

/** Text with some of it marked. */
export function MarkedText({ text, marks, markClass }: Props) {
  const pieces = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at || end <= start || end > text.length) continue;
    pieces.push(
      text.slice(at, start),
      <mark key={start} class={markClass}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}
