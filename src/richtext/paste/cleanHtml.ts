import { defaultTreeAdapter as tree, serialize } from 'parse5'
import { attribute, isElement, textContent } from '../fromHtml/element'
import { parseHtml, type HtmlElement, type HtmlNode, type HtmlParent } from '../fromHtml/parseHtml'
import { gatherOfficeLists, isListMark } from './officeLists'
import { elementNamed, styleOf, unwrap } from './pastedTree'

/** Pasted HTML without the noise of the program that it comes from. */
export type CleanedHtml = {
  html: string
  /** Pictures that stood in the clipboard by a path of the writer's disk or as data: nobody else could see them. */
  picturesLeftOut: number
}

const DROPPED = new Set(['style', 'script', 'meta', 'link', 'title', 'xml', 'head', 'noscript'])
const KEPT_ATTRIBUTES = new Set([
  'href',
  'src',
  'alt',
  'title',
  'colspan',
  'rowspan',
  'start',
  'checked',
  'type',
])
const UNWRAPPED = new Set([
  'font',
  'center',
  'article',
  'section',
  'main',
  'header',
  'footer',
  'body',
  'html',
])
/** Word's own styles that say what a paragraph is. */
const WORD_STYLES: [RegExp, string][] = [
  [/^MsoTitle/, 'h1'],
  [/^MsoSubtitle/, 'h2'],
  [/^Mso(?:Intense)?Quote/, 'blockquote'],
]

/**
 * Cleans HTML from the clipboard: of Word's, Pages' and Google Docs' markup stay headings, lists, tables, links, bold,
 * italic, underlined, struck, raised and lowered text. Pure; never throws.
 */
export const cleanPastedHtml = (source: string): CleanedHtml => {
  const fragment = parseHtml(fragmentOf(source))
  const left = { pictures: 0 }
  gatherOfficeLists(fragment)
  for (const node of [...fragment.childNodes]) clean(node, left)
  return { html: serialize(fragment), picturesLeftOut: left.pictures }
}

/** Windows marks what was selected; around it stands a whole page. */
const fragmentOf = (source: string): string =>
  /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/.exec(source)?.[1] ?? source

const clean = (node: HtmlNode, left: { pictures: number }): void => {
  if (node.nodeName === '#comment') return tree.detachNode(node)
  if (!isElement(node)) return
  const { tagName } = node
  if (DROPPED.has(tagName) || isListMark(node) || isHidden(node)) return tree.detachNode(node)
  for (const child of [...node.childNodes]) clean(child, left)
  if (tagName === 'img') return cleanPicture(node, left)
  if (isEmptyBlock(node)) return tree.detachNode(node)
  const renamed = wordStyle(node)
  wrapByStyle(node)
  if (tagName === 'a') cleanLink(node)
  if (isWrapper(node)) return unwrap(node)
  if (renamed) rename(node, renamed)
  keepAttributes(node)
}

const isHidden = (element: HtmlElement): boolean =>
  /display:\s*none|mso-hide:\s*all/i.test(attribute(element, 'style') ?? '')

/** Empty lines are how Word makes distance. */
const isEmptyBlock = (element: HtmlElement): boolean =>
  (element.tagName === 'p' || element.tagName === 'div' || element.tagName === 'o:p') &&
  textContent(element).trim() === '' &&
  !hasPicture(element)

const hasPicture = (parent: HtmlParent): boolean =>
  parent.childNodes.some(
    (child) =>
      isElement(child) &&
      (['img', 'table', 'hr', 'iframe'].includes(child.tagName) || hasPicture(child)),
  )

const wordStyle = (element: HtmlElement): string | undefined => {
  const name = attribute(element, 'class') ?? ''
  return element.tagName === 'p'
    ? WORD_STYLES.find(([pattern]) => pattern.test(name))?.[1]
    : undefined
}

/** `<b style="font-weight:normal">` is how Google Docs wraps all that is copied. */
const isWrapper = (element: HtmlElement): boolean => {
  const { tagName } = element
  if (tagName === 'span' || tagName.includes(':') || UNWRAPPED.has(tagName)) return true
  const isBold = tagName === 'b' || tagName === 'strong'
  return isBold && /^(?:normal|400)$/.test(styleOf(element).get('font-weight') ?? '')
}

/** What a span says by its style becomes an element that says it. */
const wrapByStyle = (element: HtmlElement): void => {
  if (element.tagName !== 'span' || element.childNodes.length === 0) return
  const style = styleOf(element)
  const decoration = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`
  const weight = style.get('font-weight') ?? ''
  const isInLink = element.parentNode !== null && element.parentNode.nodeName === 'a'
  const said: [boolean, string][] = [
    [weight === 'bold' || weight === 'bolder' || Number(weight) >= 600, 'strong'],
    [style.get('font-style') === 'italic', 'em'],
    [decoration.includes('underline') && !isInLink && !holdsLink(element), 'u'],
    [decoration.includes('line-through'), 's'],
    [style.get('vertical-align') === 'super', 'sup'],
    [style.get('vertical-align') === 'sub', 'sub'],
  ]
  for (const [isSaid, name] of said) if (isSaid && !isHeading(element)) wrapChildren(element, name)
}

const holdsLink = (element: HtmlElement): boolean =>
  element.childNodes.some((child) => isElement(child) && child.tagName === 'a')

/** The letters of a heading are bold by themselves. */
const isHeading = ({ parentNode }: HtmlElement): boolean =>
  /^h[1-6]$/.test(parentNode?.nodeName ?? '')

const wrapChildren = (element: HtmlElement, name: string): void => {
  const wrapper = elementNamed(name)
  for (const child of [...element.childNodes]) {
    tree.detachNode(child)
    tree.appendChild(wrapper, child)
  }
  tree.appendChild(element, wrapper)
}

const rename = (element: HtmlElement, name: string): void => {
  element.tagName = name
  element.nodeName = name
}

const keepAttributes = (element: HtmlElement): void => {
  const isCode = element.tagName === 'code' || element.tagName === 'pre'
  element.attrs = element.attrs.filter(
    ({ name, value }) =>
      KEPT_ATTRIBUTES.has(name) || (isCode && name === 'class' && /\blang(?:uage)?-/.test(value)),
  )
}

/** Google Docs leads links through its own address; bookmarks of Word lead nowhere. */
const cleanLink = (element: HtmlElement): void => {
  const href = attribute(element, 'href')
  if (href === undefined) return unwrap(element)
  if (!URL.canParse(href)) return
  const url = new URL(href)
  const target = url.searchParams.get('q')
  const isDetour = /(?:^|\.)google\.com$/.test(url.hostname) && url.pathname === '/url'
  if (isDetour && target && URL.canParse(target)) {
    for (const one of element.attrs) if (one.name === 'href') one.value = target
  }
}

const cleanPicture = (element: HtmlElement, left: { pictures: number }): void => {
  const source = attribute(element, 'src') ?? ''
  if (/^https?:\/\//i.test(source)) return keepAttributes(element)
  if (source !== '') left.pictures += 1
  tree.detachNode(element)
}
