import { absoluteUrl } from './absoluteHtml'
import { contextOf, textAnswer, type SiteRoute } from './siteRoute'

/** `robots.txt` as ROBOTS and ROBOTS_DISALLOW say. */
export const robotsRoute: SiteRoute = {
  path: '/robots.txt',
  compute: async (request, { payload }) => {
    const { settings, siteUrl } = contextOf(payload, request)
    const disallowed = settings.isIndexed ? settings.robotsDisallow : ['/']
    const lines = [
      'User-agent: *',
      ...(disallowed.length > 0 ? disallowed : ['']).map((path) => `Disallow: ${path}`.trimEnd()),
      ...(settings.isIndexed ? ['', `Sitemap: ${absoluteUrl('/sitemap.xml', siteUrl.href)}`] : []),
    ]
    return textAnswer(`${lines.join('\n')}\n`, 'text/plain')
  },
}
