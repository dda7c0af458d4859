import { evaluateLiquid } from './liquidValues'
import type { ExpansionContext } from './tag'

/** Blocks of Liquid of which nothing is shown where they stand. */
const HIDDEN =
  /<!--[^]*?-->|\{%-?\s*(capture|comment)\b(?:(?!%\})[^])*%\}[^]*?\{%-?\s*end\1\s*-?%\}/g
const TAG = /\{%-?\s*(\w+)((?:(?!%\})[^])*?)-?%\}/g
const SILENT: ReadonlySet<string> = new Set(
  'assign if elsif else endif unless endunless case when endcase for endfor capture endcapture'.split(
    ' ',
  ),
)
const OPENS: ReadonlySet<string> = new Set(['if', 'unless', 'case', 'for', 'capture'])
/** It is read once for each article. */
const LONGEST = 10_000
const ASSIGNMENT = /^\s*([\w-]+)\s*=\s*([^]+)$/

/**
 * Whether an include shows nothing and only gives names to values, as Jekyll Bootstrap's `JB/setup` does at the top of each
 * post.
 */
export const isSilent = (text: string): boolean => {
  if (text.length > LONGEST) return false
  const rest = text.replace(HIDDEN, '')
  const names = [...rest.matchAll(TAG)].map(([, name = '']) => name)
  return names.every((name) => SILENT.has(name)) && rest.replace(TAG, '').trim() === ''
}

/** Sets the variables that a silent include gives a value that is known; what depends on a condition is not. */
export const takeAssignments = (text: string, context: ExpansionContext): void => {
  let depth = 0
  for (const [, name = '', args = ''] of text.replace(HIDDEN, '').matchAll(TAG)) {
    if (OPENS.has(name)) depth++
    else if (name.startsWith('end')) depth = Math.max(0, depth - 1)
    if (name !== 'assign') continue
    const [, variable, expression = ''] = ASSIGNMENT.exec(args) ?? []
    if (variable === undefined) continue
    const value = depth === 0 ? evaluateLiquid(expression.trim(), context) : undefined
    if (value === undefined) context.variables.delete(variable)
    else context.variables.set(variable, value)
  }
}
