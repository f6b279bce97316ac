import { isDefaultLook, LOOK_KEY, readLook, type Look } from '../../core/look.ts';
import { PASSAGES_KEY, passagesWanted } from '../../core/passages/passage-settings.ts';
import { KINDS } from '../../core/match/kinds.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { writeKey } from '../../platform/local-storage.ts';
import { KIND_NAMES, KindLabel } from '../components/kind-line.tsx';
import { Switch } from '../components/switch.tsx';

/** Which kinds are painted, and how. */
export function MarksSection({ local }: { readonly local: Readonly<Record<string, unknown>> }) {
  const look = readLook(local[LOOK_KEY]);
  const change = (part: Partial<Look>): void => {
    const changed = { ...look, ...part };
    void writeKey(LOOK_KEY, isDefaultLook(changed) ? undefined : changed);
  };
  return (
    <section aria-labelledby="marks">
      <h2 id="marks">{t('optionsMarks')}</h2>
      <div class="choices">
        {KINDS.map((kind) => (
          <Switch
            key={kind}
            label={<KindLabel kind={kind}>{t(KIND_NAMES[kind] satisfies MessageKey)}</KindLabel>}
            checked={!look.hidden.includes(kind)}
            onChange={(on) => {
              change({ hidden: KINDS.filter((k) => (k === kind ? !on : look.hidden.includes(k))) });
            }}
          />
        ))}
        <Switch
          label={t('optionsTint')}
          checked={look.tint}
          onChange={(tint) => {
            change({ tint });
          }}
        />
        <Switch
          label={t('passageSwitch')}
          checked={passagesWanted(local[PASSAGES_KEY])}
          onChange={(on) => void writeKey(PASSAGES_KEY, on ? undefined : false)}
        />
      </div>
      <p class="note">
        {t('optionsMarksNote')} {t('passageSwitchNote')}
      </p>
    </section>
  );
}
