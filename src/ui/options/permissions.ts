import type { MessageKey } from '../../platform/i18n.ts';

/** A permission as the manifest names it, what it is called in the options, and what it is for. */
interface Explained {
  readonly permission: string;
  readonly name: MessageKey;
  readonly why: MessageKey;
}

/** Each permission of the manifest; a test holds them against it. */
export const PERMISSIONS: readonly Explained[] = [
  { permission: 'host_permissions', name: 'optionsPermissionHosts', why: 'optionsPermissionHostsWhy' },
  { permission: 'activeTab', name: 'optionsPermissionActiveTab', why: 'optionsPermissionActiveTabWhy' },
  { permission: 'contextMenus', name: 'optionsPermissionMenus', why: 'optionsPermissionMenusWhy' },
  { permission: 'scripting', name: 'optionsPermissionScripting', why: 'optionsPermissionScriptingWhy' },
  { permission: 'sidePanel', name: 'optionsPermissionSidePanel', why: 'optionsPermissionSidePanelWhy' },
  { permission: 'storage', name: 'optionsPermissionStorage', why: 'optionsPermissionStorageWhy' },
  {
    permission: 'unlimitedStorage',
    name: 'optionsPermissionUnlimited',
    why: 'optionsPermissionUnlimitedWhy',
  },
];
