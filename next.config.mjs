import { withPayload } from '@payloadcms/next/withPayload'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.dirname(fileURLToPath(import.meta.url))

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The Express host compresses, and types are checked by `npm run check`.
  compress: false,
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root,
    rules: {
      '**/@payloadcms/ui/dist/exports/client/*.js': {
        loaders: [path.join(root, 'src/admin/codeEditorFromHere.cjs')],
      },
    },
  },
  // Loaded by the server alone, and only where files lie in a bucket.
  serverExternalPackages: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
  allowedDevOrigins: ['127.0.0.1'],
}

export default withPayload(config, { devBundleServerPackages: false })
