import type { CardWording } from '../../core/knowledge/card-content.ts';
import type { Kind } from '../../core/match/kinds.ts';
import { kindLine } from '../components/kind-line.tsx';
import { Section } from './section.tsx';

interface ChipsProps {
  readonly title: string;
  readonly terms: readonly { readonly id: string; readonly zh: string; readonly kind: Kind }[];
  readonly onOpenTerm: (id: string) => void;
}

/** Terms side by side, each underlined as on the page. */
export function Chips({ title, terms, onOpenTerm }: ChipsProps) {
  if (terms.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="chips" lang="zh-CN">
        {terms.map(({ id, zh, kind }) => (
          <li key={id}>
            <button
              type="button"
              class="chip"
              onClick={() => {
                onOpenTerm(id);
              }}
            >
              <span class={kindLine(kind)}>{zh}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface WordingsProps {
  readonly title: string;
  readonly terms: readonly CardWording[];
  readonly onOpenTerm: (id: string) => void;
}

/** Earlier or later wordings, one a line, with the date of the earliest text that has each. */
export function Wordings({ title, terms, onOpenTerm }: WordingsProps) {
  if (terms.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="wordings">
        {terms.map(({ id, zh, earliest }) => (
          <li key={id} class="wording">
            {earliest !== undefined && (
              <time class="date" dateTime={earliest}>
                {earliest}
              </time>
            )}
            <button
              type="button"
              class="link"
              lang="zh-CN"
              onClick={() => {
                onOpenTerm(id);
              }}
            >
              {zh}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
