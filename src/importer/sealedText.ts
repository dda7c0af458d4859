import type { RichTextDocument, RichTextNode } from '../richtext/document'
import { childrenOf, fieldsOf, isDocument } from '../richtext/readNode'
import { collectReferences, type LinkContext, type PictureReference } from '../richtext/references'
import { renderText } from '../richtext/toText'
import { termsOf } from '../search/tokens'

/**
 * A text on its way from a worker thread to the database: written out once, as it is stored. What the stages between have to
 * know of it stands beside it, so that none of them copies or goes through the document.
 */
export type SealedText = {
  /** The document as JSON. */
  json: string
  references: {
    links: { url: string; kind: LinkContext['kind'] }[]
    pictures: Pick<PictureReference, 'url' | 'alt'>[]
    embeds: string[]
  }
  /** A document of those nodes alone that have fields: what Payload's hooks and validation look at. */
  outline: RichTextDocument
  /** Its visible text, and the terms by which it is found, parted by spaces. */
  plain: string
  terms: string
}

/** Writes a document out. Pure, for worker threads. */
export const sealText = (document: RichTextDocument): SealedText => {
  const { links, pictures, embeds } = collectReferences(document)
  const plain = renderText(document)
  return {
    json: JSON.stringify(document),
    references: {
      links: links.map(({ url, kind }) => ({ url, kind })),
      pictures: pictures.map(({ url, alt }) => ({ url, alt })),
      embeds,
    },
    outline: outlineOf(document),
    plain,
    terms: termsOf(plain).join(' '),
  }
}

/** A text whose addresses have changed: what it says to a reader is what it said. */
export const reseal = (text: SealedText, document: RichTextDocument): SealedText => ({
  ...text,
  json: JSON.stringify(document),
  outline: outlineOf(document),
})

/** The document itself, read again. @throws Error when the JSON is none of a document, which is a mistake of the program */
export const openText = ({ json }: Pick<SealedText, 'json'>): RichTextDocument => {
  const document: unknown = JSON.parse(json)
  if (!isDocument(document)) throw new Error('a sealed text is no document')
  return document
}

const outlineOf = ({ root }: RichTextDocument): RichTextDocument => {
  const children: RichTextNode[] = []
  const pending: RichTextNode[] = [root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (Object.keys(fieldsOf(node)).length > 0 || 'relationTo' in node) {
      children.push('children' in node ? { ...node, children: [] } : node)
    }
    for (const child of childrenOf(node)) pending.push(child)
  }
  return { root: { ...root, children } }
}
