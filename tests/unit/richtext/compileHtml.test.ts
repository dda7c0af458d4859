import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import type { PayloadEditor } from './payloadEditor'
import { createPayloadEditor } from './payloadEditor'

const folder = join(import.meta.dirname, '../../fixtures/richtext/html')
const constructs = readdirSync(folder)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length))

let editor: PayloadEditor
beforeAll(async () => {
  editor = await createPayloadEditor()
}, 60_000)
afterAll(() => editor.close())

describe.each(constructs)('%s', (construct) => {
  const html = readFileSync(join(folder, `${construct}.html`), 'utf8')
  const compiled = compileHtml(html)

  it('compiles to the expected document', () => {
    const file = join(folder, `${construct}.json`)
    // UPDATE_FIXTURES=1 writes what is new or changed; read it before committing it.
    if (process.env.UPDATE_FIXTURES) writeFileSync(file, `${JSON.stringify(compiled, null, 2)}\n`)
    expect(existsSync(file), `${file} is missing`).toBe(true)
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(readFileSync(file, 'utf8')))
  })

  it('is the same after it was opened and saved in the editor', () => {
    expect(editor.reload(compiled.document)).toEqual(compiled.document)
  })

  it('is valid for Payload, which stores it unchanged', async () => {
    expect(await editor.store(compiled.document)).toEqual(compiled.document)
  })
})
