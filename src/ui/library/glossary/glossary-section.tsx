import { useMemo, useState } from 'preact/hooks';
import { glossaryOf, type GlossaryFormat } from '../../../core/export/glossary.ts';
import { GLOSSARY_FORMATS } from '../../../core/export/write-glossary.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { useLibrary } from '../context.ts';
import { CopyButton } from '../copy-button.tsx';
import { NotFound } from '../not-found.tsx';
import { usePageTitle } from '../page-title.ts';
import { amend } from '../router.ts';
import type { SectionProps } from '../section.ts';
import { GlossaryPreview } from './glossary-preview.tsx';
import { idsIn, scopeRoute, type Scope } from './scope.ts';

const FORMATS: readonly (readonly [GlossaryFormat, MessageKey])[] = [
  ['tsv', 'libraryGlossaryTsv'],
  ['tbx', 'libraryGlossaryTbx'],
  ['markdown', 'libraryGlossaryMarkdown'],
];

/** #/glossary, #/glossary?source=ID, #/glossary?ids=ID,ID: terms as a file for translators. */
export function GlossarySection({ route: { path, query } }: SectionProps) {
  const { data, t } = useLibrary();
  const source = query.get('source');
  const ids = idsIn(query);
  const [scope, setScope] = useState<Scope>(
    source !== undefined ? { source } : ids.length > 0 ? { ids } : {},
  );
  usePageTitle(t('libraryGlossary'));
  if (path.length > 0 || (source !== undefined && data.source(source) === undefined)) {
    return <NotFound reason={t('libraryNoSource', source ?? path.join('/'))} section="sources" />;
  }
  const choose = (next: Scope): void => {
    setScope(next);
    amend(scopeRoute(next));
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('libraryGlossary')}</h1>
      <p class="intro">{t('libraryGlossaryIntro')}</p>
      <div class="glossary-form">
        <label class="choice">
          <span>{t('libraryGlossaryScope')}</span>
          <select
            value={scope.ids !== undefined ? 'page' : (scope.source ?? '')}
            onChange={({ currentTarget: { value } }) => {
              choose(value === 'page' ? { ids } : value === '' ? {} : { source: value });
            }}
          >
            <option value="">{t('libraryGlossaryAll')}</option>
            {ids.length > 0 && <option value="page">{t('libraryGlossaryPage', String(ids.length))}</option>}
            {data.sources.map(({ id, publisher, published }) => (
              <option key={id} value={id}>
                {`${id} ${publisher} ${published}`}
              </option>
            ))}
          </select>
        </label>
        <Export scope={scope} />
      </div>
    </>
  );
}

/** The glossary of a scope: its size, its file, its first lines. */
function Export({ scope }: { readonly scope: Scope }) {
  const { data, language, t, download } = useLibrary();
  const [format, setFormat] = useState<GlossaryFormat>('tsv');
  const [said, setSaid] = useState('');
  const [asText, setAsText] = useState(false);
  const { source, ids } = scope;
  const entries = useMemo(() => {
    const terms =
      ids !== undefined
        ? data.all(ids)
        : source !== undefined
          ? data.all(data.concordance.termsIn(source))
          : data.knowledge.terms;
    return glossaryOf(terms, data.sources, data.concordance, source);
  }, [data, source, ids]);
  const writer = GLOSSARY_FORMATS[format];
  const title = data.source(source ?? '')?.title ?? t('extensionName');
  const text = useMemo(() => writer.write(entries, { title, language }), [writer, entries, title, language]);
  const unknown = ids === undefined ? 0 : ids.length - data.all(ids).length;
  const name = `tifa-glossary${source === undefined ? '' : `-${source}`}.${writer.extension}`;
  return (
    <>
      <fieldset class="formats">
        <legend>{t('libraryGlossaryFormat')}</legend>
        {FORMATS.map(([value, label]) => (
          <label key={value} class="check">
            <input
              type="radio"
              name="format"
              value={value}
              checked={format === value}
              onChange={() => {
                setFormat(value);
                setSaid('');
              }}
            />
            {t(label)}
          </label>
        ))}
      </fieldset>
      <p class="count" role="status">
        {t(
          'libraryGlossarySize',
          String(entries.length),
          String(entries.filter(({ example }) => example).length),
        )}
      </p>
      {unknown > 0 && <p class="note">{t('libraryGlossaryUnknown', String(unknown))}</p>}
      <p class="export">
        <button
          type="button"
          class="primary"
          onClick={() => {
            const done = download(name, text, writer.type);
            setSaid(done ? t('libraryDownloaded', name) : t('libraryDownloadFailed'));
            if (!done) setAsText(true);
          }}
        >
          {t('libraryDownload')}
        </button>
        <CopyButton label={t('libraryCopyAll')} text={() => text} />
        <span role="status">{said}</span>
      </p>
      <details
        class="as-text"
        open={asText}
        onToggle={(event) => {
          setAsText(event.currentTarget.open);
        }}
      >
        <summary>{t('libraryAsText')}</summary>
        {asText && (
          <textarea readOnly rows={12} aria-label={t('libraryAsText')} value={text} spellcheck={false} />
        )}
      </details>
      <GlossaryPreview entries={entries} />
    </>
  );
}
