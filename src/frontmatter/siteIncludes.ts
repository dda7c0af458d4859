/** Files of Jekyll Bootstrap (`JB/setup`) have no ending. */
const INCLUDE_FILE = /(?:^|\/)_includes\/(.+\.(?:html?|md|markdown|liquid|njk|svg|txt)|[^.]+)$/i

/** What of a site's include files is kept, in characters; it goes to every worker. */
const MOST_CHARACTERS = 1_000_000

/** True for a text that Jekyll and Eleventy put into pages by `{% include %}`. */
export function isIncludeFile(path: string): boolean {
  return INCLUDE_FILE.test(path)
}

/** Takes an include file's path and text and adds it to the includes, by the name that texts call it by. */
export function takeInclude(includes: Map<string, string>, path: string, text: string): void {
  const name = INCLUDE_FILE.exec(path)?.[1]
  const taken = [...includes.values()].reduce((sum, one) => sum + one.length, 0)
  if (name === undefined || includes.has(name) || taken + text.length > MOST_CHARACTERS) return
  includes.set(name, text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'))
}
