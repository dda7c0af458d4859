/** An address as it is stored: without the white space that browsers ignore, spaces escaped. Empty: undefined. */
export function cleanUrl(value: string | undefined): string | undefined {
  const url = value?.replace(/[\t\n\r]/g, '').trim()
  return url ? url.replaceAll(' ', '%20') : undefined
}

/** Whether following the address would run something. Pictures may be `data:`, nothing else may. */
export function isUnsafeUrl(url: string): boolean {
  // Browsers ignore control characters within a scheme (URL Standard, "basic URL parser").

  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url.replace(/[\u0000-\u0020]/g, ''))?.[1]
  if (!scheme) return false
  const lower = scheme.toLowerCase()
  if (lower === 'data') return !/^data:image\//i.test(url)
  return lower === 'javascript' || lower === 'vbscript'
}
