import type { LinkFields } from '../richtext/document'
import { mapReferences } from '../richtext/references'
import type { ArticlePictures } from './articlePictures'
import { decodeAddress } from './decodeAddress'
import { resolveLink, type LinkIndex } from './links'
import type { StoredFile } from './mediaLibrary'
import { keptFields, putFiles } from './putFiles'
import type { FileProblem } from './report'
import { openText, reseal, type SealedText } from './sealedText'
import type { SurveyedFile } from './survey'

/**
 * A compiled text in which links between articles are internal, and pictures and linked files stored ones. It is opened
 * only when something in it changes.
 */
export const resolveReferences = async ({
  text,
  from,
  links,
  pictures,
  problems,
}: {
  text: SealedText
  from: SurveyedFile
  links: LinkIndex
  pictures: ArticlePictures
  problems: FileProblem[]
}): Promise<SealedText> => {
  const { references } = text
  const resolved = new Map<string, LinkFields | undefined>()
  for (const { url } of references.links) {
    if (!resolved.has(url)) resolved.set(url, resolveLink({ url, from, index: links, problems }))
  }
  const shown = references.pictures.map(({ url, alt }) => ({ url: plainAddress(url), alt }))
  const embeds = references.embeds.map(plainAddress)
  const left = references.links.flatMap((link) => addressLeft(link, resolved.get(link.url)))
  const files = await storeAll(shown, [...left, ...embeds].filter(mayBeFile), pictures)
  const isAsCompiled =
    files.size === 0 &&
    [...resolved.values()].every((fields) => fields === undefined) &&
    ![...references.pictures.map(({ url }) => url), ...references.embeds].some(isReference)
  if (isAsCompiled) return text
  const linked = mapReferences(openText(text), {
    picture: ({ url }) => (isReference(url) ? { url: plainAddress(url) } : undefined),
    embed: (url) => (isReference(url) ? plainAddress(url) : undefined),
    link: (url, { node }) => {
      const fields = resolved.get(url)
      return fields && { ...fields, ...keptFields(node) }
    },
  })
  return reseal(text, putFiles(linked, files))
}

/** What a link leads to outside the archive: none when it is internal. A picture keeps its address then. */
const addressLeft = (
  { url, kind }: SealedText['references']['links'][number],
  fields: LinkFields | undefined,
): string[] => {
  if (fields?.url !== undefined) return [fields.url]
  return fields && kind === 'link' ? [] : [url]
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

/** What a generator's tag names as its file, such as `x.png` of `{% asset_img x.png %}`; other addresses as they are. */
const plainAddress = (url: string): string =>
  isReference(url) ? decodeAddress(url.replace(/^galley-ref:[\w-]+:/, '')) : url

/** Most links lead to pages; only a path that ends like a file's is looked for among the files. */
const mayBeFile = (url: string): boolean =>
  /\.(?!x?html?$|php|aspx?$|jsp|md$|mdx$|com|org|net|io|dev)[a-z\d]{2,5}$/i.test(
    url.replace(/[?#].*$/s, ''),
  )
