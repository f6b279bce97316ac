import { charDiff, type DiffPiece } from '../../../core/text/char-diff.ts';
import { termRoute } from '../../../core/library-route.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { useLibrary } from '../context.ts';

/** Earlier and later wordings, each beside this term, the differing characters marked. */
export function Wordings({ term }: { readonly term: Term }) {
  const { data, t } = useLibrary();
  const pairs = [
    ...data.all(term.earlier).map((other) => [other, term] as const),
    ...data.all(term.later).map((other) => [term, other] as const),
  ];
  if (pairs.length === 0) return null;
  return (
    <section>
      <h2>{t('libraryWordings')}</h2>
      {pairs.map(([earlier, later]) => {
        const [before, after] = charDiff(earlier.zh, later.zh);
        return (
          <div key={`${earlier.id} ${later.id}`} class="wordings">
            <Wording of={earlier} pieces={before} own={earlier.id === term.id} />
            <Wording of={later} pieces={after} own={later.id === term.id} />
          </div>
        );
      })}
      <p class="note">{t('libraryWordingNote')}</p>
    </section>
  );
}

interface WordingProps {
  readonly of: Term;
  readonly pieces: readonly DiffPiece[];
  readonly own: boolean;
}

function Wording({ of: { id, firstIn }, pieces, own }: WordingProps) {
  const { data, t } = useLibrary();
  const date = data.source(firstIn ?? '')?.published;
  const words = pieces.map(({ text, shared }, i) =>
    shared ? (
      text
    ) : (
      <mark key={i} class="only">
        {text}
      </mark>
    ),
  );
  return (
    <div class="wording">
      <p class="wording-date">
        {date !== undefined && <time dateTime={date}>{date}</time>}
        {own && <span>{t('libraryWordingThis')}</span>}
      </p>
      <p class="wording-zh" lang="zh-CN">
        {own ? words : <a href={termRoute(id)}>{words}</a>}
      </p>
    </div>
  );
}
