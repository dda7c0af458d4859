import { configToJSONSchema, type SanitizedCollectionConfig, type SanitizedConfig } from 'payload'
import { collectionPaths } from './collectionPaths'
import { schemasFrom, type Schema } from './schemas'
import { sitePaths, siteSchemas } from './sitePaths'

export type OpenApiDocument = {
  openapi: '3.1.0'
  info: Record<string, unknown>
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, unknown>>
  components: { schemas: Record<string, Schema>; securitySchemes: Record<string, Schema> }
}

/** The description of the HTTP API: documents from the collections as they are configured, and the reads for sites. */
export const openApiDocument = (config: SanitizedConfig): OpenApiDocument => {
  const collections = config.collections.filter(isOfApi)
  const generated = configToJSONSchema(config, 'text')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Galley',
      version: '1',
      description:
        'Documents over REST, and what a site needs beside them. GraphQL is at `/api/graphql`. Reads of what is public need no key.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      ...collections.map(({ slug }) => ({ name: slug, description: `Documents of ${slug}.` })),
      { name: 'site', description: 'Feeds, sitemaps, lookups, listings and search.' },
    ],
    paths: { ...collectionPaths(collections), ...sitePaths },
    components: {
      schemas: {
        ...schemasFrom({ definitions: generated.definitions ?? {}, collections }),
        ...siteSchemas,
      },
      securitySchemes: {
        apiKey: {
          type: 'apiKey',
          in: 'header',
          name: 'Authorization',
          description: '`users API-Key <key>`',
        },
        session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  }
}

/** What only the server itself works with is no part of the API. */
const isOfApi = ({ slug, admin }: SanitizedCollectionConfig): boolean =>
  !slug.startsWith('payload-') && admin.hidden !== true
