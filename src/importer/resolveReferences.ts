import type { LinkFields, RichTextDocument } from '../richtext/document'
import { collectReferences, mapReferences } from '../richtext/references'
import type { ArticlePictures } from './articlePictures'
import { decodeAddress } from './decodeAddress'
import { resolveLink, type LinkIndex } from './links'
import type { StoredFile } from './mediaLibrary'
import { keptFields, putFiles } from './putFiles'
import type { FileProblem } from './report'
import type { SurveyedFile } from './survey'

/** A compiled body in which links between articles are internal, and pictures and linked files stored ones. */
export const resolveReferences = async ({
  document,
  from,
  links,
  pictures,
  problems,
}: {
  document: RichTextDocument
  from: SurveyedFile
  links: LinkIndex
  pictures: ArticlePictures
  problems: FileProblem[]
}): Promise<RichTextDocument> => {
  const plain = mapReferences(document, {
    picture: ({ url }) => (isReference(url) ? { url: plainAddress(url) } : undefined),
    embed: (url) => (isReference(url) ? plainAddress(url) : undefined),
  })
  const found = collectReferences(plain)
  const resolved = new Map<string, LinkFields | undefined>()
  for (const { url } of found.links) {
    if (!resolved.has(url)) resolved.set(url, resolveLink({ url, from, index: links, problems }))
  }
  const linked = mapReferences(plain, {
    link: (url, { node }) => {
      const fields = resolved.get(url)
      return fields && { ...fields, ...keptFields(node) }
    },
  })
  const left = collectReferences(linked)
  const files = [...left.links.map(({ url }) => url), ...left.embeds].filter(mayBeFile)
  return putFiles(linked, await storeAll(left.pictures, files, pictures))
}

const storeAll = async (
  shown: readonly { url: string; alt?: string }[],
  linked: readonly string[],
  pictures: ArticlePictures,
): Promise<Map<string, StoredFile>> => {
  const wanted = new Map([
    ...linked.map((url): [string, Parameters<ArticlePictures['store']>[0]] => [
      url,
      { url, use: 'file' },
    ]),
    ...shown.map(({ url, alt }): [string, Parameters<ArticlePictures['store']>[0]] => [
      url,
      { url, alt },
    ]),
  ])
  const stored = new Map<string, StoredFile>()
  await Promise.all(
    [...wanted.values()].map(async (picture) => {
      const file = await pictures.store(picture)
      if (file) stored.set(picture.url, file)
    }),
  )
  return stored
}

const isReference = (url: string): boolean => url.startsWith('galley-ref:')

/** What a generator's tag names as its file, such as `x.png` of `{% asset_img x.png %}`. */
const plainAddress = (url: string): string => decodeAddress(url.replace(/^galley-ref:[\w-]+:/, ''))

/** Most links lead to pages; only a path that ends like a file's is looked for among the files. */
const mayBeFile = (url: string): boolean =>
  /\.(?!x?html?$|php|aspx?$|jsp|md$|mdx$|com|org|net|io|dev)[a-z\d]{2,5}$/i.test(
    url.replace(/[?#].*$/s, ''),
  )
