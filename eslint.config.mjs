import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

/** Who may know whom; the table for readers stands in ARCHITECTURE.md. */
const zones = [
  {
    target: ['./src/frontmatter', './src/richtext'],
    from: [
      './src/server',
      './src/importer',
      './src/exporter',
      './src/app',
      './src/admin',
      './src/database.ts',
      './src/openPayload.ts',
      './src/payload.config.ts',
      './collections/hooks',
      './collections/access',
      './collections/endpoints',
    ],
    message: 'These stages are pure: text in, document out. They run in worker threads.',
  },
  {
    target: './collections',
    from: ['./src/server', './src/importer', './src/exporter', './src/app', './scripts'],
    message: 'Collections say what is stored; they know nothing of who uses them.',
  },
  {
    target: ['./src/importer', './src/exporter'],
    from: ['./src/server', './src/app', './src/admin', './scripts'],
    message: 'A migration runs without the server and the admin panel.',
  },
  {
    target: './src/app',
    from: ['./src/server', './src/importer', './src/exporter', './scripts'],
    message: 'src/app is the admin panel and nothing else.',
  },
  {
    target: ['./src', './collections'],
    from: ['./scripts', './tests'],
    message: 'The product does not know how it is started or tested.',
  },
]

const impureModules = {
  paths: [
    'payload',
    'mongoose',
    'undici',
    'express',
    'fs',
    'fs/promises',
    'http',
    'https',
    'net',
    'node:fs',
    'node:fs/promises',
    'node:http',
    'node:https',
    'node:net',
    'node:dns',
    'node:child_process',
  ].map((name) => ({
    name,
    allowTypeImports: true,
    message: 'Pure stages touch no disk, network or database.',
  })),
  patterns: [
    {
      group: ['@payloadcms/db-*', '@payloadcms/next', '@payloadcms/next/*'],
      message: 'Pure stages touch no disk, network or database.',
    },
  ],
}

export default tseslint.config(
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  {
    ignores: [
      'node_modules/',
      '.next/',
      'data/',
      'media/',
      'coverage/',
      'samples/',
      'tests/fixtures/',
      'tests/.tmp/',
      'next-env.d.ts',
      'src/payload-types.ts',
      'examples/galley-api.d.ts',
      '.galley/',
      'src/migrations/',
      'src/app/(payload)/admin/importMap.js',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
      // An empty environment variable or front-matter value counts as not set.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // Stored data and request bodies hold what their types don't promise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // Payload marks what changes in its next major version, long before there is another way.
      '@typescript-eslint/no-deprecated': 'off',
      // We write no `any`; parsers, Payload's hooks and JSON hand some over, which is narrowed where it is read.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      // Matters of taste.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/no-useless-default-assignment': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      '@typescript-eslint/prefer-includes': 'off',
      '@typescript-eslint/prefer-optional-chain': 'off',
      '@typescript-eslint/prefer-string-starts-ends-with': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/order': [
        'error',
        {
          groups: [
            ['builtin', 'external'],
            ['internal', 'parent', 'sibling', 'index'],
          ],
        },
      ],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { zones, basePath: import.meta.dirname }],
    },
  },
  {
    files: ['src/frontmatter/**/*.ts', 'src/richtext/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', impureModules] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
