/** Removes the markers of `{% raw %}` from code, where they only protect it from Liquid. */
export const unwrapRaw = (code: string): string => {
  if (!code.includes('endraw')) return code
  const opening = /\{%-?\s*raw\s*-?%\}/g
  const closing = /\{%-?\s*endraw\s*-?%\}/g
  let result = ''
  let done = 0
  for (let start = opening.exec(code); start; start = opening.exec(code)) {
    closing.lastIndex = opening.lastIndex
    const end = closing.exec(code)
    if (!end) break
    result += code.slice(done, start.index) + code.slice(opening.lastIndex, end.index)
    done = opening.lastIndex = closing.lastIndex
  }
  return result + code.slice(done)
}
