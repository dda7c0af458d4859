import { evaluateLiquid } from './liquidValues'
import type { ExpansionContext } from './tag'

const CONDITION =
  /\{%-?\s*(if|unless)\s+include\.([\w-]+)\s*-?%\}((?:(?!\{%-?\s*(?:if|unless|endif|endunless)\b)[^])*?)(?:\{%-?\s*else\s*-?%\}((?:(?!\{%-?\s*(?:if|unless|endif|endunless)\b)[^])*?))?\{%-?\s*end\1\s*-?%\}/g
const VALUE = /\{\{-?([^{}]*?)-?\}\}/g
const DEEPEST = 5

/**
 * Takes an include file's text and the parameters it was called with, and returns it with its parameters put in, or
 * undefined when it asks for more than is known: then it would say something else than the site does.
 */
export const filledInclude = (
  text: string,
  parameters: Record<string, string>,
  context: ExpansionContext,
): string | undefined => {
  const chosen = withoutConditions(text.replace(COMMENT, ''), parameters)
  let isKnown = true
  const filled = chosen.replace(VALUE, (whole, expression: string) => {
    const value = valueOf(expression.trim(), parameters, context)
    isKnown &&= value !== undefined
    return value ?? whole
  })
  return isKnown && !filled.includes('{%') ? filled.trim() : undefined
}

const COMMENT = /\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g

/** Conditions on parameters alone, the innermost first. */
const withoutConditions = (text: string, parameters: Record<string, string>): string => {
  let result = text
  for (let depth = 0; depth < DEEPEST && CONDITION.test(result); depth++) {
    CONDITION.lastIndex = 0
    result = result.replace(
      CONDITION,
      (_whole, kind: string, name: string, then: string, otherwise: string | undefined) => {
        const isGiven = Object.hasOwn(parameters, name)
        return isGiven === (kind === 'if') ? then : (otherwise ?? '')
      },
    )
  }
  CONDITION.lastIndex = 0
  return result
}

const PARAMETER = /^include\.([\w-]+)/

const valueOf = (
  expression: string,
  parameters: Record<string, string>,
  context: ExpansionContext,
): string | undefined => {
  const name = PARAMETER.exec(expression)?.[1]
  if (name === undefined) return evaluateLiquid(expression, context)
  const value = Object.hasOwn(parameters, name) ? (parameters[name] ?? '') : ''
  const filters = expression.slice(`include.${name}`.length)
  return filters.trim() === ''
    ? value
    : evaluateLiquid(`${value.includes('"') ? `'${value}'` : `"${value}"`}${filters}`, context)
}
