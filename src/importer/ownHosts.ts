/** Tells the old site's own addresses from those of others. */
export type OwnHosts = {
  /** The path (with query and fragment) of an absolute address on the old site; undefined for any other address. */
  pathOf: (url: string) => string | undefined
}

/**
 * Takes the addresses at which the old site was served. Scheme, `www.`, port and the form of an international name make no
 * difference.
 */
export const openOwnHosts = (baseUrls: readonly (string | undefined)[]): OwnHosts => {
  const hosts = new Set(
    [...new Set(baseUrls)].map((url) => url && hostOf(url)).filter((host) => host !== undefined),
  )
  return {
    pathOf: (url) => {
      const parts = /^(?:https?:)?[\\/]{2}([^\\/?#]+)(.*)$/is.exec(url)
      if (!parts) return undefined
      const host = hostOf(url)
      return host !== undefined && hosts.has(host) ? parts[2] || '/' : undefined
    },
  }
}

const hostOf = (url: string): string | undefined => {
  const absolute = /^[\\/]{2}/.test(url) ? `https:${url}` : url
  if (!/^https?:/i.test(absolute) || !URL.canParse(absolute)) return undefined
  return new URL(absolute).hostname.replace(/^www\./, '')
}
