import { defineConfig } from 'wxt';
import { compileSeeds } from './src/cli/compile.ts';

export default defineConfig({
  publicDir: 'src/public',
  manifestVersion: 3,
  imports: false,
  hooks: {
    'build:before': () => {
      compileSeeds();
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage'],
    action: { default_title: '__MSG_extensionName__' },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'tifa@tifa.invalid',
              strict_min_version: '146.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '116' }),
  }),
});
