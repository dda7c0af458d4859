import type { PayloadRequest } from 'payload'

/** Where a request comes from, as far as `ACTIVITY_ADDRESS` and `ACTIVITY_USER_AGENT` let it be kept. */
export const originOf = (req: PayloadRequest): { address?: string; userAgent?: string } => {
  const address = addressKept(req.headers?.get('x-galley-client-address') ?? undefined)
  const userAgent =
    process.env.ACTIVITY_USER_AGENT === 'off' ? undefined : req.headers?.get('user-agent')
  return {
    ...(address && { address }),
    ...(userAgent && { userAgent: userAgent.slice(0, 300) }),
  }
}

/** `full` (the default) keeps the address, `short` its network alone, `off` nothing. */
const addressKept = (address: string | undefined): string | undefined => {
  if (!address || process.env.ACTIVITY_ADDRESS === 'off') return undefined
  return process.env.ACTIVITY_ADDRESS === 'short' ? networkOf(address) : address
}

/** An IPv4 address without its last number, an IPv6 address without all but its first three groups. */
export const networkOf = (address: string): string =>
  address.includes(':')
    ? `${address.split(':').slice(0, 3).join(':')}::`
    : address.replace(/\.\d+$/, '.0')
