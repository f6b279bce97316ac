import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { HOSTS } from './src/core/hosts.ts';
import { compileSeeds } from './src/cli/compile.ts';
import { localeFiles } from './src/locales/strings.ts';

/**
 * What our own pages draw their first frame with, in two files, since each file is a
 * question to the browser: what the worker has too, and the rest. All that comes
 * later (knowledge base, cards, sections) stays in others.
 */
const FIRST_FRAME = [
  {
    name: 'base',
    test: /node_modules\/(?:webextension-polyfill|valibot)\/|virtual:wxt-plugins|\/src\/(?:platform\/|protocol\/(?:messages|library|passages)\.|core\/(?:hosts|library-route|objections|settings|sites|match\/(?:kinds|sets)|knowledge\/knowledge)\.)/u,
  },
  {
    name: 'pages',
    test: /node_modules\/preact\/|\/src\/(?:dom\/after-frame|ui\/(?:objections|components\/(?:kind-line|marked-text|figure-line|switch))\.)|preload-helper|modulepreload|virtual:wxt-html-plugins/u,
  },
];

export default defineConfig({
  publicDir: 'src/public',
  manifestVersion: 3,
  zip: { excludeSources: ['out/**', 'test-results/**', 'docs/screenshots/**'] },
  imports: false,
  // The knowledge base is one chunk, read from the disk and only when it is needed.
  vite: () => ({
    build: { chunkSizeWarningLimit: 1500 },
    // WXT's own tells every page that the extension is there, and lets it be ended by the page.
    resolve: {
      alias: {
        'wxt/utils/content-script-context': fileURLToPath(
          new URL('src/content/script-context.ts', import.meta.url),
        ),
      },
    },
  }),
  hooks: {
    'build:before': () => {
      compileSeeds();
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ type }) => type === 'popup')) return;
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is the name that WXT writes
      const output = config.build?.rollupOptions?.output;
      if (output === undefined || Array.isArray(output))
        throw new Error('WXT writes its output another way now');
      output.codeSplitting = {
        includeDependenciesRecursively: false,
        groups: FIRST_FRAME,
      };
    },
    'build:manifestGenerated': ({ config }, manifest) => {
      // In Firefox only user style sheets reach into shadow trees; in Chromium highlights inherit into them.
      if (config.browser !== 'firefox') return;
      for (const script of manifest.content_scripts ?? []) Object.assign(script, { css_origin: 'user' });
    },
    'build:publicAssets': (_, files) => {
      for (const { path, contents } of localeFiles()) files.push({ relativeDest: path, contents });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: HOSTS,
    optional_host_permissions: ['*://*/*'],
    commands: {
      'next-term': { suggested_key: { default: 'Alt+J' }, description: '__MSG_commandNext__' },
      'previous-term': { suggested_key: { default: 'Alt+K' }, description: '__MSG_commandPrevious__' },
      'open-card': { suggested_key: { default: 'Alt+L' }, description: '__MSG_commandOpen__' },
      'take-note': { suggested_key: { default: 'Alt+N' }, description: '__MSG_commandNote__' },
    },
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
