import { mkdir, writeFile } from 'node:fs/promises'
import { reportJsonSchema } from '../../src/importer/report'

/** Writes the JSON Schema of import reports; a part of `npm run generate`. */
await mkdir('docs', { recursive: true })
await writeFile('docs/import-report.schema.json', JSON.stringify(reportJsonSchema(), null, 2))
