import { codeHtml, imageHtml } from './blockHtml'
import { attributesHtml, escapeHtml } from './escapeHtml'
import { unwrapRaw } from './rawText'
import type { ExpansionContext, Tag, TagHandler } from './tag'
import { parseTagArguments } from './tagArguments'

/** Octopress's and Hexo's arguments: words and quoted words, no names. */
export const words = (tag: Tag): string[] =>
  [...tag.args.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\S+/g)].map(
    ([whole, double, single]) => double ?? single ?? whole,
  )

/** Options that change how the code block looks, not what it says. */
const CODE_OPTION =
  /^(lang|line_number|line_threshold|highlight|first_line|mark|wrap|language_attr):(.*)$/

export const codeblock: TagHandler = (tag) => {
  if (tag.body === undefined) return undefined
  let language: string | undefined
  const title: string[] = []
  for (const word of words(tag)) {
    const option = CODE_OPTION.exec(word)
    if (option?.[1] === 'lang') language = option[2]
    else if (!option) title.push(word)
  }
  return { block: codeHtml({ code: unwrapRaw(tag.body), language, title: title.join(' ') }) }
}

/** `{% include_code title lang:js path.js %}`: the file is not part of the text, so the source stays. */
const includeCode: TagHandler = () => undefined

/** Who said it and where: `{% blockquote Author, Source https://… Title %}`. */
export const blockquote: TagHandler = (tag, { renderInline }) => ({
  open: '<blockquote>\n',
  close: `${quoteFooter(tag.args, renderInline)}</blockquote>\n`,
})

const quoteFooter = (text: string, renderInline: ExpansionContext['renderInline']): string => {
  if (!text) return ''
  const [whole, before = '', address = '', title = ''] =
    /^([^]*?)\s*(https?:\/\/\S+)\s*([^]*)$/.exec(text) ?? []
  if (whole === undefined) return `<p><cite>${renderInline(text)}</cite></p>`
  const label = title ? renderInline(title) : escapeHtml(address)
  const link = `<a href="${escapeHtml(address)}">${label}</a>`
  return `<p><cite>${[renderInline(before), link].filter(Boolean).join(' ')}</cite></p>`
}

export const pullquote: TagHandler = () => ({
  open: '<blockquote class="pullquote">\n',
  close: '</blockquote>\n',
})

/** `{% asset_img [class] name [width] [height] [title [alt]] %}` and the same for `img` with an address. */
export const picture =
  (address: (name: string) => string): TagHandler =>
  (tag) => {
    const all = words(tag)
    const at = all.findIndex((word) => /[./]/.test(word))
    const name = all[at < 0 ? 0 : at]
    if (!name) return undefined
    const rest = all.slice((at < 0 ? 0 : at) + 1)
    const sizes = rest.slice(0, 2).filter((word) => /^\d+$/.test(word))
    const [titleOrBoth = '', ...more] = rest.slice(sizes.length)
    const inner = /^["']?([^"']*)["']?\s+["']([^"']*)["']?$/.exec(titleOrBoth)
    const [title, alt] = inner ? [inner[1], inner[2]] : [titleOrBoth, more.join(' ')]
    const [width, height] = sizes
    return { inline: imageHtml({ src: address(name), title, alt: alt || title, width, height }) }
  }

/** `{% img [class] address [width] [height] [title [alt]] %}`. */
export const plainImage = picture((name) => name)

/** A player; what follows the address are sizes and a picture to begin with. */
export const medium =
  (element: 'video' | 'audio'): TagHandler =>
  (tag) => {
    const { positional, named } = parseTagArguments(tag.args)
    const src = named.src ?? named.url ?? positional[0]
    return src
      ? { block: `<${element}${attributesHtml({ src, controls: true })}></${element}>\n` }
      : undefined
  }

/** Tags of Octopress (a Jekyll with plug-ins), which Hexo has taken over. */
export const OCTOPRESS_TAGS: Record<string, TagHandler> = {
  codeblock,
  include_code: includeCode,
  blockquote,
  pullquote,
  img: plainImage,
  video: medium('video'),
}
