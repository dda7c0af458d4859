import express from 'express'
import { text } from 'node:stream/consumers'

/**
 * An Express that answers from memory and does nothing else: the limit for a server that Express stands in front of. What
 * it answers it gets once from the server at SOURCE. Prints its port, ends with its parent.
 */
const answers = new Map<string, Promise<Buffer>>()

const answerOf = (url: string, body: string): Promise<Buffer> => {
  const key = `${url} ${body}`
  const answer = answers.get(key) ?? fetchFrom(url, body)
  answers.set(key, answer)
  return answer
}

const fetchFrom = async (url: string, body: string): Promise<Buffer> => {
  const response = await fetch(`${process.env.SOURCE}${url}`, {
    ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  })
  return Buffer.from(await response.arrayBuffer())
}

const app = express()
app.disable('x-powered-by')
app.set('etag', false)
app.use(async (request, response) => {
  const body = request.method === 'POST' ? await text(request) : ''
  response.type('application/json').send(await answerOf(request.url, body))
})
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`)
})
process.stdin.on('end', () => process.exit(0)).resume()
