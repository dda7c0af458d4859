import iconv from 'iconv-lite'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ImportRefusal } from '../../../src/importRuns/refusal'
import { commonFolder, unpackZip } from '../../../src/importRuns/zip/unpack'
import { zipOf, type ZipPart } from '../../harness/zip'

const LIMITS = { maxFiles: 20, maxUnpackedBytes: 64 * 1024 * 1024 }

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-zip-'))
})

afterEach(() => rm(folder, { recursive: true }))

const unpack = async (content: Buffer, settings = LIMITS): Promise<string[]> => {
  const file = path.join(folder, 'a.zip')
  await writeFile(file, content)
  const into = path.join(folder, 'into')
  await unpackZip({ file, into, settings, onFile: async () => undefined })
  const entries = await readdir(into, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(into, path.join(entry.parentPath, entry.name)))
    .sort()
}

const refusalOf = (parts: ZipPart[], settings = LIMITS): Promise<string> =>
  unpack(zipOf(parts), settings).then(
    () => 'taken',
    (error: unknown) => (error instanceof ImportRefusal ? error.code : String(error)),
  )

describe('a zip that an admin drops', () => {
  it('is unpacked without its one outer folder and without litter', async () => {
    const zip = zipOf([
      { name: 'site/_config.yml', content: 'title: A' },
      { name: 'site/_posts/2020-01-02-a.md', content: '# A' },
      { name: 'site/.git/config', content: 'x' },
      { name: '__MACOSX/site/._a', content: 'x' },
    ])
    expect(await unpack(zip)).toEqual(['_config.yml', '_posts/2020-01-02-a.md'])
    expect(await readFile(path.join(folder, 'into/_config.yml'), 'utf8')).toBe('title: A')
  })

  it('keeps a folder that means something to a generator', () => {
    expect(commonFolder(['content/a.md', 'content/b.md'])).toBe('')
    expect(commonFolder(['my-site/content/a.md'])).toBe('my-site/')
    expect(commonFolder(['a.md', 'b/c.md'])).toBe('')
  })

  it('has Chinese names in UTF-8 and in GB 18030', async () => {
    const zip = zipOf([
      { name: '文章.md', content: 'a' },
      { name: iconv.encode('旧文章.md', 'gb18030'), content: 'b', isUtf8: false },
    ])
    expect(await unpack(zip)).toEqual(['文章.md', '旧文章.md'].sort())
  })

  it.each<[string, string, ZipPart[]]>([
    ['zip-path-escapes', 'leads out of its folder', [{ name: '../../etc/x.md' }]],
    ['zip-path-escapes', 'leads out with backslashes', [{ name: '..\\..\\x.md' }]],
    ['zip-path-escapes', 'is absolute', [{ name: '/etc/x.md' }]],
    ['zip-path-escapes', 'names a drive', [{ name: 'C:/x.md' }]],
    ['zip-link', 'is a symbolic link', [{ name: 'a.md', content: '/etc/passwd', mode: 0o120777 }]],
    ['zip-link', 'is a device', [{ name: 'a.md', mode: 0o020666 }]],
    ['zip-encrypted', 'is encrypted', [{ name: 'a.md', isEncrypted: true }]],
    ['zip-method-unknown', 'is packed in another way', [{ name: 'a.md', method: 99 }]],
    ['zip-names-collide', 'is there twice', [{ name: 'a.md' }, { name: 'a.md' }]],
    ['zip-names-collide', 'is a file and a folder', [{ name: 'a' }, { name: 'a/b.md' }]],
    ['zip-damaged', 'is larger than it says', [{ name: 'a.md', content: 'abcdef', says: 2 }]],
    ['zip-bomb', 'is a bomb', [{ name: 'a.md', content: Buffer.alloc(30 * 1024 * 1024) }]],
    ['zip-too-large', 'says to be huge', [{ name: 'a.md', says: 4_000_000_000 }]],
  ])('is refused with %s when an entry %s', async (code, _what, parts) => {
    expect(await refusalOf([{ name: 'ok.md', content: 'ok' }, ...parts])).toBe(code)
    const written = await readdir(folder)
    expect(written.filter((name) => name !== 'a.zip' && name !== 'into')).toEqual([])
  })

  it('is refused when it has too many files', async () => {
    const parts = Array.from({ length: 21 }, (_, index) => ({ name: `${index}.md` }))
    expect(await refusalOf(parts)).toBe('zip-too-many-files')
  })

  it.each([
    ['something else', Buffer.from('a tar, they say')],
    ['empty', Buffer.alloc(0)],
    ['cut off', zipOf([{ name: 'a.md', content: 'a' }]).subarray(0, 30)],
  ])('is refused when it is %s', async (_what, content) => {
    await expect(unpack(content)).rejects.toThrow('zip-invalid')
  })
})
