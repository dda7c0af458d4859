import { Router, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { siteSettings } from '../../site/siteSettings'
import { allowMethods } from '../answerError'
import { siteRoutes } from './routes'
import { contextOf, type SiteAnswer, type SiteRequest } from './siteRoute'

/** Makes a handler of a computation; the read cache gives one that keeps its answers. */
export type RouteMaker = (compute: (request: SiteRequest) => Promise<SiteAnswer>) => RequestHandler

/**
 * What a site needs beside its documents: feeds, sitemaps, lookups, listings, search.
 * @throws Error `setting-invalid: …` for a setting of the site
 */
export const serveSite = (payload: Payload, makeRoute: RouteMaker): RequestHandler => {
  siteSettings()
  const router = Router()
  for (const { path, compute } of siteRoutes) {
    router.all(
      path,
      allowMethods('GET', 'HEAD'),
      makeRoute((request) => compute(request, contextOf(payload, request))),
    )
  }
  return router
}
