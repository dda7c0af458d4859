import type { Agent } from 'undici'
import { isPrivateLiteral, openDispatcher as openHostDispatcher } from '../../network/publicHosts'
import { FetchRefusal } from './outcome'

/**
 * Checks what can be told from an address before connecting.
 * @throws FetchRefusal when it is no address of the web, or names a private host by number
 */
export const checkAddress = (url: URL, allowPrivateHosts: boolean): void => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchRefusal('picture-address-unusable', `its address starts with ${url.protocol}`)
  }
  if (!allowPrivateHosts && isPrivateLiteral(url)) throw isPrivate(url.hostname)
}

/** The dispatcher of a run. Close it at the end. */
export const openDispatcher = (allowPrivateHosts: boolean): Agent =>
  openHostDispatcher(allowPrivateHosts, isPrivate)

const isPrivate = (hostname: string): FetchRefusal =>
  new FetchRefusal(
    'picture-host-private',
    `${hostname} is in a private network; --allow-private-hosts lets the import fetch from there`,
  )
