import { useEffect } from 'preact/hooks';
import type { TextRange } from '../../core/knowledge/knowledge.ts';
import type { Kind, Weight } from '../../core/match/kinds.ts';
import type { Translate } from '../card/translate.ts';
import { KIND_NAMES, kindLine } from './kind-line.tsx';
import { MarkedText } from './marked-text.tsx';

export interface ResultItem {
  readonly id: string;
  readonly kind: Kind;
  readonly weight?: Weight;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  /** What of the characters, or of the English, the query matched. */
  readonly zhMarks?: readonly TextRange[];
  readonly enMarks?: readonly TextRange[];
}

interface Props {
  /** The listbox's id, which the look-up box names under aria-controls. */
  readonly id: string;
  readonly query: string;
  /** Results; where the query is empty, what was looked up before. */
  readonly items: readonly ResultItem[];
  /** Index of the active option, or -1; the arrow keys that move it are the look-up box's. */
  readonly active: number;
  readonly t: Translate;
  readonly onChoose: (id: string) => void;
  /** Forgets what was looked up before. */
  readonly onClear?: () => void;
}

/** The id of an option, for the look-up box's aria-activedescendant. */
export function optionId(listId: string, index: number): string {
  return `${listId}-${String(index)}`;
}

/**
 * Results of a look-up as a listbox. Focus stays in the look-up box, which owns
 * the keys; pressing an option does not take it away.
 */
export function ResultList({ id, query, items, active, t, onChoose, onClear }: Props) {
  useEffect(() => {
    // Where nothing is active there is no such element.
    document.getElementById(optionId(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active, items]);
  const recent = query.trim() === '';
  const label = t(recent ? 'listRecent' : 'listResults');
  if (items.length === 0) {
    return (
      <p class="result-none" role="status">
        {recent ? '' : t('listNone', shorten(query.trim()))}
      </p>
    );
  }
  return (
    <div class="result-list">
      {recent && (
        <div class="result-head">
          <span aria-hidden="true">{label}</span>
          {onClear !== undefined && (
            <button type="button" class="text-button" onClick={onClear}>
              {t('listClear')}
            </button>
          )}
        </div>
      )}
      <ul id={id} class="results" role="listbox" aria-label={label}>
        {items.map((item, i) => (
          <li
            key={item.id}
            id={optionId(id, i)}
            class="result"
            role="option"
            aria-selected={i === active}
            onMouseDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onChoose(item.id);
            }}
          >
            <span class="result-line">
              <span class="result-zh" lang="zh-CN">
                <span class={kindLine(item.kind, item.weight)}>
                  <MarkedText text={item.zh} marks={item.zhMarks ?? []} />
                </span>
              </span>
              <span class="result-pinyin" lang="zh-Latn-pinyin">
                {item.pinyin}
              </span>
            </span>
            <span class="result-en" lang="en">
              <MarkedText text={item.en} marks={item.enMarks ?? []} />
            </span>
            <span class="unseen">{t(KIND_NAMES[item.kind])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A pasted page is not said back in full. Cut between code points. */
function shorten(query: string): string {
  const start = [...query.slice(0, 80)].slice(0, 24).join('');
  return start.length < query.length ? `${start}…` : query;
}
