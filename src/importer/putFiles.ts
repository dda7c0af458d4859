import type { LinkFields, RichTextDocument, RichTextNode } from '../richtext/document'
import { fieldsOf } from '../richtext/readNode'
import { mapReferences } from '../richtext/references'
import type { StoredFile } from './mediaLibrary'

/** A document in which pictures, players and links show stored files in place of the addresses that are known by them. */
export const putFiles = (
  document: RichTextDocument,
  files: ReadonlyMap<string, StoredFile>,
): RichTextDocument =>
  mapReferences(document, {
    link: (url, { node }) => {
      const file = files.get(url)
      return file && { linkType: 'custom', url: file.url, ...keptFields(node) }
    },
    picture: ({ url }) => {
      const file = files.get(url)
      return file && { media: file.id }
    },
    embed: (url) => files.get(url)?.url,
  })

/** What a link says beside its address; it stays when the address changes. */
export const keptFields = (
  node: RichTextNode,
): Pick<LinkFields, 'newTab'> & Partial<Pick<LinkFields, 'title' | 'rel'>> => {
  const { newTab, title, rel } = fieldsOf(node)
  return {
    newTab: newTab === true,
    ...(typeof title === 'string' && { title }),
    ...(typeof rel === 'string' && { rel }),
  }
}
