const LINK_SCHEMES: ReadonlySet<string> = new Set(
  'http https mailto tel sms ftp ftps irc ircs xmpp news magnet geo'.split(' '),
)

/** The address if a link may lead there: relative, or of a scheme that runs nothing. */
export function safeLinkUrl(url: string): string | undefined {
  return hasScheme(url, LINK_SCHEMES) ? url : undefined
}

/** The address if a picture, sound or frame may be loaded from there. */
export function safeMediaUrl(url: string): string | undefined {
  if (/^data:image\//i.test(url)) return url
  return hasScheme(url, MEDIA_SCHEMES) ? url : undefined
}

const MEDIA_SCHEMES: ReadonlySet<string> = new Set(['http', 'https'])

/** Hosts whose frames are shown; a host includes its subdomains. */
const FRAME_HOSTS = (
  'youtube.com youtube-nocookie.com vimeo.com dailymotion.com bilibili.com youku.com v.qq.com music.163.com ' +
  'soundcloud.com spotify.com bandcamp.com twitter.com x.com instagram.com facebook.com tiktok.com ' +
  'codepen.io codesandbox.io jsfiddle.net stackblitz.com observablehq.com glitch.com gist.github.com repl.it replit.com ' +
  'google.com openstreetmap.org slideshare.net speakerdeck.com archive.org ted.com loom.com asciinema.org figma.com ' +
  'giphy.com slid.es slides.com slideslive.com datawrapper.de datawrapper.dwcdn.net flourish.studio infogram.com embedly.com'
).split(' ')

/** Whether a frame may be shown: an encrypted address at a known host. */
export function isKnownFrame(url: string, moreHosts: string[] = []): boolean {
  let address: URL
  try {
    address = new URL(url, 'https://relative.invalid')
  } catch {
    return false
  }
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return false
  return [...FRAME_HOSTS, ...moreHosts].some(
    (host) => address.hostname === host || address.hostname.endsWith(`.${host}`),
  )
}

/** What a frame may do: run its own scripts and go full screen, not reach the page around it. */
export const FRAME_SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-forms allow-presentation'

function hasScheme(url: string, schemes: ReadonlySet<string>): boolean {
  // Browsers ignore control characters and spaces there (URL Standard, "basic URL parser").

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]
  return scheme === undefined || schemes.has(scheme.toLowerCase())
}
