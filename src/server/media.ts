import express, { Router, type RequestHandler } from 'express'
import type { Stats } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { allowMethods } from './answerError'
import { RequestError } from './errors'

/** A picture may be cropped again under its name: after a day a cache asks, and mostly gets a 304. */
const CACHE_CONTROL = 'public, max-age=86400, stale-while-revalidate=604800'

/** An SVG is a document: opened by its own address it must not run scripts or load anything. */
const SVG_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/**
 * Serves the files of the media library with a strong ETag, ranges and long caching.
 * @param directory absolute path of the uploaded files
 * @param nameNow finds what a file is called that had another name
 */
export const serveMedia = (
  directory: string,
  nameNow: (name: string) => Promise<string | undefined>,
): RequestHandler => {
  const router = Router()
  router.use(
    allowMethods('GET', 'HEAD'),
    express.static(directory, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      etag: false,
      cacheControl: false,
      setHeaders: describeFile,
    }),
    async (request, response) => {
      const name = await nameNow(nameIn(request.path))
      if (name === undefined) throw new RequestError('file-not-found')
      response.redirect(301, `${request.baseUrl}/${encodeURIComponent(name)}`)
    },
  )
  return router
}

const nameIn = (path: string): string => {
  try {
    return decodeURIComponent(path.slice(1))
  } catch {
    return ''
  }
}

const describeFile = (response: ServerResponse, path: string, stat: Stats): void => {
  response.setHeader(
    'ETag',
    `"${stat.size.toString(16)}-${Math.round(stat.mtimeMs * 1000).toString(16)}"`,
  )
  response.setHeader('Cache-Control', CACHE_CONTROL)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader(
    'Content-Security-Policy',
    /\.svgz?$/i.test(path) ? SVG_POLICY : "default-src 'none'",
  )
}
