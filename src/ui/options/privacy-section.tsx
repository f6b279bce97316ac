import { t } from '../../platform/i18n.ts';
import { PERMISSIONS } from './permissions.ts';

export function PrivacySection() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{t('optionsPrivacy')}</h2>
      <p>{t('optionsPrivacyLead')}</p>
      <dl class="permissions">
        {PERMISSIONS.map(({ name, why }) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{t(why)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('optionsReadableByPage')}</p>
    </section>
  );
}
