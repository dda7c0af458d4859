import type { Article } from '../../src/payload-types'
import { compileHtml } from '../../src/richtext/fromHtml'

/** The document that a piece of HTML compiles to, as an article stores it. */
export const contentOf = (html: string): Article['content'] => compileHtml(html).document

/** A document with a stored picture, and links to other articles. */
export const contentWith = ({
  html,
  media,
  links = [],
}: {
  html: string
  media?: string
  links?: { id: string; text: string; anchor?: string }[]
}): Article['content'] => {
  const { document } = compileHtml(html)
  const nodes = [
    ...(media
      ? [
          {
            type: 'upload',
            version: 3,
            format: '',
            id: 'a1',
            relationTo: 'media',
            value: media,
            fields: {},
          },
        ]
      : []),
    ...links.map(({ id, text, anchor }) => paragraph([link(id, text, anchor)])),
  ]
  const root = { ...document.root, children: [...document.root.children, ...nodes] }
  return { root }
}

const paragraph = (children: object[]) => ({
  type: 'paragraph',
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  children,
})

const link = (id: string, text: string, anchor?: string) => ({
  type: 'link',
  version: 3,
  format: '',
  indent: 0,
  direction: null,
  id: `l-${text}`,
  fields: {
    linkType: 'internal',
    doc: { relationTo: 'articles', value: id },
    newTab: false,
    ...(anchor && { anchor }),
  },
  children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }],
})
