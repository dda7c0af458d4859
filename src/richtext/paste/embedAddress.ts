import { EMBED_ADDRESS } from '../generator/embeds'
import type { BlockFields } from '../document'

type Embed = Pick<BlockFields['Embed'], 'kind' | 'url'>

const frame = (url: string): Embed => ({ kind: 'iframe', url })

/** What each site's addresses look like, without `www.` and `m.`, and the frame that shows what they name. */
const SITES: [RegExp, (id: string, more: string) => string][] = [
  [/^youtube\.com\/watch\?(?:.*&)?v=([\w-]{6,20})/, EMBED_ADDRESS.youtube],
  [/^youtube\.com\/(?:shorts|live|embed)\/([\w-]{6,20})/, EMBED_ADDRESS.youtube],
  [/^youtu\.be\/([\w-]{6,20})/, EMBED_ADDRESS.youtube],
  [/^youtube\.com\/playlist\?(?:.*&)?list=([\w-]+)/, EMBED_ADDRESS.youtubePlaylist],
  [/^(?:player\.)?vimeo\.com\/(?:video\/)?(\d+)/, EMBED_ADDRESS.vimeo],
  [/^(?:twitter|x)\.com\/(\w+)\/status\/(\d+)/, EMBED_ADDRESS.tweet],
  [/^instagram\.com\/(?:p|reel)\/([\w-]+)/, EMBED_ADDRESS.instagram],
  [/^bilibili\.com\/video\/(BV\w+)/, EMBED_ADDRESS.bilibili],
  [
    /^codepen\.io\/(\w[\w-]*)\/(?:pen|full)\/(\w+)/,
    (user, pen) => EMBED_ADDRESS.codepen(`${user}/embed/${pen}`),
  ],
  [/^gist\.github\.com\/([\w-]+\/\w+)/, EMBED_ADDRESS.gist],
  [
    /^open\.spotify\.com\/(track|album|episode|playlist|show)\/(\w+)/,
    (kind, id) => `https://open.spotify.com/embed/${kind}/${id}`,
  ],
]

const FILES: [RegExp, Embed['kind']][] = [
  [/\.(?:mp4|webm|ogv|mov|m4v)$/i, 'video'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac)$/i, 'audio'],
]

/**
 * The embed that an address stands for, when it is one of a video, a post or a sound.
 * @param text what was pasted: an address and nothing else, or it is none
 */
export const embedOfAddress = (text: string): Embed | undefined => {
  const address = text.trim()
  if (/\s/.test(address) || !/^https?:\/\//i.test(address) || !URL.canParse(address))
    return undefined
  const url = new URL(address)
  const place = `${url.hostname.replace(/^(?:www|m|mobile)\./, '')}${url.pathname}${url.search}`
  for (const [pattern, addressOf] of SITES) {
    const [, id, more = ''] = pattern.exec(place) ?? []
    if (id !== undefined) return frame(addressOf(id, more))
  }
  const file = FILES.find(([pattern]) => pattern.test(url.pathname))
  return file && { kind: file[1], url: url.href }
}
