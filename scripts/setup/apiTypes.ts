// Writes the types of the HTTP API for the clients in examples/, as a reader of /api/openapi.json would generate them.
import fs from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import config from '../../src/payload.config'
import { openApiDocument } from '../../src/server/openapi/openApiDocument'

const document = JSON.stringify(openApiDocument(await config))
fs.writeFileSync('examples/galley-api.d.ts', astToString(await openapiTS(document)))
process.exit(0)
