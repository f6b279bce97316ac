import { sentenceAt } from '../../../core/text/sentences.ts';
import type { PassagesFound } from '../../../protocol/passages.ts';
import { MarkedText } from '../../components/marked-text.tsx';
import type { PageTools } from './page-tools.ts';

/** A sentence of more characters than this is cut around its phrase. */
const LONGEST = 90;

interface Props extends Pick<PageTools, 't' | 'onGo'> {
  readonly text: string;
  readonly found: PassagesFound;
}

/** Formula-like phrases that the knowledge base does not know, each in its sentence. */
export function NewFormulations({ text, found, t, onGo }: Props) {
  const { newFormulations } = found;
  if (newFormulations.length === 0) return null;
  return (
    <section>
      <h2>
        {t('pageNewFormulations')} <span class="panel-count">{newFormulations.length}</span>
      </h2>
      <ul class="page-new">
        {newFormulations.map((formulation) => {
          const { start, end } = formulation;
          const sentence = around(sentenceAt(text, start), formulation);
          const before = sentence.cutBefore ? '……' : '';
          const words = text.slice(sentence.start, sentence.end).replace(/\s/gu, ' ');
          const from = start - sentence.start + before.length;
          return (
            <li key={start}>
              <button
                type="button"
                class="link"
                lang="zh-CN"
                title={t('pageGo')}
                onClick={() => {
                  onGo(formulation);
                }}
              >
                {formulation.text}
              </button>
              <p class="page-sentence" lang="zh-CN">
                <MarkedText
                  text={`${before}${words}${sentence.cutAfter ? '……' : ''}`}
                  marks={[{ start: from, end: from + end - start }]}
                />
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

function around(
  sentence: { readonly start: number; readonly end: number },
  { start, end }: { readonly start: number; readonly end: number },
): Sentence {
  if (sentence.end - sentence.start <= LONGEST) return { ...sentence, cutBefore: false, cutAfter: false };
  const room = Math.max(0, Math.floor((LONGEST - (end - start)) / 2));
  const from = Math.max(sentence.start, start - room);
  const to = Math.min(Math.max(sentence.end, end), end + room);
  return { start: from, end: to, cutBefore: from > sentence.start, cutAfter: to < sentence.end };
}
