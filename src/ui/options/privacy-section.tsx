import { t, type MessageKey } from '../../platform/i18n.ts';

/** Each permission of the manifest, and what it is for. */
const PERMISSIONS: readonly (readonly [name: MessageKey, why: MessageKey])[] = [
  ['optionsPermissionHosts', 'optionsPermissionHostsWhy'],
  ['optionsPermissionActiveTab', 'optionsPermissionActiveTabWhy'],
  ['optionsPermissionMenus', 'optionsPermissionMenusWhy'],
  ['optionsPermissionScripting', 'optionsPermissionScriptingWhy'],
  ['optionsPermissionSidePanel', 'optionsPermissionSidePanelWhy'],
  ['optionsPermissionStorage', 'optionsPermissionStorageWhy'],
  ['optionsPermissionUnlimited', 'optionsPermissionUnlimitedWhy'],
];

export function PrivacySection() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">{t('optionsPrivacy')}</h2>
      <p>{t('optionsPrivacyLead')}</p>
      <dl class="permissions">
        {PERMISSIONS.map(([name, why]) => (
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
