import { createHmac, timingSafeEqual } from 'node:crypto'

export type PreviewClaim = {
  articleId: string
  /** In milliseconds since 1970. */ expiresAt: number
}

/**
 * A signed permission to see the newest draft of one article without a session, until a moment.
 * @returns text that is safe in an address
 */
export const makePreviewToken = (claim: PreviewClaim, secret: string): string => {
  const content = Buffer.from(`${claim.expiresAt} ${claim.articleId}`).toString('base64url')
  return `${content}.${signatureOf(content, secret)}`
}

/** What a token permits; undefined when it was not signed with this secret, and `isExpired` when its time is over. */
export const readPreviewToken = (
  token: string,
  secret: string,
  now = Date.now(),
): (PreviewClaim & { isExpired: boolean }) | undefined => {
  const [content = '', signature = ''] = token.split('.')
  if (!isSame(signature, signatureOf(content, secret))) return undefined
  const claim = /^(\d+) (.+)$/.exec(Buffer.from(content, 'base64url').toString())
  if (!claim?.[1] || !claim[2]) return undefined
  const expiresAt = Number(claim[1])
  return { articleId: claim[2], expiresAt, isExpired: expiresAt <= now }
}

/** The purpose is signed too: no other signature made with the secret opens a preview. */
const signatureOf = (content: string, secret: string): string =>
  createHmac('sha256', secret).update(`galley-preview ${content}`).digest('base64url')

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
