import { lookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent } from 'undici'

const CONNECT_TIMEOUT_MS = 10_000
/** Between two pieces of an answer; the whole has a bound of its own. */
const BODY_TIMEOUT_MS = 20_000

/** Makes the error for a host in a private network. */
export type PrivateHostError = (hostname: string) => Error

/** Whether an IP address is one of the public internet (an IPv4 address within IPv6 counts as itself). */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/** Whether an address names a host by a number of a private network, which can be told before connecting. */
export const isPrivateLiteral = ({ hostname }: URL): boolean => {
  const literal = hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) !== 0 && !isPublicAddress(literal)
}

/** A dispatcher that connects to public hosts alone, unless private ones are allowed. Close it at the end. */
export const openDispatcher = (
  allowPrivateHosts: boolean,
  privateHostError: PrivateHostError,
): Agent =>
  new Agent({
    connect: {
      timeout: CONNECT_TIMEOUT_MS,
      ...(!allowPrivateHosts && { lookup: lookupPublic(privateHostError) }),
    },
    headersTimeout: BODY_TIMEOUT_MS,
    bodyTimeout: BODY_TIMEOUT_MS,
  })

/**
 * Looks a name up at the very connection, and gives only public addresses to connect to: a second answer of the name
 * server can't lead elsewhere than the one that was checked.
 */
const lookupPublic =
  (privateHostError: PrivateHostError): LookupFunction =>
  (hostname, options, callback) => {
    const { all: isAllWanted, ...rest } = options
    lookup(hostname, { ...rest, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, [])
      const allowed = found.filter(({ address }) => isPublicAddress(address))
      const [first] = allowed
      if (!first) return callback(privateHostError(hostname), [])
      if (isAllWanted) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
