import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Ways of writing markup into a page. Text goes in by textContent and Preact. */
const MARKUP_PROPERTIES = ['innerHTML', 'outerHTML', 'srcdoc', 'dangerouslySetInnerHTML'];
const MARKUP_CALLS = ['insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment'];

const NO_MARKUP = [
  {
    selector: `AssignmentExpression > MemberExpression.left[property.name=/^(${MARKUP_PROPERTIES.join('|')})$/]`,
    message: 'Markup is never written into a document: use textContent or Preact.',
  },
  {
    selector: `JSXAttribute[name.name=/^(${MARKUP_PROPERTIES.join('|')})$/]`,
    message: 'Markup is never written into a document: use Preact children.',
  },
  {
    selector: `CallExpression[callee.property.name=/^(${MARKUP_CALLS.join('|')})$/]`,
    message: 'Markup is never written into a document: use textContent or Preact.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'document.write destroys the page.',
  },
];

export default defineConfig(
  globalIgnores([
    'node_modules/',
    '.output/',
    '.wxt/',
    'out/',
    'test-results/',
    'src/generated/',
    'tests/fixtures/',
    'seeds/',
  ]),
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Spreading a string gives its code points, and that is what is wanted of Han characters.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/**', 'entrypoints/**'],
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-syntax': ['error', ...NO_MARKUP],
    },
  },
  {
    files: ['src/**', 'entrypoints/**'],
    ignores: ['src/platform/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'browser', message: 'The browser is reached through src/platform only.' },
        { name: 'chrome', message: 'The browser is reached through src/platform only.' },
      ],
    },
  },
  {
    // The same input gives the same output, in Node and in every browser.
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'The core has no randomness: take it as a parameter.',
        },
        { object: 'Date', property: 'now', message: 'The core has no clock: take the time as a parameter.' },
        { object: 'performance', property: 'now', message: 'The core has no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...NO_MARKUP,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The core has no clock: take the time as a parameter.',
        },
      ],
    },
  },
  {
    // Loops over typed arrays, where an index is known to be in range and a check would be paid per character.
    files: [
      'src/core/match/**',
      'src/core/passages/**',
      'src/core/text/**',
      'src/core/anchor/gram-index.ts',
      'src/dom/**',
    ],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    // What comes back from a page is `any`.
    files: ['tests/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.js', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs', globals: { module: 'writable', require: 'readonly' } },
  },
  prettier,
);
