import type {
  InlineBlockFields,
  BlockFields,
  LinkFields,
  RichTextDocument,
  RichTextNode,
  UploadFields,
} from './document'
import {
  blockTypeOf,
  childrenOf,
  fieldsOf,
  isDocument,
  isRecord,
  numberOf,
  stringOf,
} from './readNode'

/** Where an address was met: a link's own, or the one that a picture leads to. */
export type LinkContext = { kind: 'link' | 'picture-link'; node: RichTextNode }

export type PictureReference = Pick<
  BlockFields['Picture'],
  'url' | 'alt' | 'title' | 'width' | 'height'
> & {
  kind: 'block' | 'inline'
}

export type ReferenceMapper = {
  /** New fields of a link, or undefined to leave it. What a picture leads to takes `url` alone of them. */
  link?: (url: string, context: LinkContext) => LinkFields | undefined
  /** The stored file of a picture, another address for it, or undefined to leave it as it is. */
  picture?: (picture: PictureReference) => { media: string } | { url: string } | undefined
  /** Another address of a file that a player or frame shows, or undefined to leave it. */
  embed?: (url: string) => string | undefined
}

/**
 * A document like the given one in which custom links and linked pictures are replaced as `mapper` says, nested
 * documents (captions, callouts, footnotes) included: a Picture block with a file becomes an upload node, an
 * InlinePicture gets `media`. The given document is not changed; what has no reference in it is shared.
 */
export function mapReferences(
  document: RichTextDocument,
  mapper: ReferenceMapper,
): RichTextDocument {
  return mapDocument(document, mapper, 0)
}

export type CollectedReferences = {
  links: (LinkContext & { url: string })[]
  pictures: PictureReference[]
  /** Addresses of players and frames: the file itself, its other formats, preview picture and subtitles. */
  embeds: string[]
}

/** All custom links, linked pictures and embedded files of a document in order, nested documents included. */
export function collectReferences(document: RichTextDocument): CollectedReferences {
  const found: CollectedReferences = { links: [], pictures: [], embeds: [] }
  mapReferences(document, {
    link: (url, context) => void found.links.push({ url, ...context }),
    picture: (picture) => void found.pictures.push(picture),
    embed: (url) => void found.embeds.push(url),
  })
  return found
}

type NodeMapper = (node: RichTextNode, mapper: ReferenceMapper) => RichTextNode

/** Deeper than any document that can be stored; what lies below is left as it is. */
const MAX_DEPTH = 400

const mappers: ReadonlyMap<string, NodeMapper> = new Map<string, NodeMapper>([
  ['link', mapLink],
  ['autolink', mapLink],
  ['Picture', mapPicture],
  ['InlinePicture', mapInlinePicture],
  ['upload', mapHref],
  ['Embed', mapEmbed],
])

function mapDocument(
  document: RichTextDocument,
  mapper: ReferenceMapper,
  depth: number,
): RichTextDocument {
  const root = mapNode(document.root, mapper, depth)
  return root === document.root
    ? document
    : { root: { ...document.root, children: childrenOf(root) } }
}

function mapNode(node: RichTextNode, mapper: ReferenceMapper, depth: number): RichTextNode {
  if (depth > MAX_DEPTH) return node
  const own = mappers.get(blockTypeOf(node) || node.type)?.(node, mapper) ?? node
  return mapChildren(mapNestedDocuments(own, mapper, depth), mapper, depth)
}

function mapChildren(node: RichTextNode, mapper: ReferenceMapper, depth: number): RichTextNode {
  const children = childrenOf(node)
  if (children.length === 0) return node
  const mapped = children.map((child) => mapNode(child, mapper, depth + 1))
  return mapped.every((child, index) => child === children[index])
    ? node
    : { ...node, children: mapped }
}

function mapNestedDocuments(
  node: RichTextNode,
  mapper: ReferenceMapper,
  depth: number,
): RichTextNode {
  const fields = fieldsOf(node)
  const changed: Record<string, RichTextDocument> = {}
  for (const name of ['summary', 'content', 'caption']) {
    const document = fields[name]
    if (!isDocument(document)) continue
    const mapped = mapDocument(document, mapper, depth + 1)
    if (mapped !== document) changed[name] = mapped
  }
  return Object.keys(changed).length > 0 ? { ...node, fields: { ...fields, ...changed } } : node
}

function mapLink(node: RichTextNode, mapper: ReferenceMapper): RichTextNode {
  const { linkType, url } = fieldsOf(node)
  if (linkType !== 'custom' || typeof url !== 'string') return node
  const fields = mapper.link?.(url, { kind: 'link', node })
  return fields ? { ...node, fields } : node
}

/** A picture leads to an address, never to a document: internal fields leave it as it is. */
function mapHref(node: RichTextNode, mapper: ReferenceMapper): RichTextNode {
  const { href } = fieldsOf(node)
  if (typeof href !== 'string' || href === '') return node
  const url = mapper.link?.(href, { kind: 'picture-link', node })?.url
  return url === undefined || url === href ? node : withFields(node, { href: url })
}

function mapPicture(node: RichTextNode, mapper: ReferenceMapper): RichTextNode {
  const stored = mapper.picture?.(pictureOf(node, 'block'))
  const linked = mapHref(node, mapper)
  if (!stored) return linked
  return 'media' in stored ? uploadNode(linked, stored.media) : withFields(linked, stored)
}

function mapInlinePicture(node: RichTextNode, mapper: ReferenceMapper): RichTextNode {
  const stored = mapper.picture?.(pictureOf(node, 'inline'))
  const linked = mapHref(node, mapper)
  if (!stored) return linked
  const changed: Partial<Pick<InlineBlockFields['InlinePicture'], 'media' | 'url'>> = stored
  return withFields(linked, changed)
}

function mapEmbed(node: RichTextNode, mapper: ReferenceMapper): RichTextNode {
  const { url, poster, sources, tracks } = fieldsOf(node)
  const changed = {
    ...changedAddress('url', url, mapper),
    ...changedAddress('poster', poster, mapper),
    ...changedList('sources', sources, mapper),
    ...changedList('tracks', tracks, mapper),
  }
  return Object.keys(changed).length > 0 ? withFields(node, changed) : node
}

function changedAddress(
  name: string,
  url: unknown,
  mapper: ReferenceMapper,
): Record<string, string> {
  const mapped = typeof url === 'string' && url !== '' ? mapper.embed?.(url) : undefined
  return mapped === undefined || mapped === url ? {} : { [name]: mapped }
}

function changedList(
  name: string,
  list: unknown,
  mapper: ReferenceMapper,
): Record<string, unknown[]> {
  if (!Array.isArray(list)) return {}
  const mapped = list.map((item: unknown) => {
    const changed = isRecord(item) ? changedAddress('url', item.url, mapper) : {}
    return isRecord(item) && 'url' in changed ? { ...item, ...changed } : item
  })
  return mapped.every((item, index) => item === list[index]) ? {} : { [name]: mapped }
}

const withFields = (node: RichTextNode, fields: Record<string, unknown>): RichTextNode => ({
  ...node,
  fields: { ...fieldsOf(node), ...fields },
})

function pictureOf(node: RichTextNode, kind: PictureReference['kind']): PictureReference {
  const { url, alt, title, width, height } = fieldsOf(node)
  return {
    kind,
    url: stringOf(url),
    ...(typeof alt === 'string' && { alt }),
    ...(typeof title === 'string' && { title }),
    ...(typeof width === 'number' && { width }),
    ...(typeof height === 'number' && { height }),
  }
}

/** The upload node of a picture whose file is stored: what belongs to this use of it stays with it. */
function uploadNode(node: RichTextNode, media: string): RichTextNode {
  const { id, alt, title, caption, credit, href, width, height } = fieldsOf(node)
  const fields: UploadFields = {
    ...(typeof alt === 'string' && { alt }),
    ...(typeof title === 'string' && { title }),
    ...(isDocument(caption) && { caption }),
    ...(typeof credit === 'string' && { credit }),
    ...(typeof href === 'string' && { href }),
    ...(numberOf(width) !== undefined && { width: numberOf(width) }),
    ...(numberOf(height) !== undefined && { height: numberOf(height) }),
  }
  return {
    type: 'upload',
    version: 3,
    format: stringOf(node.format),
    id: stringOf(id),
    relationTo: 'media',
    value: media,
    fields,
  }
}
