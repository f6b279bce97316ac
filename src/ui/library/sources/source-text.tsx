import { sourceRoute, termRoute } from '../../../core/library-route.ts';
import type { Paragraph, Source } from '../../../core/knowledge/source.ts';
import type { Mention } from '../../../core/match/recogniser.ts';
import { useLibrary } from '../context.ts';
import { FigureMark } from './figure-mark.tsx';
import { textPieces } from './text-pieces.ts';

interface Props {
  readonly source: Source;
  /** Which paragraphs: the headlines that the text begins with, or what follows them. */
  readonly part: 'headlines' | 'text';
  /** The paragraph that the address names, from 1. */
  readonly target?: number;
}

/** A source's text, typeset for reading: terms are links, numbers explain themselves, paragraphs are numbered. */
export function SourceText({ source, part, target }: Props) {
  const { data } = useLibrary();
  const mentions = data.concordance.mentionsIn(source.id);
  const from = headlineCount(source);
  const numbered = source.paragraphs.map((paragraph, i) => ({ paragraph, number: i + 1 }));
  const firstSummary = source.paragraphs.findIndex(({ role }) => role === 'summary');
  return (
    <div class={`source-${part}`} lang="zh-CN">
      {(part === 'text' ? numbered.slice(from) : numbered.slice(0, from)).map(({ paragraph, number }) => (
        <TextParagraph
          key={number}
          source={source}
          paragraph={paragraph}
          number={number}
          mentions={mentions[number - 1] ?? []}
          target={number === target}
          labelled={number - 1 === firstSummary}
        />
      ))}
    </div>
  );
}

/** How many headlines a text begins with. */
export function headlineCount({ paragraphs }: Source): number {
  const first = paragraphs.findIndex(({ role }) => role !== 'headline');
  return first < 0 ? paragraphs.length : first;
}

interface ParagraphProps {
  readonly source: Source;
  readonly paragraph: Paragraph;
  readonly number: number;
  readonly mentions: readonly Mention[];
  readonly target: boolean;
  /** Whether it is the first of the summaries, which says what they are. */
  readonly labelled: boolean;
}

function TextParagraph({ source, paragraph, number, mentions, target, labelled }: ParagraphProps) {
  const { language, t } = useLibrary();
  const { role, text } = paragraph;
  const main = role === 'headline' && text === source.title;
  const subheading = role === 'subheading';
  const classes = ['paragraph', role, main ? 'main' : '', target ? 'target' : ''];
  const words =
    role === 'headline' ? (
      <HeadlineWords text={text} mentions={mentions} />
    ) : (
      <Words text={text} mentions={mentions} />
    );
  return (
    <>
      {labelled && (
        <p class="summary-label" lang={language === 'zh' ? 'zh-CN' : 'en'}>
          {t('librarySummary')}
        </p>
      )}
      <div class={classes.filter((name) => name !== '').join(' ')} tabIndex={target ? -1 : undefined}>
        <a
          class="number"
          href={sourceRoute(source.id, number)}
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          aria-label={t('libraryParagraph', String(number))}
          aria-current={target ? 'location' : undefined}
        >
          {number}
        </a>
        {main ? <h1 tabIndex={-1}>{words}</h1> : subheading ? <h2>{words}</h2> : <p>{words}</p>}
      </div>
    </>
  );
}

interface WordsProps {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** A space parts a headline's clauses: a line breaks there before it breaks within one. */
function HeadlineWords({ text, mentions }: WordsProps) {
  const gaps = [...text.matchAll(/[ \u3000]+/gu)].filter(
    ({ index }) => !mentions.some(({ start, end }) => start <= index && index < end),
  );
  const starts = [0, ...gaps.map(({ 0: gap, index }) => index + gap.length)];
  return (
    <>
      {starts.map((start, i) => {
        const end = starts[i + 1] ?? text.length;
        const inside = mentions
          .filter((mention) => mention.start >= start && mention.end <= end)
          .map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start }));
        const clause = text.slice(start, end);
        const shown = clause.trimEnd();
        return [
          <span key={start} class="headline-clause">
            <Words text={shown} mentions={inside} />
          </span>,
          clause.slice(shown.length),
        ];
      })}
    </>
  );
}

function Words({ text, mentions }: WordsProps) {
  const { data } = useLibrary();
  return (
    <>
      {textPieces(text, mentions).map((piece, i) => {
        if (piece.type === 'text') return piece.text;
        if (piece.type === 'figure') return <FigureMark key={i} figure={piece.figure} />;
        const term = data.termOf(piece.mention);
        if (term === undefined) return piece.text;
        return (
          <a key={i} class="term" href={termRoute(term.id)} data-term={term.id}>
            {piece.text}
          </a>
        );
      })}
    </>
  );
}
