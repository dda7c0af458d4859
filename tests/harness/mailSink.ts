import { createServer, type Socket } from 'node:net'

export type Mail = { to: string; subject: string; text: string }

/** A mail server that keeps what it gets. */
export type MailSink = { url: string; mails: Mail[]; close: () => Promise<void> }

/** Starts a mail server on a free port of this machine. It speaks as much SMTP as a sender without a password needs. */
export const openMailSink = async (): Promise<MailSink> => {
  const mails: Mail[] = []
  const server = createServer((socket) => receive(socket, (mail) => mails.push(mail)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const receive = (socket: Socket, keep: (mail: Mail) => void): void => {
  let waiting = ''
  let isData = false
  let to = ''
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 sink')
  const answer = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'RCPT') to = /<(.*)>/.exec(line)?.[1] ?? ''
    if (verb === 'DATA') isData = true
    say({ DATA: '354 go on', QUIT: '221 bye' }[verb] ?? '250 ok')
    if (verb === 'QUIT') socket.end()
  }
  socket.on('data', (chunk: Buffer) => {
    waiting += chunk.toString('utf8')
    for (;;) {
      const end = isData ? '\r\n.\r\n' : '\r\n'
      const at = waiting.indexOf(end)
      if (at < 0) return
      const taken = waiting.slice(0, at)
      waiting = waiting.slice(at + end.length)
      if (isData) {
        isData = false
        keep({ to, ...readMessage(taken) })
        say('250 kept')
      } else answer(taken)
    }
  })
  socket.on('error', () => socket.destroy())
}

/** Subject and text of a message of one part. */
const readMessage = (source: string): { subject: string; text: string } => {
  const [head = '', ...rest] = source.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n').replace(/^\.\./gm, '.')
  const header = (name: string) =>
    new RegExp(`^${name}: ((?:.*)(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? ''
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  return { subject: readWords(header('Subject')), text: decoded(body, encoding).trim() }
}

/** Words of a header that are no ASCII (RFC 2047). */
const readWords = (header: string): string =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? decoded(word, 'base64')
        : decoded(word.replaceAll('_', ' '), 'quoted-printable'),
    )
    .replace(/\r\n\s+/g, ' ')

const decoded = (text: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
