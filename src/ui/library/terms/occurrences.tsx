import { useState } from 'preact/hooks';
import { contextOf, type Occurrence } from '../../../core/knowledge/concordance.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import type { Source } from '../../../core/knowledge/source.ts';
import { sourceRoute } from '../../../core/library-route.ts';
import { kindLine } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';

/** Characters on each side of a term in its context. */
const WIDTH = 18;
/** Longer terms take a line of their own instead of the middle of one. */
const LONG = 16;
/** More places in one text than these fold away. */
const SHOWN = 6;

/** Every place in the sources that has the term, in context. */
export function Occurrences({ term }: { readonly term: Term }) {
  const { data, t } = useLibrary();
  const all = data.concordance.of(term.id);
  const groups = data.sources.flatMap((source) => {
    const here = all.filter((at) => at.source === source.id);
    return here.length === 0 ? [] : [{ source, here }];
  });
  const count =
    all.length === 1
      ? t('libraryOccurrenceOne')
      : t('libraryOccurrencesIn', String(all.length), String(groups.length));
  return (
    <section class="occurrences">
      <h2>
        {t('libraryOccurrences')}
        {all.length > 0 && <span class="quiet">{count}</span>}
      </h2>
      {!term.surface && <p class="note">{t('libraryNoOccurrence')}</p>}
      {groups.map(({ source, here }) => (
        <InSource key={source.id} source={source} occurrences={here} term={term} />
      ))}
      {all.length > 0 && <p class="note">{t('libraryOccurrenceNote')}</p>}
    </section>
  );
}

interface Props {
  readonly source: Source;
  readonly occurrences: readonly Occurrence[];
  readonly term: Term;
}

function InSource({ source, occurrences, term }: Props) {
  const { t } = useLibrary();
  const [all, setAll] = useState(false);
  const folds = occurrences.length > SHOWN + 1;
  const visible = folds && !all ? occurrences.slice(0, SHOWN) : occurrences;
  return (
    <div class="in-source">
      <h3>
        <a href={sourceRoute(source.id)}>
          <span lang="zh-CN">{source.publisher}</span>{' '}
          <time dateTime={source.published}>{source.published}</time>
        </a>
        <span class="quiet">{occurrences.length}</span>
      </h3>
      <ol class="kwic">
        {visible.map((occurrence, i) => (
          <Line key={i} occurrence={occurrence} source={source} line={kindLine(term.kind, term.weight)} />
        ))}
      </ol>
      {folds && !all && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('libraryShowAll', String(occurrences.length))}
        </button>
      )}
    </div>
  );
}

interface LineProps {
  readonly occurrence: Occurrence;
  readonly source: Source;
  readonly line: string;
}

function Line({ occurrence, source, line }: LineProps) {
  const { t } = useLibrary();
  const { paragraph, start, end, adapted, repeats } = occurrence;
  const text = source.paragraphs[paragraph - 1]?.text ?? '';
  const { before, match, after, cutBefore, cutAfter } = contextOf(text, start, end, WIDTH);
  return (
    <li class={end - start > LONG ? 'kwic-line wide' : 'kwic-line'}>
      <a href={sourceRoute(source.id, paragraph)} lang="zh-CN">
        <span class="before">
          {cutBefore && '…'}
          {before}
        </span>
        <span class="key">
          <span class={line}>{match}</span>
        </span>
        <span class="after">
          {after}
          {cutAfter && '…'}
        </span>
      </a>
      <span class="kwic-note">
        {adapted && <span class="tag">{t('libraryReworded')}</span>}
        <span title={t('libraryParagraph', String(paragraph))}>¶{paragraph}</span>
        {repeats.length > 0 && (
          <span>
            {t('libraryAlsoIn', repeats.map((at) => `${at.source} ¶${String(at.paragraph)}`).join(', '))}
          </span>
        )}
      </span>
    </li>
  );
}
