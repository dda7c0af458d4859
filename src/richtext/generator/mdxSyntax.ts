/** Modules at the start of a block; components and fragments; comments in braces; attributes in braces. */
const MDX_SYNTAX =
  /(?:^\s*|\n[ \t]*\n)(?:import[ \t]+(?:["'][^\n]|[\w*{][^;]*?\sfrom\s*["'])|export[ \t]+(?:default|const|let|var|function|async|class)\b|export[ \t]*[{*])|<\/?[A-Z][\w.]*(?=[\s/>])|<\/?>|\{\/\*|<[a-z][\w-]*\s[^<>]*(?:=\{|\bclassName=)/

const CODE =
  /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??[ \t>]*\1[`~]*[ \t]*$|(`+)(?!`)[^`\n]*?\2(?!`)/gm

/**
 * Whether a Markdown text is written as MDX. Docusaurus reads `.md` files as MDX unless told otherwise; one without any of
 * its syntax means the same in both, but for what only Markdown has: indented code, HTML, braces.
 */
export const usesMdx = (text: string): boolean =>
  MDX_SYNTAX.test(text) && MDX_SYNTAX.test(text.replace(CODE, ''))
