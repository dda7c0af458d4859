import { lookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Agent } from 'undici'
import { FetchRefusal } from './outcome'

const CONNECT_TIMEOUT_MS = 10_000
/** Between two pieces of an answer; the whole has a bound of its own. */
const BODY_TIMEOUT_MS = 20_000

/** Whether an IP address is one of the public internet (an IPv4 address within IPv6 counts as itself). */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

/**
 * Checks what can be told from an address before connecting.
 * @throws FetchRefusal when it is no address of the web, or names a private host by number
 */
export const checkAddress = ({ protocol, hostname }: URL, allowPrivateHosts: boolean): void => {
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new FetchRefusal('picture-address-unusable', `its address starts with ${protocol}`)
  }
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivateHosts && isIP(literal) !== 0 && !isPublicAddress(literal))
    throw isPrivate(hostname)
}

/** The dispatcher of a run. Close it at the end. */
export const openDispatcher = (allowPrivateHosts: boolean): Agent =>
  new Agent({
    connect: {
      timeout: CONNECT_TIMEOUT_MS,
      ...(!allowPrivateHosts && { lookup: lookupPublic }),
    },
    headersTimeout: BODY_TIMEOUT_MS,
    bodyTimeout: BODY_TIMEOUT_MS,
  })

/**
 * Looks a name up at the very connection, and gives only public addresses to connect to: a second answer of the name
 * server can't lead elsewhere than the one that was checked.
 */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  const { all: isAllWanted, ...rest } = options
  lookup(hostname, { ...rest, all: true }, (error, found: LookupAddress[]) => {
    if (error) return callback(error, [])
    const allowed = found.filter(({ address }) => isPublicAddress(address))
    const [first] = allowed
    if (!first) return callback(isPrivate(hostname), [])
    if (isAllWanted) callback(null, allowed)
    else callback(null, first.address, first.family)
  })
}

const isPrivate = (hostname: string): FetchRefusal =>
  new FetchRefusal(
    'picture-host-private',
    `${hostname} is in a private network; --allow-private-hosts lets the import fetch from there`,
  )
