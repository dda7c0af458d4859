import { attribute } from './element'
import type { HtmlElement } from './parseHtml'
import { cleanUrl } from './url'

/** The address that a picture is really loaded from. */
export function pictureUrl(element: HtmlElement): string | undefined {
  const src = cleanUrl(attribute(element, 'src'))
  const [lazy] = lazyUrls(element)
  if (lazy !== undefined && showsPlaceholder(element, src, lazy)) return lazy
  const set = attribute(element, 'srcset') ?? attribute(element, 'data-srcset')
  return src === undefined || isDrawnPlaceholder(src) ? (largestOf(set) ?? src) : src
}

/** The candidate of a `srcset` with the highest density or width. */
export function largestOf(set: string | undefined): string | undefined {
  let best: { url: string; size: number } | undefined
  for (const candidate of (set ?? '').split(/,\s+|,$/)) {
    const [url, descriptor = '1x'] = candidate.trim().split(/[ \t\n\r\f]+/)
    const size = Number.parseFloat(descriptor)
    if (url && (!best || size > best.size)) best = { url, size }
  }
  return cleanUrl(best?.url)
}

/** Where lazy loaders keep the address while `src` shows a placeholder; the last two are Discuz's. */
const LAZY_ATTRIBUTES = [
  'data-src',
  'data-actualsrc',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-echo',
  'data-original-src',
  'zoomfile',
  'file',
]

/** All addresses that the picture may be known by. */
export function pictureUrls(element: HtmlElement): string[] {
  return [pictureUrl(element), cleanUrl(attribute(element, 'src')), ...lazyUrls(element)].filter(
    (url) => url !== undefined,
  )
}

function lazyUrls(element: HtmlElement): string[] {
  return LAZY_ATTRIBUTES.flatMap((name) => {
    const url = cleanUrl(attribute(element, name))
    return url !== undefined && /[./]/.test(url) && !url.startsWith('data:') ? [url] : []
  })
}

/** Whether `src` is what is shown until the picture is loaded; some sites name a larger version beside the real one. */
function showsPlaceholder(element: HtmlElement, src: string | undefined, lazy: string): boolean {
  if (src === undefined || src.startsWith('data:') || PLACEHOLDER_FILE.test(src)) return true
  if (/\.gif$/i.test(src) && !/\.gif\b/i.test(lazy)) return true
  return /lazy|blur|lqip/i.test(attribute(element, 'class') ?? '')
}

const isDrawnPlaceholder = (src: string): boolean => src.startsWith('data:') && src.length < 400

const PLACEHOLDER_FILE =
  /(?:^|[/_.-])(?:blank|none|spacer|loading\w*|lazy\w*|placeholder\w*|gr[ae]y|transparent|1x1|pixel|empty|white)\.\w{3,4}(?:$|[?#])/i
