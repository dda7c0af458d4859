import { serializeOuter } from 'parse5'
import type { BlockFields, PictureFields } from '../document'
import type { RichTextNode } from '../document'
import { plainCaption } from './codeHandlers'
import type { Context, Handler } from './context'
import {
  attribute,
  elementChildren,
  findDescendant,
  inlineStyle,
  isElement,
  pixels,
  textContent,
} from './element'
import {
  blocksOf,
  boundary,
  lineDocument,
  openParagraph,
  writeBlock,
  writeInline,
  writeText,
} from './flow'
import { blockNode, inlineBlockNode } from './lexicalNodes'
import { canNest } from './nesting'
import { largestOf, pictureUrl, pictureUrls } from './pictureUrl'
import type { HtmlElement, HtmlNode } from './parseHtml'
import { embedSource } from './embedSource'
import { writeHtmlBlock, writeRawBlock, writeRawInline } from './rawHtml'
import { cleanUrl, isUnsafeUrl } from './url'
import { placeId, visitChildren, visitNode } from './visit'

/** Handlers of pictures, sound, video, frames and figures. */
export const mediaHandlers: Record<string, Handler> = {
  img: (element, context) => writePicture(element, context),
  picture: visitPicture,
  video: visitPlayer,
  audio: visitPlayer,
  iframe: visitFrame,
  object: visitPlugin,
  embed: visitPlugin,
  applet: visitPlugin,
  figure: visitFigure,
  figcaption: visitCaption,
  noscript: visitNoscript,
  source: () => undefined,
  track: () => undefined,
  param: () => undefined,
}

function writePicture(element: HtmlElement, context: Context, fallbackUrl?: string): void {
  const url = pictureUrl(element) ?? fallbackUrl
  const alt = attribute(element, 'alt')
  // Browsers show the text of a picture that has no address.
  if (url === undefined || isUnsafeUrl(url)) return writeText(context, alt ?? '')
  const fields = { url, ...pictureFields(element) }
  const id = context.compilation.nodeId('InlinePicture', url)
  writeInline(context, inlineBlockNode('InlinePicture', id, fields), 'picture')
}

function pictureFields(element: HtmlElement): Omit<PictureFields, 'url'> {
  const style = inlineStyle(element)
  const alt = attribute(element, 'alt')
  const title = attribute(element, 'title')
  const width = pixels(attribute(element, 'width')) ?? pixels(style.width)
  const height = pixels(attribute(element, 'height')) ?? pixels(style.height)
  return {
    ...(alt && { alt }),
    ...(title && { title }),
    ...(width && { width }),
    ...(height && { height }),
  }
}

function visitPicture(element: HtmlElement, context: Context): void {
  const image = findDescendant(element, ({ tagName }) => tagName === 'img')
  const source = elementChildren(element).find(({ tagName }) => tagName === 'source')
  const fallback = source && (pictureUrl(source) ?? largestOf(attribute(source, 'srcset')))
  if (image) return writePicture(image, context, fallback)
  if (fallback) writePicture(element, context, fallback)
  else visitChildren(element, context)
}

function visitPlayer(element: HtmlElement, context: Context): void {
  const parts = elementChildren(element)
  const sources = parts.filter(({ tagName }) => tagName === 'source').flatMap(sourceOf)
  const own = cleanUrl(attribute(element, 'src') ?? attribute(element, 'data-src'))
  const url = own ?? sources[0]?.url
  const tracks = parts.filter(({ tagName }) => tagName === 'track').flatMap(trackOf)
  const isSafe = [url, ...sources.map((source) => source.url)].every(
    (address) => address !== undefined && !isUnsafeUrl(address),
  )
  const isTyped = url === undefined && sources.length === 0 && textContent(element).trim() !== ''
  if (isTyped) return writeTypedTag(element, context)
  if (url === undefined || !isSafe) return writeRawInline(element, context)
  const kind = element.tagName === 'audio' ? 'audio' : 'video'
  const poster = cleanUrl(attribute(element, 'poster'))
  const others = sources.filter((source) => source.url !== url)
  const isUnclosed = parts.filter(({ tagName }) => !FALLBACK_PARTS.has(tagName)).length > 1
  const fallback = isUnclosed ? '' : fallbackOf(element)
  writeEmbed(context, {
    kind,
    url,
    ...frameFields(element),
    ...(poster && { poster }),
    ...(others.length > 0 && { sources: others }),
    ...(tracks.length > 0 && { tracks }),
    ...(fallback && { fallback }),
  })
  if (isUnclosed) visitChildren(element, context)
}

/** A tag that someone wrote about (`HTML5 <video> in practice`) holds the text behind it, which no browser would show. */
function writeTypedTag(element: HtmlElement, context: Context): void {
  context.compilation.problems.add(
    'unknown-element',
    element.tagName,
    `<${element.tagName}> names no file to play: its content was kept, the tag was not. Write it as code if the text is about it.`,
  )
  visitChildren(element, context)
}

/** What a player holds beside its files, when there is something to read in it. */
function fallbackOf(element: HtmlElement): string {
  if (textContent(element).trim() === '') return ''
  const rest = element.childNodes.filter(({ nodeName }) => !PLAYER_FILES.has(nodeName))
  return rest
    .map((child) => serializeOuter(child))
    .join('')
    .trim()
}

const PLAYER_FILES: ReadonlySet<string> = new Set(['source', 'track'])

/** One paragraph beside these is the text for browsers without a player; more is the page, in a player left unclosed. */
const FALLBACK_PARTS: ReadonlySet<string> = new Set(['source', 'track', 'a', 'br', 'img'])

function sourceOf(element: HtmlElement): { url: string; type?: string }[] {
  const url = cleanUrl(attribute(element, 'src') ?? attribute(element, 'data-src'))
  const type = attribute(element, 'type')
  return url === undefined ? [] : [{ url, ...(type && { type }) }]
}

function trackOf(element: HtmlElement): NonNullable<BlockFields['Embed']['tracks']> {
  const url = cleanUrl(attribute(element, 'src'))
  if (url === undefined || isUnsafeUrl(url)) return []
  const kind = attribute(element, 'kind')
  const language = attribute(element, 'srclang')
  const label = attribute(element, 'label')
  return [{ url, ...(kind && { kind }), ...(language && { language }), ...(label && { label }) }]
}

function visitFrame(element: HtmlElement, context: Context): void {
  const url = cleanUrl(attribute(element, 'src')) ?? cleanUrl(attribute(element, 'data-src'))
  const lazy = cleanUrl(attribute(element, 'data-src'))
  const address = url === 'about:blank' ? lazy : url
  if (address === undefined || isUnsafeUrl(address)) return writeRawBlock(element, context)
  writeEmbed(context, { kind: 'iframe', url: address, ...frameFields(element) })
}

function frameFields(
  element: HtmlElement,
): Pick<BlockFields['Embed'], 'title' | 'width' | 'height'> {
  const title = attribute(element, 'title') ?? attribute(element, 'aria-label')
  const width = pixels(attribute(element, 'width'))
  const height = pixels(attribute(element, 'height'))
  return { ...(title && { title }), ...(width && { width }), ...(height && { height }) }
}

/** Writes an Embed block; where none can stand, its HTML. */
export function writeEmbed(context: Context, fields: BlockFields['Embed']): void {
  if (context.lineDepth > 0) return writeHtmlBlock(embedSource(fields), context)
  writeBlock(context, blockNode('Embed', context.compilation.nodeId('Embed', fields.url), fields))
}

/**
 * Flash players of YouTube became frames long ago; of other plug-ins browsers show what the page has for those without
 * them. Where it has nothing, the element is kept.
 */
function visitPlugin(element: HtmlElement, context: Context): void {
  const inner = findDescendant(element, ({ tagName, attrs }) => {
    return (
      tagName === 'embed' || attrs.some(({ name, value }) => name === 'name' && value === 'movie')
    )
  })
  const address = [element, inner].flatMap((candidate) =>
    candidate ? ['data', 'src', 'value'].map((name) => attribute(candidate, name)) : [],
  )
  const youtube =
    /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:v|embed)\/([\w-]{5,20})/
  for (const url of address) {
    const video = youtube.exec(url ?? '')?.[1]
    if (!video) continue
    const fields = frameFields(element)
    return writeEmbed(context, {
      kind: 'iframe',
      url: `https://www.youtube.com/embed/${video}`,
      ...fields,
    })
  }
  if (hasFallback(element)) visitChildren(element, context)
  else writeRawInline(element, context)
}

function hasFallback(element: HtmlElement): boolean {
  return (
    textContent(element).trim() !== '' ||
    findDescendant(element, ({ tagName }) => FALLBACKS.has(tagName)) !== undefined
  )
}

const FALLBACKS: ReadonlySet<string> = new Set(['img', 'a', 'video', 'iframe'])

/** A caption goes into the block that it belongs to, when there is one that can hold it; else it stands in its place. */
function visitFigure(element: HtmlElement, context: Context): void {
  boundary(context)
  const at = element.childNodes.findIndex((child) => child.nodeName === 'figcaption')
  const caption = element.childNodes[at]
  if (caption && isElement(caption)) {
    const blocksOfNodes = (nodes: HtmlNode[]) =>
      blocksOf(context, (inner) => nodes.forEach((child) => visitNode(child, inner)))
    const before = blocksOfNodes(element.childNodes.slice(0, at))
    const title = before.length === 0 ? plainCaption(caption) : undefined
    if (before.length === 0)
      writeCaptionFirst(caption, element.childNodes.slice(at + 1), { title, context })
    else {
      for (const block of before) writeBlock(context, block)
      visitCaption(caption, context)
      for (const child of element.childNodes.slice(at + 1)) visitNode(child, context)
    }
  } else visitChildren(element, context)
  boundary(context)
}

function writeCaptionFirst(
  caption: HtmlElement,
  rest: HtmlNode[],
  { title, context }: { title: string | undefined; context: Context },
): void {
  const blocks = blocksOf(context, (inner) => rest.forEach((child) => visitNode(child, inner)))
  const [only] = blocks
  const isTaken =
    blocks.length === 1 && only !== undefined && setCaption(only, { caption, title, context })
  if (!isTaken) {
    openParagraph(context)
    visitChildren(caption, context)
    boundary(context)
  }
  for (const block of blocks) writeBlock(context, block)
}

function setCaption(
  block: RichTextNode,
  options: { caption: HtmlElement; title: string | undefined; context: Context },
): boolean {
  const { caption, title, context } = options
  const { fields } = block
  if (block.type !== 'block' || typeof fields !== 'object' || fields === null) return false
  if (!('blockType' in fields)) return false
  if (fields.blockType === 'Code' && title !== undefined && !('title' in fields)) {
    Object.assign(fields, { title })
    return true
  }
  if (fields.blockType !== 'Picture' && fields.blockType !== 'Embed') return false
  if ('caption' in fields || !canNest('nestedDocument', context)) return false
  if (textContent(caption).trim() === '' && !findDescendant(caption, () => true)) return true
  const document = lineDocument(context, (inner) => {
    placeId(caption, inner)
    visitChildren(caption, inner)
  })
  Object.assign(fields, { caption: document })
  return true
}

/** A caption after a picture or player becomes its caption, after anything else a paragraph. */
function visitCaption(element: HtmlElement, context: Context): void {
  boundary(context)
  const previous = context.flow.blocks.at(-1)
  if (previous && setCaption(previous, { caption: element, title: undefined, context })) return
  openParagraph(context)
  visitChildren(element, context)
  boundary(context)
}

/** Beside a lazily loaded picture, `noscript` repeats it: such a copy isn't shown twice. */
function visitNoscript(element: HtmlElement, context: Context): void {
  const pictures: HtmlElement[] = []
  findDescendant(element, (candidate) => {
    if (candidate.tagName === 'img') pictures.push(candidate)
    return false
  })
  const known = context.compilation.pictureUrls
  const isCopy =
    pictures.length > 0 &&
    textContent(element).trim() === '' &&
    pictures.every((picture) => pictureUrls(picture).some((url) => known.has(url)))
  if (isCopy) return
  visitChildren(element, context)
}
