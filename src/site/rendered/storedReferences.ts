import type { RichTextDocument, RichTextNode } from '../../richtext/document'
import {
  childrenOf,
  fieldsOf,
  isRecord,
  nestedDocuments,
  referenceId,
  stringOf,
} from '../../richtext/readNode'

/** The stored documents that a text shows or links to, by id. */
export type StoredReferences = { media: Set<string>; articles: Set<string> }

/** Collects the files and articles that a document refers to, nested documents included. */
export const storedReferences = (document: RichTextDocument): StoredReferences => {
  const found: StoredReferences = { media: new Set(), articles: new Set() }
  const pending: RichTextNode[] = [document.root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    collect(node, found)
    for (const { root } of nestedDocuments(node)) pending.push(root)
    for (const child of childrenOf(node)) pending.push(child)
  }
  return found
}

const collect = (node: RichTextNode, { media, articles }: StoredReferences): void => {
  const fields = fieldsOf(node)
  if (node.type === 'upload') add(media, node.value)
  if (fields.media) add(media, fields.media)
  if (node.type === 'relationship' && stringOf(node.relationTo) === 'articles') {
    add(articles, node.value)
  }
  const { doc, linkType } = fields
  if (linkType === 'internal' && isRecord(doc) && stringOf(doc.relationTo) === 'articles') {
    add(articles, doc.value)
  }
}

const add = (ids: Set<string>, value: unknown): void => {
  const id = referenceId(value)
  if (id) ids.add(id)
}
