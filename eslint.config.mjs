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
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // An empty environment variable or front-matter value counts as not set.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // Stored data and request bodies hold what their types don't promise.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
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
    // Payload hands hooks and field functions its documents as `any`.
    files: ['collections/**/*.ts', 'src/admin/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-deprecated': 'off',
    },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
