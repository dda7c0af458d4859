import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { convertHTMLToLexical, editorConfigFactory } from '@payloadcms/richtext-lexical'
import { JSDOM } from 'jsdom'
import type { Payload } from 'payload'
import { parse } from 'yaml'

/**
 * Stores the posts of a folder as Payload's documentation has it: front matter parsed, the body converted by
 * `convertHTMLToLexical`, one `payload.create` each. Pictures are taken out first: the converter makes uploads without a file
 * of them, which Payload then refuses.
 * @returns how many were stored
 */
export const storePlainly = async (payload: Payload, folder: string): Promise<number> => {
  const { flattenedFields } = payload.collections.articles.config
  const field = flattenedFields.find(({ name }) => name === 'content')
  if (field?.type !== 'richText') throw new Error('articles have no rich text')
  const editorConfig = editorConfigFactory.fromField({ field })
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'))
  for (const file of files) {
    const text = await readFile(path.join(folder, file), 'utf8')
    const [, frontMatter = '', html = ''] = /^\s*---\n(.*?)\n---\n(.*)$/s.exec(text) ?? []
    const { title, date }: { title: string; date: string } = parse(frontMatter)
    const content = convertHTMLToLexical({
      editorConfig,
      html: html.replace(/<img[^>]*>/g, ''),
      JSDOM,
    })
    await payload.create({
      collection: 'articles',
      data: {
        title,
        content,
        stage: 'draft',
        locale: 'zh',
        publishedAt: new Date(date).toISOString(),
        _status: 'published',
      },
    })
  }
  return files.length
}
