/**
 * The spellings in which one address may be stored: decoded and encoded, with and without a slash at its end, with
 * `index.html` or `.html`. The best comes first.
 * @param address a path, or a whole address whose host is left out
 */
export const addressCandidates = (address: string): string[] => {
  const path = pathOf(address)
  const exact = decoded(path)
  const base = exact.replace(/(^|\/)index\.html?$/i, '$1').replace(/\/+$/, '')
  const bare = base.replace(/\.html?$/i, '')
  const spellings = [
    exact,
    base || '/',
    `${base}/`,
    `${base}/index.html`,
    ...(bare === base ? [] : [bare, `${bare}/`]),
    ...(base === '' ? [] : [`${bare}.html`]),
  ]
  return [...new Set([path, ...spellings.flatMap((one) => [one, encodeURI(one)])])]
}

/** One spelling for comparing: decoded, without slashes at its end. */
export const addressKey = (address: string): string =>
  decoded(pathOf(address))
    .replace(/(^|\/)index\.html?$/i, '$1')
    .replace(/\.html?$/i, '')
    .replace(/\/+$/, '') || '/'

/** The path of an address, with a slash at its start. */
export const pathOf = (address: string): string => {
  const path = address
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
  return path.startsWith('/') ? path : `/${path}`
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path).normalize('NFC')
  } catch {
    return path
  }
}
