import { attributesHtml, escapeHtml } from './escapeHtml'

/** Takes code as written and returns it as a block; the one line end after the opening and before the closing tag goes. */
export const codeHtml = ({
  code,
  language,
  title,
}: {
  code: string
  language?: string
  title?: string
}): string => {
  const text = code.replace(/^[ \t]*\r?\n/, '').replace(/\r?\n[ \t]*$/, '')
  const attributes = attributesHtml({
    class: language ? `language-${language}` : undefined,
    'data-title': title || undefined,
  })
  return `<pre><code${attributes}>${escapeHtml(text)}\n</code></pre>\n`
}

/** Takes a callout's kind and title and returns the HTML before and after its content. */
export const calloutHtml = (kind: string, heading?: string): { open: string; close: string } => ({
  open: `<galley-callout${attributesHtml({ kind, heading: heading || undefined })}>\n`,
  close: '</galley-callout>\n',
})

/** Takes the (inline) HTML of a summary and returns the HTML before and after the disclosed content. */
export const detailsHtml = (summary: string, isOpen = false): { open: string; close: string } => ({
  open: `<details${isOpen ? ' open' : ''}><summary>${summary}</summary>\n`,
  close: '</details>\n',
})

export type PictureFacts = {
  src: string
  alt?: string
  title?: string
  width?: string
  height?: string
  /** Where the picture links to. */
  link?: string
  /** HTML. */
  caption?: string
}

/** Takes a picture's facts and returns `<img>`, in a link where it has one. */
export const imageHtml = ({ src, alt, title, width, height, link }: PictureFacts): string => {
  const image = `<img${attributesHtml({
    src,
    alt: alt ?? '',
    title: title || undefined,
    width: numeric(width),
    height: numeric(height),
  })}>`
  return link ? `<a href="${escapeHtml(link)}">${image}</a>` : image
}

/** Takes a picture's facts and returns a figure; the caption is HTML. */
export const figureHtml = (picture: PictureFacts): string =>
  `<figure>${imageHtml(picture)}${
    picture.caption ? `<figcaption>${picture.caption}</figcaption>` : ''
  }</figure>\n`

/** Takes an address and a title and returns a frame. */
export const embedHtml = (src: string, title?: string): string =>
  `<galley-embed${attributesHtml({ kind: 'iframe', src, title: title || undefined })}></galley-embed>\n`

const numeric = (size: string | undefined): string | undefined =>
  size && /^\d+(?:px)?$/.test(size) ? size.replace('px', '') : undefined
