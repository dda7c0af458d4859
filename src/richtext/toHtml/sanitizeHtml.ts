import { fromHtml } from 'hast-util-from-html'
import { defaultSchema, sanitize } from 'hast-util-sanitize'
import type { Schema } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { serialize } from 'parse5'
import { parseHtml } from '../fromHtml/parseHtml'
import { FRAME_SANDBOX, isKnownFrame } from './safeUrl'

/**
 * Raw HTML as it may be shown: the elements and attributes of GitHub's list (`defaultSchema` of hast-util-sanitize)
 * and those below. Scripts, styles and event handlers are removed with their content, what is hidden in the source
 * stays out, of other elements the text stays. Frames are kept from known hosts only, in a sandbox.
 */
export function sanitizeHtml(html: string, frameHosts: string[] = []): string {
  // Serialised once more, so that the tree is no deeper than the walks below can go.
  const tree = fromHtml(serialize(parseHtml(html)), { fragment: true })
  const safe = sanitize(withoutHidden(tree), schema)
  return toHtml(restrictFrames(safe, frameHosts))
}

const text = ['dir', 'lang', 'title', 'id', ['className', /^[\w:-]+$/]] as const

/** What raw HTML may hold beyond `defaultSchema`. */
export const schema: Schema = {
  ...defaultSchema,
  // Ids are not renamed: links of the article lead to them.
  clobber: [],
  clobberPrefix: '',
  strip: ['script', 'style', 'template', 'noscript', 'object', 'title'],
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...'abbr address article aside audio bdi bdo caption center cite col colgroup data dfn figcaption figure footer'.split(
      ' ',
    ),
    ...'header hgroup iframe main mark nav small time track u video wbr'.split(' '),
  ],
  attributes: {
    ...defaultSchema.attributes,
    '*': [...(defaultSchema.attributes?.['*'] ?? []), ...text.map((item) => copyOf(item))],
    audio: ['src', 'controls', 'loop', 'muted', 'preload'],
    video: [
      'src',
      'poster',
      'controls',
      'loop',
      'muted',
      'preload',
      'width',
      'height',
      'playsInline',
    ],
    source: ['src', 'srcSet', 'type', 'media', 'sizes'],
    track: ['src', 'kind', 'srcLang', 'label'],
    iframe: ['src', 'title', 'width', 'height', 'allowFullScreen', 'loading'],
    td: ['colSpan', 'rowSpan', 'align', 'headers'],
    th: ['colSpan', 'rowSpan', 'align', 'scope', 'headers'],
    time: ['dateTime'],
    data: ['value'],
  },
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel', 'sms', 'ftp', 'irc', 'ircs', 'xmpp'],
    src: ['http', 'https'],
    poster: ['http', 'https'],
  },
}

type Tree = ReturnType<typeof fromHtml>
type Child = Tree['children'][number]
type ElementContent = Extract<Child, { type: 'element' }>['children'][number]

function copyOf(item: string | readonly [string, RegExp]): string | [string, RegExp] {
  return typeof item === 'string' ? item : [item[0], item[1]]
}

/** Hidden elements would become visible, since `style` is removed. */
function withoutHidden(tree: Tree): Tree {
  return mapElements(tree, (node) => {
    if (node.type !== 'element') return node
    const { hidden, style } = node.properties
    const isHidden = Boolean(hidden) || /display\s*:\s*none/i.test(style ?? '')
    return isHidden || node.tagName === 'dialog' || node.tagName === 'datalist' ? undefined : node
  })
}

function restrictFrames(tree: ReturnType<typeof sanitize>, frameHosts: string[]): Tree {
  const root: Tree = tree.type === 'root' ? tree : { type: 'root', children: [] }
  return mapElements(root, (node) => {
    if (node.type !== 'element' || node.tagName !== 'iframe') return node
    const src = node.properties.src ?? ''
    if (!src || !isKnownFrame(src, frameHosts)) return undefined
    const properties = { ...node.properties, sandbox: [FRAME_SANDBOX], loading: 'lazy' as const }
    return { ...node, properties }
  })
}

function mapElements(tree: Tree, map: (node: Child) => Child | undefined): Tree {
  const mapChild = (node: Child): Child[] => {
    const mapped = map(node)
    if (!mapped) return []
    if (mapped.type !== 'element') return [mapped]
    return [{ ...mapped, children: mapped.children.flatMap((child) => inElement(child)) }]
  }
  const inElement = (child: Child) => mapChild(child).filter(isElementChild)
  return { ...tree, children: tree.children.flatMap(mapChild) }
}

const isElementChild = (node: Child): node is ElementContent => node.type !== 'doctype'
