/**
 * Who may import whom (docs/architecture.md). A layer not named here may import
 * nothing of ours, so that a new folder has to be thought about.
 *
 * There is no tsConfig here on purpose: WXT's `@/` paths stay unresolvable, and
 * what is unresolvable is an error, so that no import can slip past these rules.
 */

/** Layer under src/ → what it may import under src/, as regular expressions. */
const MAY_IMPORT = {
  core: ['core/'],
  locales: ['locales/'],
  dom: ['dom/', 'core/'],
  protocol: ['protocol/', 'core/'],
  // The interface's strings are data, not code.
  platform: ['platform/', 'locales/'],
  storage: ['storage/', 'core/', 'platform/'],
  content: [
    'content/',
    'core/',
    'dom/',
    'protocol/',
    'platform/',
    'ui/card/',
    'ui/notes/',
    'generated/matcher\\.ts$',
  ],
  background: ['background/', 'core/', 'protocol/', 'storage/', 'platform/', 'generated/'],
  // Our own pages mark terms as pages of the web are marked, by the same painter (docs/decisions/0080).
  ui: ['ui/', 'core/', 'dom/painter\\.ts$', 'locales/', 'protocol/', 'platform/', 'generated/'],
  cli: ['cli/', 'core/'],
  generated: ['core/'],
};

const layers = Object.entries(MAY_IMPORT).map(([layer, allowed]) => ({
  name: `${layer}-imports`,
  comment: `src/${layer} may import only: ${allowed.join(' ')}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: `^src/(${allowed.join('|')})` },
}));

/** Every npm package has this in its resolved path; what is not installed is unresolvable. */
const NPM = '(^|/)node_modules/';
const POLYFILL = '(^|/)node_modules/(@types/)?webextension-polyfill/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'unknown-layer',
      comment: 'A folder of src/ has rules here first.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(MAY_IMPORT).join('|')})/` },
      to: { path: '^(src|entrypoints|tests)/' },
    },
    {
      name: 'entrypoints-imports',
      comment: 'Entrypoints are thin wiring over src/; they share nothing with each other.',
      severity: 'error',
      from: { path: '^entrypoints/([^/]+)/' },
      to: { path: '^(entrypoints|tests|seeds)/', pathNot: '^entrypoints/$1/' },
    },
    {
      name: 'content-script-stays-light',
      comment:
        'What runs in every page reaches, however indirectly, no storage, no knowledge base and no polyfill.',
      severity: 'error',
      from: { path: '^(src/content/|entrypoints/[^/]+\\.content/)' },
      to: {
        path: `^src/storage/|^src/generated/(knowledge|names|sources)|^src/cli/|${POLYFILL}|(^|/)node_modules/dexie/`,
        reachable: true,
      },
    },
    {
      name: 'nothing-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^entrypoints/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(tests/|[^/]+\\.config\\.(ts|js)$)' },
      to: { path: '^tests/' },
    },
    {
      name: 'core-packages',
      comment:
        'The core is pure: no package but small pure ones (a validator, a YAML reader, approximate search, zip), nothing of Node.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: NPM, pathNot: '(^|/)node_modules/(valibot|yaml|approx-string-match|fflate)/' },
    },
    {
      name: 'no-node-outside-cli',
      comment: 'Only the command line runs in Node.',
      severity: 'error',
      from: { path: '^(src|entrypoints)/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'polyfill-only-in-platform',
      comment: 'src/platform is the one seam to the browser, for its types too.',
      severity: 'error',
      from: { pathNot: '^src/platform/' },
      to: { path: POLYFILL },
    },
    {
      name: 'dexie-only-in-storage',
      severity: 'error',
      from: { path: '^(src|entrypoints)/', pathNot: '^src/storage/' },
      to: { path: '(^|/)node_modules/dexie/' },
    },
    {
      name: 'shipped-packages-are-dependencies',
      comment:
        'What ends up in the extension is in dependencies. The core and the command line also compile the seeds, with development packages.',
      severity: 'error',
      from: { path: '^(src|entrypoints)/', pathNot: '^src/(core|cli)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '(^|/)node_modules/(wxt|@types)/',
      },
    },
    {
      name: 'packages-are-declared',
      comment: 'A package that package.json does not name may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'deprecated'] },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    builtInModules: { add: [] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
