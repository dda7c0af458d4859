import { calloutHtml, detailsHtml, embedHtml, figureHtml, imageHtml } from './blockHtml'
import { isCalloutKind } from './calloutKinds'
import { EMBED_ADDRESS, addressOrId } from './embeds'
import { attributesHtml, escapeHtml } from './escapeHtml'
import type { Expansion } from './tag'

/** A component's name and those of its attributes whose value is known without running code. */
export type JsxElement = { name: string; attributes: Record<string, string | undefined> }

type ComponentHandler = (element: JsxElement) => Expansion | undefined

const transparent: ComponentHandler = () => ({ open: '', close: '' })

const tab: ComponentHandler = ({ attributes: { label, title, value } }) =>
  calloutHtml('tab', label ?? title ?? value)

const picture: ComponentHandler = ({ attributes }) => {
  const { src, alt, title, width, height, caption, href } = attributes
  if (!src) return undefined
  const facts = { src, alt: alt ?? '', title, width, height, link: href }
  return caption
    ? { block: figureHtml({ ...facts, caption: escapeHtml(caption) }) }
    : { inline: imageHtml(facts) }
}

const link: ComponentHandler = ({ attributes: { href, to, title } }) => {
  const address = href ?? to
  return address === undefined
    ? undefined
    : { open: `<a${attributesHtml({ href: address, title })}>`, close: '</a>', isInline: true }
}

const embed =
  (fromId: (id: string) => string): ComponentHandler =>
  ({ attributes: { id, videoId, youTubeId, url, src, title } }) => {
    const value = id ?? videoId ?? youTubeId ?? url ?? src
    return value ? { block: embedHtml(addressOrId(value, fromId), title) } : undefined
  }

const callout: ComponentHandler = ({ name, attributes: { type, kind, variant, title, heading } }) =>
  calloutHtml(type ?? kind ?? variant ?? name.toLowerCase(), title ?? heading)

const details: ComponentHandler = ({ attributes: { summary, title, open } }) =>
  detailsHtml(escapeHtml(summary ?? title ?? ''), open === 'true')

/** A titled box or link card (Starlight, Docusaurus). */
const card: ComponentHandler = ({ name, attributes: { title, description, href, to } }) => {
  const address = href ?? to
  const text = description ? `<p>${escapeHtml(description)}</p>` : ''
  const { open, close } = calloutHtml(name.toLowerCase(), address ? undefined : title)
  if (address === undefined) return { open: open + text, close }
  const link = `<a${attributesHtml({ href: address })}>${escapeHtml(title ?? address)}</a>`
  return { open: `${open}<p>${link}</p>${text}`, close }
}

/** Components that Docusaurus, Astro Starlight and widespread MDX set-ups have. */
const COMPONENTS: Record<string, ComponentHandler> = {
  '': transparent,
  Fragment: transparent,
  'React.Fragment': transparent,
  Tabs: transparent,
  Translate: transparent,
  TabItem: tab,
  Tab: tab,
  Image: picture,
  Img: picture,
  Figure: picture,
  Picture: picture,
  ThemedImage: picture,
  Link: link,
  NavLink: link,
  Anchor: link,
  YouTube: embed(EMBED_ADDRESS.youtube),
  Youtube: embed(EMBED_ADDRESS.youtube),
  LiteYouTubeEmbed: embed(EMBED_ADDRESS.youtube),
  Vimeo: embed(EMBED_ADDRESS.vimeo),
  Gist: embed(EMBED_ADDRESS.gist),
  Tweet: embed((id) => EMBED_ADDRESS.tweet('i', id)),
  CodePen: embed(EMBED_ADDRESS.codepen),
  Details: details,
  Card: card,
  LinkCard: card,
  Accordion: details,
}

/** Takes a component and returns what it becomes, or undefined when its name says nothing. */
export const expandComponent = (element: JsxElement): Expansion | undefined => {
  const handler = Object.hasOwn(COMPONENTS, element.name) ? COMPONENTS[element.name] : undefined
  if (handler) return handler(element)
  return isCalloutKind(element.name) ? callout(element) : undefined
}

/** Attributes that a reader sees something of: words, pictures, links. */
const VISIBLE_ATTRIBUTES =
  'title label text heading summary caption description subtitle content name quote alt src href to url image video code'.split(
    ' ',
  )

/** Whether a component of unknown meaning has nothing for the reader among its attributes. */
export const isWordlessElement = (attributes: JsxElement['attributes']): boolean =>
  VISIBLE_ATTRIBUTES.every((name) => !attributes[name])
