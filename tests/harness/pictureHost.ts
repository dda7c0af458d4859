import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** A host of pictures on this machine; `asked` tells each request that it got, as path and Referer. */
export type PictureHost = {
  origin: string
  asked: { path: string; referer: string | undefined }[]
  close: () => Promise<void>
}

/** Serves each path as its function says; other paths answer 404. */
export const openPictureHost = async (answers: Record<string, Answer>): Promise<PictureHost> => {
  const asked: PictureHost['asked'] = []
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push({ path, referer: request.headers.referer })
    const answer = answers[path]
    if (answer) return answer(response, request)
    response.writeHead(404).end('gone')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** Answers with the bytes as they are, under any `Content-Type`. */
export const sends =
  (bytes: Uint8Array | string, type = 'image/png'): Answer =>
  (response) => {
    response.writeHead(200, { 'content-type': type }).end(bytes)
  }

/** Leads elsewhere. */
export const leadsTo =
  (location: string): Answer =>
  (response) => {
    response.writeHead(302, { location }).end()
  }
