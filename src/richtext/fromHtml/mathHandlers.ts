import type { Context, Handler } from './context'
import { attribute, findDescendant, hasClass, textContent } from './element'
import { writeBlock, writeInline } from './flow'
import { isMathScript } from './fragmentIndex'
import { blockNode, inlineBlockNode } from './lexicalNodes'
import type { HtmlElement } from './parseHtml'
import { writeRawInline } from './rawHtml'

/** Handlers of formulas; those that say what they are in TeX become formulas again, others are kept as they are. */
export const mathHandlers: Record<string, Handler> = {
  math: visitMathMl,
}

/** Writes a formula in TeX, of its own or in the line. In a heading it stands in the line. */
export function writeMath(tex: string, isDisplay: boolean, context: Context): void {
  const { nodeId } = context.compilation
  if (isDisplay && context.flow.heading === undefined) {
    writeBlock(context, blockNode('Math', nodeId('Math', tex), { tex: tex.trim() }))
  } else writeInline(context, inlineBlockNode('InlineMath', nodeId('InlineMath', tex), { tex }))
}

/**
 * Writes what KaTeX or MathJax made of a formula as the formula, once: they write it several times, for the eye, for
 * screen readers, and as source. Returns whether the element is part of one.
 */
export function writeRenderedMath(element: HtmlElement, context: Context): boolean {
  const className = attribute(element, 'class')
  if (className === undefined || !/katex|mathjax/i.test(className)) return false
  if (hasClass(element, 'katex', 'katex-display')) {
    const tex = texBelow(element)
    if (tex !== undefined) writeMath(tex, hasClass(element, 'katex-display'), context)
    return tex !== undefined
  }
  return context.compilation.hasMathScripts && hasClass(element, ...MATHJAX_OUTPUT)
}

/** Writes the TeX that MathJax leaves in a script beside its output. Returns whether it is such a script. */
export function writeMathScript(script: HtmlElement, context: Context): boolean {
  if (!isMathScript(script)) return false
  const isDisplay = /mode\s*=\s*display/i.test(attribute(script, 'type') ?? '')
  writeMath(textContent(script), isDisplay, context)
  return true
}

const MATHJAX_OUTPUT = [
  'MathJax',
  'MathJax_Preview',
  'MathJax_Display',
  'MathJax_SVG',
  'MathJax_SVG_Display',
  'MathJax_CHTML',
  'MJXc-display',
]

function visitMathMl(element: HtmlElement, context: Context): void {
  const tex = texBelow(element) ?? attribute(element, 'alttext')
  if (tex === undefined) return writeRawInline(element, context)
  writeMath(tex, attribute(element, 'display') === 'block', context)
}

function texBelow(element: HtmlElement): string | undefined {
  const annotation = findDescendant(
    element,
    (inner) => inner.tagName === 'annotation' && /tex/i.test(attribute(inner, 'encoding') ?? ''),
  )
  return annotation && textContent(annotation).trim()
}
