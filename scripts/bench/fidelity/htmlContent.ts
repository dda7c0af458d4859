import { defaultTreeAdapter, parseFragment, type DefaultTreeAdapterMap } from 'parse5'
import { addressOf, codeLinesOf, emptyContent, wordLine, wordsOf, type Content } from './content'

type Node = DefaultTreeAdapterMap['node']

const INVISIBLE = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'title',
  'textarea',
  'iframe',
  'svg',
])
/** What marked-footnote adds to the words of the text. */
const FOOTNOTE_MARKS = ['data-footnote-backref', 'data-footnote-ref']
/** The same, as Pandoc and goldmark mark it. */
const FOOTNOTE_CLASS = /(?:^|\s)footnote-(?:back|backref|ref)(?:\s|$)/
/** Whether an address leads nowhere else: to a place on the page, or nowhere, or runs a script, which no article may. */
export const isWithinPage = (href: string): boolean => /^\s*(?:#|$|javascript:)/i.test(href)

/** What only a browser shows that can't play it. One that is left open would hide the rest of the page. */
const isPlayer = ({ tagName, sourceCodeLocation }: DefaultTreeAdapterMap['element']): boolean =>
  (tagName === 'audio' || tagName === 'video') && Boolean(sourceCodeLocation?.endTag)

const HEADING = /^h[1-6]$/
/** Elements that stand within a word: no word ends at their edges. */
const INLINE = new Set(
  'a abbr b bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var'.split(
    ' ',
  ),
)

/** Takes HTML and returns what a browser would show of it. */
export const htmlContent = (html: string): Content => {
  const content = emptyContent()
  const text: string[] = []
  const stack: { node: Node; isEnd: boolean }[] = [
    { node: parseFragment(html, { sourceCodeLocationInfo: true }), isEnd: false },
  ]
  const textStarts = new Map<Node, number>()
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, isEnd } = entry
    if (defaultTreeAdapter.isTextNode(node)) text.push(node.value)
    else if (isEnd) finish(node, text.slice(textStarts.get(node)).join(''), content, text)
    else if ('childNodes' in node) {
      if (defaultTreeAdapter.isElementNode(node)) {
        const { tagName } = node
        const attribute = (name: string) => node.attrs.find((found) => found.name === name)?.value
        if (
          INVISIBLE.has(tagName) ||
          isPlayer(node) ||
          FOOTNOTE_CLASS.test(attribute('class') ?? '')
        )
          continue
        if (FOOTNOTE_MARKS.some((name) => attribute(name) !== undefined)) continue
        // The renderer's own heading over footnotes is for screen readers.
        if (attribute('id') === 'footnote-label' && attribute('class') === 'sr-only') continue
        if (!INLINE.has(tagName)) text.push('\n')
        const href = attribute('href')
        const src = attribute('src')
        if (tagName === 'a' && href && !isWithinPage(href)) content.links.push(addressOf(href))
        if (tagName === 'img') {
          const shown = src?.trim() ? src : firstOf(attribute('srcset'))
          if (shown) content.pictures.push(addressOf(shown))
        }
        textStarts.set(node, text.length)
      }
      stack.push({ node, isEnd: true })
      for (const child of [...node.childNodes].reverse()) stack.push({ node: child, isEnd: false })
    }
  }
  content.words = wordsOf(text.join(''))
  return content
}

/** A browser takes one of the addresses of `srcset` where there is no `src`. */
const firstOf = (set: string | undefined): string | undefined => set?.trim().split(/[\s]/)[0]

const finish = (node: Node, text: string, content: Content, all: string[]): void => {
  if (!defaultTreeAdapter.isElementNode(node)) return
  const { tagName } = node
  if (HEADING.test(tagName)) content.headings.push(...wordLine(text))
  if (tagName === 'td' || tagName === 'th') content.cells.push(...wordLine(text))
  if (tagName === 'pre' && !isWithinPre(node)) content.codeLines.push(...codeLinesOf(text))
  if (!INLINE.has(tagName)) all.push('\n')
}

const isWithinPre = ({ parentNode }: Node & { parentNode?: Node | null }): boolean =>
  parentNode !== null &&
  parentNode !== undefined &&
  (parentNode.nodeName === 'pre' || isWithinPre(parentNode))
