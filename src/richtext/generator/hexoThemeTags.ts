import { plainText } from '../markdown/plugins/plainText'
import { calloutHtml, imageHtml } from './blockHtml'
import { attributesHtml, escapeHtml } from './escapeHtml'
import type { ExpansionContext, Tag, TagHandler } from './tag'
import { parseTagArguments } from './tagArguments'

/** A pair that only arranges what stands in it: pictures side by side, columns. */
const arrangement: TagHandler = (tag) =>
  tag.hasBody ? { open: '<div>\n', close: '</div>\n' } : undefined

/** `{% timeline title, color %}` and `{% timenode title %}`: the title is seen above the content. */
const titled: TagHandler = (tag, { renderInline }) => {
  if (!tag.hasBody) return undefined
  const title = tag.args.split(/,(?=[^,]*$)/)[0]?.trim() ?? ''
  return calloutHtml('note', title && plainText(renderInline(title)))
}

/** Icarus: `{% message color:info 'icon:fas fa-x' 'title:Words' %}`. */
const message: TagHandler = (tag, { renderInline }) => {
  if (!tag.hasBody) return undefined
  const option = (name: string) =>
    new RegExp(`(["'])${name}:([^]*?)\\1|\\b${name}:(\\S+)`).exec(tag.args)?.slice(2).find(Boolean)
  const title = option('title')
  return calloutHtml(option('color') ?? 'note', title && plainText(renderInline(title)))
}

/** Volantis and Butterfly: `{% checkbox green checked, Words %}`: what stands behind the last comma is seen. */
const box: TagHandler = (tag, { renderInline }) => {
  const at = tag.args.indexOf(',')
  const text = (at < 0 ? tag.args : tag.args.slice(at + 1)).trim()
  const checked = at >= 0 && /\bchecked\b/.test(tag.args.slice(0, at))
  return {
    inline: `<input${attributesHtml({ type: 'checkbox', checked: checked || undefined, disabled: true })}> ${renderInline(text)}`,
  }
}

/** What stands behind the first comma is seen; before it stand colours and sizes. */
const styled = (tag: Tag, { renderInline }: ExpansionContext): string =>
  renderInline(tag.args.slice(tag.args.indexOf(',') + 1).trim())

/** `{% span red, Words %}` within a line. */
const coloured: TagHandler = (tag, context) => ({ inline: `<span>${styled(tag, context)}</span>` })

/** `{% p center, Words %}`: a paragraph of its own. */
const paragraph: TagHandler = (tag, context) => ({ block: `<p>${styled(tag, context)}</p>\n` })

/** `{% u Words %}`: the tag's name is that of an element. */
const marked =
  (element: string): TagHandler =>
  (tag, { renderInline }) => ({ inline: `<${element}>${renderInline(tag.args)}</${element}>` })

const inlinePicture: TagHandler = (tag) => {
  const [src] = parseTagArguments(tag.args).positional
  return src ? { inline: imageHtml({ src }) } : undefined
}

/** Butterfly: `{% galleryGroup 'name' 'description' 'link' picture %}`. */
const galleryGroup: TagHandler = (tag) => {
  const [name, description, href, src] = parseTagArguments(tag.args).positional
  if (!name || !src) return undefined
  const words = [name, description].filter(Boolean).map((word) => escapeHtml(word ?? ''))
  return {
    block: `<figure>${imageHtml({ src, link: href })}<figcaption>${words.join('<br>')}</figcaption></figure>\n`,
  }
}

/** `{% pdf address %}`: a viewer; the address leads to the same. */
const file: TagHandler = (tag) => {
  const [href] = parseTagArguments(tag.args).positional
  return href ? { inline: `<a${attributesHtml({ href })}>${escapeHtml(href)}</a>` } : undefined
}

/** Tags of Hexo's widespread themes (NexT, Butterfly, Icarus, Volantis) beyond those that they share with Hexo. */
export const HEXO_THEME_TAGS: Record<string, TagHandler> = {
  gallery: arrangement,
  grouppicture: arrangement,
  gp: arrangement,
  group: arrangement,
  timeline: titled,
  timenode: titled,
  message,
  checkbox: box,
  radio: box,
  p: paragraph,
  span: coloured,
  u: marked('u'),
  emp: marked('em'),
  wavy: marked('u'),
  del: marked('del'),
  kbd: marked('kbd'),
  inlineImg: inlinePicture,
  inlineimage: inlinePicture,
  galleryGroup,
  pdf: file,
}
