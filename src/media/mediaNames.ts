const MEDIA_PATH = '/media/'

/** The names of files among addresses: those below `/media` of this server, with or without its host (`PUBLIC_URL`). */
export const mediaNames = (
  addresses: readonly string[],
  publicUrl = process.env.PUBLIC_URL ?? '',
): string[] => {
  const starts = [MEDIA_PATH, ...(publicUrl ? [`${publicUrl.replace(/\/$/, '')}${MEDIA_PATH}`] : [])]
  return addresses.flatMap((address) => {
    const start = starts.find((one) => address.startsWith(one))
    return start ? nameIn(address.slice(start.length)) : []
  })
}

const nameIn = (path: string): string[] => {
  const name = path.replace(/[?#].*$/s, '')
  if (!name || name.includes('/')) return []
  try {
    return [decodeURIComponent(name)]
  } catch {
    return [name]
  }
}
