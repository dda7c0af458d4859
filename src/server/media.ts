import express, { Router, type RequestHandler } from 'express'
import type { Stats } from 'node:fs'
import type { ServerResponse } from 'node:http'
import type { Bucket } from '../mediaFiles'
import { allowMethods } from './answerError'
import { RequestError } from './errors'
import { sendFromBucket } from './mediaFromBucket'

/** A picture may be cropped again under its name: after a day a cache asks, and mostly gets a 304. */
const CACHE_CONTROL = 'public, max-age=86400, stale-while-revalidate=604800'

/** An SVG is a document: opened by its own address it must not run scripts or load anything. */
const SVG_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'"

/**
 * Serves the files of the media library with a strong ETag, ranges and long caching.
/**
 * Serves the files of the media library with a strong ETag, ranges and long caching.
 * @param place absolute path of the uploaded files, or the bucket that holds them
 * @param nameNow finds what a file is called that had another name
 */
export const serveMedia = (
  place: string | Bucket,
  nameNow: (name: string) => Promise<string | undefined>,
): RequestHandler => {
  const router = Router()
  router.use(
    allowMethods('GET', 'HEAD'),
    typeof place === 'string'
      ? express.static(place, {
          index: false,
          redirect: false,
          dotfiles: 'ignore',
          etag: false,
          cacheControl: false,
          setHeaders: (response, path, stat) => {
            response.setHeader('ETag', etagOf(stat))
            protectFile(response, path)
          },
        })
      : sendFromBucket(place, protectFile),
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

const etagOf = ({ size, mtimeMs }: Stats): string =>
  `"${size.toString(16)}-${Math.round(mtimeMs * 1000).toString(16)}"`

const protectFile = (response: ServerResponse, path: string): void => {
  response.setHeader('Cache-Control', CACHE_CONTROL)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader(
    'Content-Security-Policy',
    /\.svgz?$/i.test(path) ? SVG_POLICY : "default-src 'none'",
  )
}
