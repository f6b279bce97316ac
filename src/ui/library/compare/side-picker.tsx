import { useId, useState } from 'preact/hooks';
import { useLibrary } from '../context.ts';
import { readFile } from './read-file.ts';
import type { Side } from './sides.ts';
import { LONGEST_TEXT, type OwnText, type SideText } from './use-side-text.ts';

interface Props {
  readonly label: string;
  readonly side: Side;
  /** The tab whose page may be chosen. */
  readonly tab: number | undefined;
  readonly own: OwnText;
  readonly text: SideText;
  readonly onSide: (side: Side) => void;
  readonly onOwn: (own: OwnText) => void;
}

/** Chooses the text of a side: a source, a page, or one of the reader's own. */
export function SidePicker({ label, side, tab, own, text, onSide, onOwn }: Props) {
  const { data, t } = useLibrary();
  return (
    <div class="compare-side">
      <label class="compare-choice">
        <span>{label}</span>
        <select
          value={side.kind === 'source' ? side.id : side.kind}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value === 'own' || value === 'none') onSide({ kind: value });
            else if (value === 'page') onSide(tab === undefined ? { kind: 'none' } : { kind: 'page', tab });
            else onSide({ kind: 'source', id: value });
          }}
        >
          <option value="none">{t('compareChoose')}</option>
          {data.sources.map(({ id, title, publisher, published }) => (
            <option key={id} value={id} lang="zh-CN">
              {`${published} ${publisher}：${title}（${id}）`}
            </option>
          ))}
          <option value="own">{t('compareOwn')}</option>
          {tab !== undefined && <option value="page">{t('comparePage')}</option>}
        </select>
      </label>
      {side.kind === 'own' && <OwnTextField label={label} own={own} onOwn={onOwn} />}
      <p class="note" role="status">
        {text.state === 'loading' && t('comparePageLoading')}
        {text.state === 'gone' && t('comparePageGone')}
        {text.whole && t('comparePageWhole')}
        {text.cut && ` ${t('compareCut', LONGEST_TEXT.toLocaleString('en'))}`}
      </p>
    </div>
  );
}

interface OwnProps {
  readonly label: string;
  readonly own: OwnText;
  readonly onOwn: (own: OwnText) => void;
}

function OwnTextField({ label, own, onOwn }: OwnProps) {
  const { t } = useLibrary();
  const hint = useId();
  const [refused, setRefused] = useState('');
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const text = await readFile(file).catch(() => undefined);
    setRefused(text === undefined ? file.name : '');
    if (text !== undefined) onOwn({ text, name: file.name });
  };
  return (
    <div class="compare-own">
      <textarea
        lang="zh-CN"
        rows={6}
        aria-label={`${label}: ${t('comparePaste')}`}
        aria-describedby={hint}
        placeholder={t('comparePasteHint')}
        value={own.text}
        spellcheck={false}
        onInput={(event) => {
          onOwn({ text: event.currentTarget.value });
        }}
      />
      <p class="note" id={hint}>
        <label class="text-button file-button">
          {t('compareOpenFile')}
          <input
            type="file"
            class="unseen"
            accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
            onChange={(event) => {
              const input = event.currentTarget;
              void open(input.files?.[0]).then(() => {
                // So that the same file can be opened again after a change.
                input.value = '';
              });
            }}
          />
        </label>
        <span>{t('compareNotKept')}</span>
      </p>
      {refused !== '' && (
        <p class="note" role="alert">
          {t('compareNoText', refused)}
        </p>
      )}
    </div>
  );
}
