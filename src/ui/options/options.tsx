import { extensionVersion } from '../../platform/about.ts';
import { t } from '../../platform/i18n.ts';
import { CardSection } from './card-section.tsx';
import { MarksSection } from './marks-section.tsx';
import { NotesChoices } from './notes-choices.tsx';
import { ObjectionsSection } from './objections-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { SitesSection } from './sites-section.tsx';
import { useStored } from './use-stored.ts';

/** The options page: every choice of the reader in one place, each of which can be taken back. */
export function Options() {
  const stored = useStored();
  if (stored === undefined) return <main class="options" aria-busy="true" />;
  return (
    <main class="options">
      <h1>{t('optionsTitle')}</h1>
      <p class="lead">{t('optionsSaved')}</p>
      <MarksSection local={stored.local} />
      <CardSection local={stored.local} />
      <NotesChoices local={stored.local} />
      <SitesSection local={stored.local} granted={stored.granted} />
      <ObjectionsSection local={stored.local} />
      <PrivacySection />
      <p class="version">{t('optionsVersion', extensionVersion())}</p>
    </main>
  );
}
