import type { EditedPiece } from './edited-pieces.ts';
import type { Translate } from '../card/translate.ts';

interface Props {
  readonly pieces: readonly EditedPiece[];
  readonly t: Translate;
}

/** A stretch of a page with its differences to a source, which are said as well as seen. */
export function EditedText({ pieces, t }: Props) {
  return (
    <span class="edited" lang="zh-CN">
      {pieces.map((piece, i) => (
        <Piece key={i} piece={piece} t={t} />
      ))}
    </span>
  );
}

function Piece({ piece, t }: { readonly piece: EditedPiece; readonly t: Translate }) {
  if (piece.type === 'same') return <>{piece.text}</>;
  if (piece.type === 'gap') return <span class="edited-gap"> …… </span>;
  if (piece.type === 'moved') {
    return (
      <span class="edited-moved" title={t('passageSaidMoved')}>
        <span class="unseen">{t('passageSaidMoved')} </span>
        {piece.page}
      </span>
    );
  }
  const figure = piece.type === 'figure';
  return (
    <span class={figure ? 'edited-figure' : undefined} title={figure ? t('passageSaidFigure') : undefined}>
      {figure && <span class="unseen">{t('passageSaidFigure')} </span>}
      {piece.source !== '' && (
        <del>
          <span class="unseen">{t('passageSaidDropped')} </span>
          {piece.source}
        </del>
      )}
      {piece.page !== '' && (
        <ins>
          <span class="unseen">{t('passageSaidAdded')} </span>
          {piece.page}
        </ins>
      )}
    </span>
  );
}
