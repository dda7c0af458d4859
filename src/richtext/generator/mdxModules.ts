const MODULE =
  /(?:import\s+(?:["'][^\n]+|[\w*{][^;]*?\sfrom\s*["'][^"'\n]+["'];?)|export\s+(?:default\b|const\b|let\b|var\b|function\b|async\b|class\b|\{|\*)[^])/y

/** Takes a text and the offset of a line; returns the offset behind the modules (`import`, `export`) that begin there, if any. */
export const modulesEnd = (text: string, at: number): number | undefined => {
  MODULE.lastIndex = at
  const isModule = /^(?:im|ex)port\s/.test(text.slice(at, at + 8)) && MODULE.test(text)
  return isModule ? moduleEnd(text, at) : undefined
}

/** Takes a text and returns the paths of its imports by the names that they are imported as. */
export const importsOf = (text: string): Map<string, string> =>
  new Map([...text.matchAll(DEFAULT_IMPORT)].map(([, name = '', path = '']) => [name, path]))

const DEFAULT_IMPORT = /^import[ \t]+([\w$]+)[ \t]+from[ \t]*["']([^"'\n]+)["']/gm

/** A module statement ends at the first blank line outside braces. */
const moduleEnd = (text: string, at: number): number => {
  let end = at
  for (let depth = 0; end < text.length && end - at < 20_000;) {
    const newline = text.indexOf('\n', end)
    const lineEnd = newline < 0 ? text.length : newline
    const line = text.slice(end, lineEnd)
    const isContinued = end > at && UNFINISHED.test(text.slice(Math.max(at, end - 20), end - 1))
    if (depth <= 0 && !isContinued) {
      if (line.trim() === '' || (end > at && !MODULE_LINE.test(line))) break
    }
    depth += line.split(/[{([]/).length - line.split(/[})\]]/).length
    end = lineEnd + 1
  }
  return Math.min(text.length, text[end - 1] === '\n' ? end - 1 : end)
}

/** A line that cannot be the last of a statement. */
const UNFINISHED = /\b(?:import|from)[ \t]*$/

/** What a further line of modules may begin with; text right below them is text. */
const MODULE_LINE =
  /^\s*(?:import\b|export\b|\/\/|\/\*|\*|[})\].?:&|+]|(?:const|let|var|function|async)\b)/
