import { attribute, classes, elementChildren, hasAttribute, isElement, isText } from './element'
import type { HtmlElement, HtmlNode, HtmlParent } from './parseHtml'
import { pictureUrls as pictureUrlsOf } from './pictureUrl'

/** Footnotes of a fragment: definitions by id, and what belongs to the notation and isn't text. */
export type FootnoteIndex = {
  /** The element that holds the text of each footnote. */
  definitions: ReadonlyMap<string, HtmlElement>
  /** Ids that some reference in the text leads to. */
  referredTo: ReadonlySet<string>
  /** Ids whose text has a place in the document by now. */
  placed: Set<string>
  labels: Map<string, string>
  /** The labels among them. */
  taken: Set<string>
}

export type FragmentIndex = {
  footnotes: FootnoteIndex
  /** Ids that links lead to, footnotes apart. */
  wantedIds: Set<string>
  /** Pictures that stand outside of `noscript`. */
  pictureUrls: Set<string>
  /** Whether MathJax left the source of formulas in scripts beside what it made of them. */
  hasMathScripts: boolean
}

/**
 * Reads a fragment once, before it is compiled, for what later decisions need. Knows the footnotes of markdown-it,
 * GitHub, kramdown, goldmark, Pandoc and pulldown-cmark. Takes the links back to the text out of the tree.
 */
export function indexFragment(root: HtmlParent): FragmentIndex {
  const links: HtmlElement[] = []
  const definitions = new Map<string, HtmlElement>()
  const pictureUrls = new Set<string>()
  let hasMathScripts = false
  for (const element of elementsBelow(root)) {
    if (element.tagName === 'a' && attribute(element, 'href')?.startsWith('#')) links.push(element)
    if (element.tagName === 'img' && !isInNoscript(element))
      for (const url of pictureUrlsOf(element)) pictureUrls.add(url)
    if (element.tagName === 'script' && isMathScript(element)) hasMathScripts = true
    if (isFootnoteContainer(element)) addListed(element, definitions)
    else if (hasToken(element, 'footnote-definition')) addDefinition(element, definitions)
  }
  const forward = links.filter((link) => !isBackLink(link))
  removeBackLinks(links.filter(isBackLink))
  const targets = new Set(forward.map(fragmentOf))
  const wantedIds = new Set([...targets].filter((id) => !definitions.has(id)))
  const referredTo = new Set([...targets].filter((id) => definitions.has(id)))
  return {
    wantedIds,
    pictureUrls,
    hasMathScripts,
    footnotes: { definitions, referredTo, placed: new Set(), labels: new Map(), taken: new Set() },
  }
}

/** Whether MathJax keeps the source of a formula in it. */
export function isMathScript(script: HtmlElement): boolean {
  return /^math\/tex\b/i.test(attribute(script, 'type') ?? '')
}

const FARTHEST_NOSCRIPT = 4

function isInNoscript(element: HtmlElement): boolean {
  let parent: HtmlParent | null = element.parentNode
  for (let depth = 0; parent && depth < FARTHEST_NOSCRIPT; depth++) {
    if (parent.nodeName === 'noscript') return true
    parent = 'parentNode' in parent ? parent.parentNode : null
  }
  return false
}

/** The id that `#id` leads to, decoded where it can be. */
export function fragmentOf(link: HtmlElement): string {
  const fragment = (attribute(link, 'href') ?? '').slice(1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

export function isFootnoteContainer(element: HtmlElement): boolean {
  return (
    hasToken(element, 'footnotes') ||
    hasAttribute(element, 'data-footnotes') ||
    attribute(element, 'role') === 'doc-endnotes'
  )
}

function hasToken(element: HtmlElement, token: string): boolean {
  return element.attrs.length > 0 && classes(element).includes(token)
}

function addListed(container: HtmlElement, definitions: Map<string, HtmlElement>): void {
  for (const list of elementChildren(container)) {
    if (list.tagName !== 'ol' && list.tagName !== 'ul') continue
    for (const item of elementChildren(list)) addDefinition(item, definitions)
  }
}

function addDefinition(element: HtmlElement, definitions: Map<string, HtmlElement>): void {
  const id = attribute(element, 'id')
  if (!id || definitions.has(id)) return
  definitions.set(id, element)
  element.childNodes = element.childNodes.filter(
    (child) => !(isElement(child) && hasToken(child, 'footnote-definition-label')),
  )
}

const BACK_LINK_CLASSES = new Set([
  'footnote-backref',
  'data-footnote-backref',
  'reversefootnote',
  'footnote-back',
  'footnote-return',
])

function isBackLink(link: HtmlElement): boolean {
  return (
    hasAttribute(link, 'data-footnote-backref') ||
    attribute(link, 'role') === 'doc-backlink' ||
    classes(link).some((name) => BACK_LINK_CLASSES.has(name))
  )
}

/** Removes the links and the space that generators put before each. */
function removeBackLinks(links: HtmlElement[]): void {
  const removed = new Set<HtmlNode>(links)
  for (const parent of new Set(links.map(({ parentNode }) => parentNode))) {
    if (!parent) continue
    parent.childNodes = parent.childNodes.filter((node, index, siblings) => {
      const next = siblings[index + 1]
      if (next && removed.has(next) && isText(node))
        node.value = node.value.replace(/[\s\u00a0]{1,9}$/, '')
      return !removed.has(node)
    })
  }
}

function* elementsBelow(root: HtmlParent): Generator<HtmlElement> {
  const pending: HtmlNode[] = []
  const addChildren = ({ childNodes }: HtmlParent) => {
    for (let i = childNodes.length - 1; i >= 0; i--) {
      const child = childNodes[i]
      if (child) pending.push(child)
    }
  }
  addChildren(root)
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue
    yield node
    addChildren(node)
  }
}
