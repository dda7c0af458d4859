import type { BlockFields } from '../document'
import { attributesHtml } from '../generator/escapeHtml'

/** Takes what an Embed block would hold and returns it as HTML. */
export function embedSource(fields: BlockFields['Embed']): string {
  const { kind, url, title, width, height, poster, sources = [], tracks = [] } = fields
  const size = { width: width?.toString(), height: height?.toString() }
  if (kind === 'iframe') return `<iframe${attributesHtml({ src: url, title, ...size })}></iframe>`
  const files = [
    ...sources.map((file) => `<source${attributesHtml({ src: file.url, type: file.type })}>`),
    ...tracks.map((file) => {
      const { url: src, kind: use, language: srclang, label } = file
      return `<track${attributesHtml({ src, kind: use, srclang, label })}>`
    }),
  ]
  const player = attributesHtml({ src: url, title, ...size, poster, controls: true })
  return `<${kind}${player}>${files.join('')}${fields.fallback ?? ''}</${kind}>`
}
