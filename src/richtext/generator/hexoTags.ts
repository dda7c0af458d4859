import { calloutHtml, codeHtml, detailsHtml, embedHtml } from './blockHtml'
import { createCodeFinder } from './codeRanges'
import { EMBED_ADDRESS, addressOrId } from './embeds'
import { attributesHtml, escapeHtml } from './escapeHtml'
import { literalText } from './expand'
import { plainText } from '../markdown/plugins/plainText'
import { HEXO_THEME_TAGS } from './hexoThemeTags'
import { referenceAddress } from './mediaTags'
import {
  OCTOPRESS_TAGS,
  blockquote,
  codeblock,
  medium,
  picture,
  plainImage,
  pullquote,
  words,
} from './octopressTags'
import { unwrapRaw } from './rawText'
import type { Expansion, Tag, TagHandler, TagSyntax } from './tag'

const isAddress = (word: string): boolean => /^(?:(?:https?:)?\/\/|\/)\S/.test(word)

/** Words of NexT's and Fluid's `note` that are no kind and no title. */
const NOTE_OPTION = /^(?:no-icon|flat|simple|modern|disabled|icon|fa[bsrl]?|fa-[\w-]+|["'])$/

const note: TagHandler = (tag, { renderInline }) => {
  const [kind = 'note', ...rest] = words(tag)
  const title = rest.filter((word) => !NOTE_OPTION.test(word)).join(' ')
  return calloutHtml(kind, title && plainText(renderInline(title)))
}

const assetImage = picture((name) => referenceAddress('asset', name))

/** `{% post_link file "Title" %}`: without a title the linked post's own is shown, which only the link stage knows. */
const referenceLink =
  (kind: string): TagHandler =>
  (tag) => {
    const [target, ...title] = words(tag)
    if (!target) return undefined
    const isEscapeFlag = (word: string, index: number) =>
      index === title.length - 1 && index > 0 && /^(?:true|false)$/.test(word)
    const label = title.filter((word, index) => !isEscapeFlag(word, index)).join(' ')
    const href = escapeHtml(referenceAddress(kind, target))
    return { inline: `<a href="${href}">${escapeHtml(label || target)}</a>` }
  }

const referencePath =
  (kind: string): TagHandler =>
  (tag) => {
    const [target] = words(tag)
    return target ? { text: referenceAddress(kind, target) } : undefined
  }

const siteAddress: TagHandler = (tag) => {
  const [target] = words(tag)
  return target ? { text: target } : undefined
}

/** `{% link text url [external] [title] %}`. */
const link: TagHandler = (tag) => {
  const all = words(tag)
  const at = all.findIndex(isAddress)
  const href = all[at]
  if (at < 0 || href === undefined) return undefined
  const title = all.slice(at + 1).filter((word) => !/^(?:true|false)$/.test(word))
  const label = all.slice(0, at).join(' ') || href
  return {
    inline: `<a${attributesHtml({ href, title: title.join(' ') || undefined })}>${escapeHtml(label)}</a>`,
  }
}

/** `{% btn url, text, icon, title %}` (NexT) and `{% button url text %}`: commas or blanks between. */
const button: TagHandler = (tag, { renderInline }) => {
  const all = tag.args.includes(',') ? tag.args.split(',').map((word) => word.trim()) : words(tag)
  const at = all.findIndex((word) => isAddress(word) || word.startsWith('#'))
  const href = all[Math.max(0, at)]
  if (!href) return undefined
  const label = all.find((word, index) => index !== Math.max(0, at) && word !== '')
  return {
    inline: `<a href="${escapeHtml(href)}">${label ? renderInline(label) : escapeHtml(href)}</a>`,
  }
}

const embed =
  (fromId: (id: string) => string): TagHandler =>
  (tag) => {
    const [id] = words(tag)
    return id ? { block: embedHtml(addressOrId(id, fromId)) } : undefined
  }

const youtube: TagHandler = (tag) => {
  const [id, type] = words(tag)
  if (!id) return undefined
  const fromId = type === 'playlist' ? EMBED_ADDRESS.youtubePlaylist : EMBED_ADDRESS.youtube
  return { block: embedHtml(addressOrId(id, fromId)) }
}

const iframe: TagHandler = (tag) => {
  const [src, width, height] = words(tag)
  return src ? { block: `<iframe${attributesHtml({ src, width, height })}></iframe>\n` } : undefined
}

/** Text that Hexo hands to the page without rendering it as Markdown; only fences are code before it sees the tag. */
const raw: TagHandler = (tag, { renderBlocks }) => {
  if (tag.body === undefined) return undefined
  const { body } = tag
  const code = createCodeFinder(body)
  const parts: string[] = []
  let done = 0
  for (let at = 0; at >= 0 && at < body.length; at = body.indexOf('\n', at) + 1 || body.length) {
    const end = code.fenceAt(at)
    if (end === undefined) continue
    parts.push(body.slice(done, at), renderBlocks(body.slice(at, end)))
    done = at = end
  }
  return { block: parts.join('') + body.slice(done) }
}

const mermaid: TagHandler = (tag) =>
  tag.body === undefined ? undefined : { block: codeHtml({ code: tag.body, language: 'mermaid' }) }

/** Tabs one below the other, each with its label; the set's own name is no text. */
const tabs: TagHandler = (tag, { renderBlocks }) => {
  if (tag.body === undefined) return undefined
  const html = splitTabs(tag.body).map((part) => {
    if (!part.isMark) return part.text.trim() ? renderBlocks(part.text) : ''
    if (part.text === 'endtab') return calloutHtml('').close
    const label = part.text
      .slice(3)
      .replace(/@[\w-]+(?:\s[\w-]+)*$/, '')
      .trim()
    return calloutHtml('tab', label).open
  })
  return { block: html.join('') }
}

/** The marks between tabs, `<!-- tab Label -->` and `<!-- endtab -->`, and the text between them; code may show marks. */
const splitTabs = (body: string): { text: string; isMark: boolean }[] => {
  const parts: { text: string; isMark: boolean }[] = []
  const code = createCodeFinder(body)
  const next = /^(?=[ \t>]*(?:`{3}|~{3}))|<!--\s*(tab\b[^]*?|endtab)\s*-->/gm
  let done = 0
  for (let match = next.exec(body); match; match = next.exec(body)) {
    const [whole, mark] = match
    if (mark === undefined) next.lastIndex = code.fenceAt(match.index) ?? match.index + 1
    else {
      parts.push({ text: body.slice(done, match.index), isMark: false })
      parts.push({ text: mark, isMark: true })
      done = match.index + whole.length
    }
  }
  return [...parts, { text: body.slice(done), isMark: false }]
}

const fold: TagHandler = (tag, { renderInline }) => {
  const all = words(tag)
  const title = all.filter(
    (word) => !NOTE_OPTION.test(word) && !/^(?:open|info|blue|cyan|green|red|yellow)$/.test(word),
  )
  return detailsHtml(renderInline(title.join(' ').split(',')[0] ?? ''), all.includes('open'))
}

/** `{% label primary @text %}`: only the text is seen. */
const label: TagHandler = (tag, { renderInline }) => {
  const at = tag.args.indexOf('@')
  const text =
    at >= 0
      ? tag.args.slice(at + 1)
      : words(tag)
          .filter((word, index, all) => index > 0 || all.length === 1)
          .join(' ')
  return { inline: `<mark>${renderInline(text.trim())}</mark>` }
}

const inlineHidden: TagHandler = (tag, { renderInline }) => {
  const [text = '', display] = tag.args.split(',')
  return { inline: renderInline([display, text].filter(Boolean).join(' ')) }
}

const unknownTag = (tag: Tag): Expansion | undefined => {
  if (tag.kind !== 'comment') return undefined
  return /^\{#[\s]/.test(tag.source) && tag.source.length < 2000
    ? { inline: `<!--${tag.source.slice(2, -2).replaceAll('--', '- -')}-->` }
    : literalText(tag.source)
}

/** Tags of Hexo itself and of its widespread themes (NexT, Fluid, Butterfly, Volantis). */
export const HEXO_SYNTAX: TagSyntax = {
  name: 'hexo',
  handlers: {
    ...OCTOPRESS_TAGS,
    code: codeblock,
    quote: blockquote,
    centerquote: pullquote,
    cq: pullquote,
    note,
    subnote: note,
    asset_img: assetImage,
    asset_link: referenceLink('asset'),
    asset_path: referencePath('asset'),
    post_link: referenceLink('post'),
    post_path: referencePath('post'),
    image: plainImage,
    link,
    url_for: siteAddress,
    full_url_for: siteAddress,
    btn: button,
    button,
    youtube,
    vimeo: embed(EMBED_ADDRESS.vimeo),
    bilibili: embed(EMBED_ADDRESS.bilibili),
    gist: embed(EMBED_ADDRESS.gist),
    jsfiddle: embed(EMBED_ADDRESS.jsfiddle),
    codepen: embed(EMBED_ADDRESS.codepen),
    iframe,
    audio: medium('audio'),
    raw,
    tabs,
    subtabs: tabs,
    mermaid,
    label,
    fold,
    folding: fold,
    spoiler: fold,
    hideToggle: fold,
    hideBlock: fold,
    hideInline: inlineHidden,
    ...HEXO_THEME_TAGS,
  },
  verbatim: new Set(['codeblock', 'code', 'raw', 'tabs', 'subtabs', 'mermaid']),
  hasMarkdownBody: new Set(['tabs', 'subtabs', 'raw']),
  fallback: unknownTag,
  unescapeCode: (code, isFence) => (isFence ? code : unwrapRaw(code)),
}
