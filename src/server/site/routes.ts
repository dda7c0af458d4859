import { oembedRoute } from './cards/oembedRoute'
import { openGraphRoute } from './cards/openGraphRoute'
import { feedRoute } from './feeds/feedRoute'
import { archiveRoute, categoryTreeRoute, termCountRoutes } from './listings/countRoutes'
import { neighboursRoute } from './listings/neighboursRoute'
import { relatedRoute } from './listings/relatedRoute'
import { byAddressRoute, bySlugRoute } from './lookup/articleRoutes'
import { redirectRoute } from './lookup/redirectRoute'
import { robotsRoute } from './robotsRoute'
import { searchRoute } from './search/searchRoute'
import type { SiteRoute } from './siteRoute'
import { sitemapIndexRoute, sitemapRoute } from './sitemaps/sitemapRoutes'

/** Every read of the site beside the documents themselves. */
export const siteRoutes: SiteRoute[] = [
  feedRoute,
  sitemapIndexRoute,
  sitemapRoute,
  robotsRoute,
  redirectRoute,
  bySlugRoute,
  byAddressRoute,
  neighboursRoute,
  relatedRoute,
  openGraphRoute,
  archiveRoute,
  categoryTreeRoute,
  ...termCountRoutes,
  oembedRoute,
  searchRoute,
]
