import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { importOptions, type ImportOptions } from '../../src/importer/options'
import type { Report } from '../../src/importer/report'
import { childrenOf } from '../../src/richtext/readNode'
import type { RichTextDocument, RichTextNode } from '../../src/richtext/document'
import type { Article } from '../../src/payload-types'

/** A folder of files that a test writes, imports and changes. */
export type TestArchive = {
  root: string
  /** Writes one file below the root, its folders too. */
  write: (file: string, content: string | Uint8Array) => Promise<void>
  remove: (file: string) => Promise<void>
  /** Imports the root, or a folder below it. */
  import: (options?: Partial<ImportOptions>, folder?: string) => Promise<Report>
  article: (sourcePath: string) => Promise<Article>
}

const roots: string[] = []

/** Makes an archive of its own in a temporary folder. `removeArchives` takes it away again. */
export const makeArchive = async (
  payload: Payload,
  files: Record<string, string | Uint8Array>,
): Promise<TestArchive> => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'galley-archive-'))
  roots.push(root)
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    const absolute = path.join(root, file)
    await mkdir(path.dirname(absolute), { recursive: true })
    await writeFile(absolute, content)
  }
  for (const [file, content] of Object.entries(files)) await write(file, content)
  let imported = root
  return {
    root,
    write,
    remove: (file) => rm(path.join(root, file), { recursive: true }),
    import: async (options = {}, folder = '') => {
      const { runImport } = await import('../../src/importer/run')
      imported = path.join(root, folder)
      return runImport({ payload, root: imported, options: importOptions.parse(options) })
    },
    article: async (sourcePath) => {
      const { docs } = await payload.find({
        collection: 'articles',
        where: {
          'source.path': { equals: sourcePath },
          'source.archive': { equals: path.basename(imported) },
        },
        draft: true,
        depth: 0,
      })
      const [article] = docs
      if (!article) throw new Error(`no article was imported from ${sourcePath}`)
      return article
    },
  }
}

/** Removes all archives of this test file. */
export const removeArchives = async (): Promise<void> => {
  for (const root of roots) await rm(root, { recursive: true, force: true })
}

/** A post with a title and a body, as text of a file. */
export const postOf = (body: string, frontMatter = 'title: Post\ndate: 2020-01-02'): string =>
  `---\n${frontMatter}\n---\n\n${body}\n`

/** All nodes of a stored document, parents before children; documents within blocks are left out. */
export const nodesOf = (document: unknown): RichTextNode[] => {
  const walk = (node: RichTextNode): RichTextNode[] => [node, ...childrenOf(node).flatMap(walk)]
  return walk((document as RichTextDocument).root)
}

/** The codes of a report's problems, in its order; but for slugs, since many fixtures have files of one name. */
export const codesOf = ({ problems }: Report): string[] =>
  problems.map(({ code }) => code).filter((code) => code !== 'slug-taken')
