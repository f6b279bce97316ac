import { useEffect, useState } from 'preact/hooks';
import { listObjections, type Objection } from '../../core/objections.ts';
import { t } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';
import { Row } from './row.tsx';

interface Props {
  readonly local: Readonly<Record<string, unknown>>;
}

/** What the reader does not want marked; each can be taken back. */
export function ObjectionsSection({ local }: Props) {
  const objections = listObjections(local);
  const nameOf = useNames(objections.length > 0);
  return (
    <section aria-labelledby="objections">
      <h2 id="objections">{t('optionsObjections')}</h2>
      {objections.length === 0 ? (
        <p class="note">{t('optionsObjectionsNone')}</p>
      ) : (
        <ul class="rows">
          {objections.map((objection) => {
            const words = wordsOf(objection, nameOf(objection.termId));
            return (
              <Row
                key={objection.key}
                words={words}
                action={t('optionsMarkAgain')}
                name={t('optionsMarkAgainName', words)}
                onAct={() => void writeKey(objection.key, undefined)}
              />
            );
          })}
        </ul>
      )}
    </section>
  );
}

function wordsOf(objection: Objection, name: string): string {
  if (objection.type === 'never') return name;
  const { before, after, site, text } = objection;
  return t('optionsWrongPlace', `…${before}【${text ?? name}】${after}…`, site);
}

/** The terms' names. They are fetched only where there is one to show. */
function useNames(wanted: boolean): (id: string) => string {
  const [names, setNames] = useState<ReadonlyMap<string, string>>();
  useEffect(() => {
    if (!wanted) return;
    void import('../../generated/knowledge.ts').then(({ bundledKnowledge }) => {
      setNames(new Map(bundledKnowledge().terms.map(({ id, zh }) => [id, zh])));
    });
  }, [wanted]);
  return (id) => names?.get(id) ?? id;
}
