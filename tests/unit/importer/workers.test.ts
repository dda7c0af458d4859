import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findArchives, readingSettings } from '../../../src/importer/readArchives'
import { openWorkers } from '../../../src/importer/workers'

const TEXTS: Record<string, string> = {
  'a.md': '---\ntitle: A\ntags: [x, 中文]\n---\n\nSome *text* with `code` and [a link](b.md).\n',
  'b.html': '---\ntitle: B\n---\n<p>Text <b>too</b>.</p>\n',
  // GB18030, which takes tables of one of the packages.
  'c.md': Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0xb5, 0xc4, 0xce, 0xc4, 0xd5, 0xc2]).toString(
    'latin1',
  ),
}

let root: string

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'galley-workers-'))
  for (const [file, text] of Object.entries(TEXTS)) {
    await writeFile(path.join(root, file), text, file === 'c.md' ? 'latin1' : 'utf8')
  }
})

afterAll(() => rm(root, { recursive: true }))

describe('threads', () => {
  it('read and compile as the process itself does', async () => {
    const { archives } = await findArchives(root, { dialect: 'auto' })
    const settings = readingSettings(archives, {})
    const files = archives[0]?.content ?? []
    expect(files).toHaveLength(3)
    const few = openWorkers(settings, files.length)
    const many = openWorkers(settings, 1000)
    try {
      const surveyed = await few.survey({ archive: 0, files })
      expect(await many.survey({ archive: 0, files })).toEqual(surveyed)
      const compiling = files.map((file, number) => {
        const outcome = surveyed[number]
        return { ...file, sha256: outcome && 'sha256' in outcome ? outcome.sha256 : '' }
      })
      const compiled = await few.compile({ archive: 0, files: compiling })
      expect(compiled.map(({ kind }) => kind)).toEqual(files.map(() => 'compiled'))
      expect(await many.compile({ archive: 0, files: compiling })).toEqual(compiled)
    } finally {
      await Promise.all([few.close(), many.close()])
    }
  })
})
