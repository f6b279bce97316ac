import { termRoute } from '../../../core/library-route.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { kindLine } from '../../components/kind-line.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { queryMarks } from '../../components/query-marks.ts';

interface Props {
  readonly term: Term;
  /** Its number in a set. */
  readonly number?: number;
  /** What was looked up, to be marked in it. Only results of a look-up are of mixed kinds and show theirs. */
  readonly query?: string;
}

/** One term of a list, as a link to its page. */
export function TermRow({ term, number, query = '' }: Props) {
  const { id, kind, weight, zh, pinyin, en } = term;
  const marks = (text: string) => (query === '' ? [] : queryMarks(text, query));
  return (
    <li class="term-row">
      <a href={termRoute(id)}>
        {number !== undefined && <span class="row-number">{number}</span>}
        <span class="row-zh" lang="zh-CN">
          {query === '' ? (
            zh
          ) : (
            <span class={kindLine(kind, weight)}>
              <MarkedText text={zh} marks={marks(zh)} />
            </span>
          )}
        </span>
        <span class="row-pinyin" lang="zh-Latn-pinyin">
          {pinyin}
        </span>
        <span class="row-en" lang="en">
          <MarkedText text={en} marks={marks(en)} />
        </span>
      </a>
    </li>
  );
}
