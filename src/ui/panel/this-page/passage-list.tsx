import { paragraphAt } from '../../../core/passages/source-line.ts';
import type { PassagesFound } from '../../../protocol/passages.ts';
import { PassageLine } from '../../card/passage-line.tsx';
import { editedPieces } from '../../components/edited-pieces.ts';
import { EditedText } from '../../components/edited-text.tsx';
import type { PageTools } from './page-tools.ts';

/** Characters kept around a difference. */
const CONTEXT = 12;

interface Props extends PageTools {
  readonly text: string;
  readonly found: PassagesFound;
}

/** Every passage in the order of the page, with what differs inside it. */
export function PassageList({ text, found, t, language, onGo, onOpenSource }: Props) {
  const { passages, sources } = found;
  if (passages.length === 0) return null;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return (
    <section>
      <h2>
        {t('pagePassages')} <span class="panel-count">{passages.length}</span>
      </h2>
      {passages.some(({ edits }) => edits.length > 0) && <p class="page-quiet">{t('passageLegend')}</p>}
      <ol class="page-passages">
        {passages.map((passage) => {
          const source = byId.get(passage.source);
          const shown = {
            passage,
            source,
            words: '',
            paragraph: source === undefined ? 1 : paragraphAt(source, passage.sourceStart),
            alsoIn: [],
          };
          return (
            <li key={passage.start} class={`page-passage strip-edge-${passage.class}`}>
              <p class="page-passage-said">
                <PassageLine passage={shown} language={language} t={t} onOpenSource={onOpenSource} />
              </p>
              <p>
                <EditedText pieces={editedPieces(text, passage, passage.edits, CONTEXT)} t={t} />
              </p>
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  onGo(passage);
                }}
              >
                {t('pageGo')}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
