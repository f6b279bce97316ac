import type { LinePiece } from '../../../core/passages/side-by-side.ts';

interface Props {
  readonly pieces: readonly LinePiece[];
  readonly side: 'first' | 'second';
  /** The difference that the reader is at; -1 for none. */
  readonly current: number;
}

/** A line of one of the texts with its marks: <del> and <ins> for what only one of them has, <mark> for the rest. */
export function LineText({ pieces, side, current }: Props) {
  return (
    <p lang="zh-CN">
      {pieces.map(({ text, mark, difference }, i) => {
        const attributes = {
          'data-difference': difference,
          'data-current': difference !== undefined && difference === current ? '' : undefined,
        };
        if (mark === undefined) {
          return difference === undefined ? (
            text
          ) : (
            <span key={i} {...attributes}>
              {text}
            </span>
          );
        }
        if (text === '') return <span key={i} class={`edit-gap ${mark}`} {...attributes} />;
        const Tag = mark === 'dropped' ? 'del' : mark === 'added' ? 'ins' : 'mark';
        return (
          <Tag key={i} class={`edit ${mark} ${side}`} {...attributes}>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
