import { calloutHtml, codeHtml, detailsHtml } from './blockHtml'
import { attributesHtml, escapeHtml } from './escapeHtml'
import { referenceAddress } from './mediaTags'
import type { TagHandler } from './tag'
import { firstNamed, parseTagArguments } from './tagArguments'

/** A heading above, content below, folded away until asked for. */
const accordion: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const words = [args.named.kicker, firstNamed(args, 'title', 'heading', 'label', 'summary')]
  const summary = words.filter((word) => word !== undefined && word !== '').join(': ')
  return detailsHtml(renderInline(summary || args.positional.join(' ')))
}

/** A titled box, perhaps with a source that it links to. */
const card: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const title = [args.named.kicker, args.named.title].filter(Boolean).join(': ')
  const address = firstNamed(args, 'src', 'link', 'href', 'url')
  if (!address) return calloutHtml(tag.name, title)
  const { open, close } = calloutHtml(tag.name)
  const label = renderInline(title || address)
  return { open: `${open}<p><a href="${escapeHtml(address)}">${label}</a></p>`, close }
}

const linkCard: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const address = firstNamed(args, 'href', 'link', 'url', 'src') ?? args.positional[0]
  if (!address) return undefined
  const label = [args.named.kicker, firstNamed(args, 'text', 'title', 'label')].filter(Boolean)
  const words = renderInline(label.join(': ') || address)
  return { inline: `<a href="${escapeHtml(address)}">${words}</a>` }
}

/** A file of the site offered for reading. */
const fileLink: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const file = firstNamed(args, 'file', 'src', 'href') ?? args.positional[0]
  const label = firstNamed(args, 'label', 'text', 'title')
  if (!file || !label) return file ? { text: encodeURI(file) } : undefined
  return { inline: `<a href="${escapeHtml(file)}">${renderInline(label)}</a>` }
}

const quote: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const { cite, author } = args.named
  const source = cite || author
  const close = `${source ? `<p><cite>${renderInline(source)}</cite></p>` : ''}</blockquote>\n`
  const text = firstNamed(args, 'text', 'quote')
  const open = `<blockquote>${text ? `<p>${renderInline(text)}</p>` : ''}`
  return { open, close }
}

/** Configuration shown in several formats; the source has one. */
const codeToggle: TagHandler = (tag) => {
  const { named } = parseTagArguments(tag.args)
  if (tag.body === undefined) return undefined
  return { block: codeHtml({ code: tag.body, language: named.lang ?? 'yaml', title: named.file }) }
}

/** HTML that is shown both at work and as code: the code is what a reader can keep. */
const example: TagHandler = (tag) => {
  const { named } = parseTagArguments(tag.args)
  if (tag.body === undefined) return undefined
  return { block: codeHtml({ code: tag.body, language: named.lang ?? 'html' }) }
}

/** Since (or until) which version something holds: the words are the tag's own. */
const versionNote =
  (words: string): TagHandler =>
  (tag) => {
    const [version] = parseTagArguments(tag.args).positional
    if (!version) return undefined
    if (tag.hasBody) return calloutHtml(tag.name, `${words} ${version}`)
    return { inline: `<small>${words} ${escapeHtml(version)}</small>` }
  }

const tex: TagHandler = (tag) =>
  tag.body === undefined
    ? undefined
    : {
        block: `<galley-math${attributesHtml({ display: true })}>${escapeHtml(tag.body.trim())}</galley-math>\n`,
      }

const rawHtml: TagHandler = (tag) => (tag.body === undefined ? undefined : { block: tag.body })

/** Shortcodes of themes and of single sites, as far as their names say what they are. */
export const HUGO_SITE_SHORTCODES: Record<string, TagHandler> = {
  accordion,
  expand: accordion,
  collapse: accordion,
  spoiler: accordion,
  ring: card,
  card,
  'card-policy': card,
  'card-prompt': card,
  'card-quote': quote,
  'quote-block': quote,
  blockquote: quote,
  button: linkCard,
  btn: linkCard,
  'featured-resource': linkCard,
  'asset-static': fileLink,
  'legacy-file': fileLink,
  link: (tag) => {
    const [target] = parseTagArguments(tag.args).positional
    return target ? { text: referenceAddress('ref', target) } : undefined
  },
  'code-toggle': codeToggle,
  example,
  'new-in': versionNote('New in'),
  'deprecated-in': versionNote('Deprecated in'),
  'blogdown/postref': () => ({ text: '' }),
  mermaid: (tag) =>
    tag.body === undefined
      ? undefined
      : { block: codeHtml({ code: tag.body, language: 'mermaid' }) },
  math: tex,
  katex: tex,
  raw: rawHtml,
  rawhtml: rawHtml,
}
