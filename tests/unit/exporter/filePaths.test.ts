import { describe, expect, it } from 'vitest'
import { filePaths, relativeAddress } from '../../../src/exporter/filePaths'

const pathsOf = (...entries: { slug: string; sourcePath?: string; locale?: string }[]) => [
  ...filePaths(entries.map((entry, id) => ({ id: `${id}`, locale: 'en', ...entry }))).values(),
]

describe('paths of exported files', () => {
  it('are named as the imported file, else by the slug', () => {
    expect(
      pathsOf(
        { slug: 'a', sourcePath: 'x/2020-01-02-b.md' },
        { slug: 'c' },
        { slug: 'd', sourcePath: 'y/index.md' },
      ),
    ).toEqual(['en/2020-01-02-b.md', 'en/c.md', 'en/d.md'])
  })

  it('are unique, even where case makes no difference', () => {
    expect(pathsOf({ slug: 'same' }, { slug: 'SAME' }, { slug: 'same' })).toEqual([
      'en/same.md',
      'en/SAME-2.md',
      'en/same-3.md',
    ])
    const many = pathsOf(...Array.from({ length: 50 }, () => ({ slug: 'same' })))
    expect(new Set(many).size).toBe(50)
  })

  it('never leave the folder', () => {
    for (const file of pathsOf(
      { slug: '../../up', locale: '..' },
      { slug: '..', locale: 'a/../..' },
    ))
      expect(file).toMatch(/^[^./][^/]*\/[^./][^/]*\.md$/)
  })

  it('are addressed from each other', () => {
    expect(relativeAddress('en/a.md', 'media/one two.png')).toBe('../media/one%20two.png')
  })
})
