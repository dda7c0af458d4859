import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { count, emptyReport, reportJsonSchema, reportSchema } from '../../../src/importer/report'

describe('the report of an import', () => {
  it('has the form that its published schema says', async () => {
    const published: unknown = JSON.parse(await readFile('docs/import-report.schema.json', 'utf8'))
    expect(published).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())))
  })

  it('is valid by it, with what a run counted', () => {
    const report = emptyReport(false)
    count(report, 'new', 'a.md')
    report.problems.push({ path: 'a.md', code: 'title-missing', message: 'No title.', line: 2 })
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
    expect(reportSchema.safeParse({ ...report, counts: {} }).success).toBe(false)
  })
})
