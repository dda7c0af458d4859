import { nestedDocsPlugin } from '@payloadcms/plugin-nested-docs'
import { en } from '@payloadcms/translations/languages/en'
import { zh } from '@payloadcms/translations/languages/zh'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { destination } from 'pino'
import sharp from 'sharp'
import { collections } from '../collections'
import { closeInternals } from '../collections/access/closeInternals'
import { jobsPolicy } from '../collections/access/policy'
import { savedViews, finishSavedViews } from '../collections/savedViews'
import { MAX_FILE_BYTES } from '../collections/hooks/checkUpload'
import { securityEndpoints } from './admin/security/endpoints'
import { removeSamples } from './admin/tour/sampleContent'
import { pasteEndpoint } from './admin/writing/pasteEndpoint'
import { calendarEndpoint, removeSchedule, retrySchedule } from './admin/calendar/endpoints'
import { paletteEndpoint } from './admin/palette/endpoint'
import { databaseAdapter } from './database'
import { editor } from './editor'
import { searchPlugin } from './search/searchPlugin'
import { emailAdapter } from './email'
import { importEndpoints } from './importRuns/endpoints'
import { checkMedia } from './jobs/checkMedia'
import { deliverWebhook } from './jobs/deliverWebhook'
import { importRun } from './jobs/importRun'
import { mailNotification } from './jobs/mailNotification'
import { purgeActivity } from './jobs/purgeActivity'
import { purgeImports } from './jobs/purgeImports'
import { reindexTerm } from './jobs/reindexTerm'
import { payloadSecret } from './secret'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Origins whose pages may call the API with cookies: PUBLIC_URL and CORS_ORIGINS (comma list). */
const origins = [process.env.PUBLIC_URL, ...(process.env.CORS_ORIGINS ?? '').split(',')].filter(
  (origin): origin is string => Boolean(origin?.trim()),
)

/** The one place where everything is put together. */
export default buildConfig({
  secret: payloadSecret(),
  serverURL: '',
  db: databaseAdapter(),
  editor,
  sharp,
  // Standard output belongs to what a command answers; the server puts its own logger in this one's place.
  logger: {
    options: { level: process.env.PAYLOAD_LOG_LEVEL || process.env.LOG_LEVEL || 'info' },
    destination: destination({ dest: 2, sync: true }),
  },
  collections,
  cors: origins,
  csrf: origins,
  defaultDepth: 1,
  maxDepth: 4,
  telemetry: false,
  i18n: { supportedLanguages: { en, zh }, fallbackLanguage: 'en' },
  email: emailAdapter(),
  upload: {
    limits: { fileSize: MAX_FILE_BYTES },
    abortOnLimit: true,
  },
  queryPresets: savedViews,
  plugins: [
    searchPlugin,
    nestedDocsPlugin({
      collections: ['categories'],
      generateLabel: (_, doc) => (typeof doc.name === 'string' ? doc.name : ''),
      generateURL: (docs) => docs.map(({ slug }) => `/${String(slug)}`).join(''),
    }),
  ],
  admin: {
    user: 'users',
    // Payload's default would tell a third party the digest of each user's e-mail.
    avatar: 'default',
    meta: {
      titleSuffix: ' · Galley',
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: '/galley.svg' }],
    },
    components: {
      providers: [
        '/src/admin/security/ResetCode#ResetCode',
        '/src/admin/names/NameControls#NameControls',
        '/src/admin/leaving/RemoveLeft#RemoveLeft',
      ],
      afterLogin: ['/src/admin/security/LoginHelp#LoginHelp'],
      afterNavLinks: [
        '/src/admin/calendar/CalendarLink#CalendarLink',
        '/src/admin/imports/ImportLink#ImportLink',
      ],
      actions: ['/src/admin/palette/Palette#Palette', '/src/admin/notifications/Bell#Bell'],
      views: {
        dashboard: { Component: '/src/admin/dashboard/Dashboard#Dashboard' },
        calendar: { Component: '/src/admin/calendar/CalendarView#CalendarView', path: '/calendar' },
        tree: { Component: '/src/admin/terms/TreeView#TreeView', path: '/tree' },
        import: { Component: '/src/admin/imports/NewImportView#NewImportView', path: '/import' },
      },
      graphics: { Logo: '/src/admin/Logo#Logo', Icon: '/src/admin/Icon#Icon' },
    },
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
  },
  // Only `npm run generate` writes it: a server or a test that starts must not change the code.
  typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
  graphQL: {
    schemaOutputFile: path.join(root, 'src/schema.graphql'),
    disablePlaygroundInProduction: true,
    disableIntrospectionInProduction: process.env.GRAPHQL_INTROSPECTION !== 'true',
    maxComplexity: 1000,
  },
  endpoints: [
    paletteEndpoint,
    calendarEndpoint,
    retrySchedule,
    removeSchedule,
    ...importEndpoints,
    pasteEndpoint,
    ...securityEndpoints,
    removeSamples,
  ],
  // Run by src/jobs/runner.ts.
  jobs: {
    access: jobsPolicy,
    tasks: [
      mailNotification,
      checkMedia,
      deliverWebhook,
      purgeActivity,
      purgeImports,
      importRun,
      reindexTerm,
    ],
  },
})
  .then(closeInternals)
  .then(finishSavedViews)
