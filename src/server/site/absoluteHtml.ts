import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'

type Node = ReturnType<typeof fromHtml>['children'][number]

const ADDRESSES = ['href', 'src', 'poster', 'cite'] as const

/** The same HTML with whole addresses, for places where there is no page that relative ones belong to. */
export const absoluteHtml = (html: string, base: string): string => {
  const tree = fromHtml(html, { fragment: true })
  const pending: Node[] = [...tree.children]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type !== 'element') continue
    for (const name of ADDRESSES) {
      const value = node.properties[name]
      if (typeof value === 'string') node.properties[name] = absoluteUrl(value, base)
    }
    const { srcSet } = node.properties
    if (typeof srcSet === 'string') node.properties.srcSet = absoluteSrcset(srcSet, base)
    pending.push(...node.children)
  }
  return toHtml(tree)
}

/** The whole address; what is none stays as it is. */
export const absoluteUrl = (url: string, base: string): string =>
  URL.canParse(url, base) ? new URL(url, base).href : url

const absoluteSrcset = (srcset: string, base: string): string =>
  srcset
    .split(/,\s+/)
    .map((candidate) => {
      const [url = '', ...descriptor] = candidate.trim().split(/\s+/)
      return [absoluteUrl(url, base), ...descriptor].join(' ')
    })
    .join(', ')
