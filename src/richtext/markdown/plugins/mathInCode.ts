import type MarkdownIt from 'markdown-it'
import { escapeHtml } from '../../generator/escapeHtml'
import { isCertainTex } from './likelyTex'

const MATH = /^(\$\$?)([^$]+)\1$/

/**
 * A code span that holds nothing but `$…$` or `$$…$$` is math: goldmark cannot read math, so blogdown's sites protect it
 * by backticks and take them away in the page.
 */
export const mathInCode = (md: MarkdownIt): void => {
  md.core.ruler.after('inline', 'galley_math_in_code', (state) => {
    for (const { children } of state.tokens) {
      for (const token of children ?? []) {
        const [, mark, tex = ''] =
          token.type === 'code_inline' ? (MATH.exec(token.content) ?? []) : []
        if (!mark || !isCertainTex(tex)) continue
        token.type = 'html_inline'
        token.content = `<galley-math${mark === '$$' ? ' display' : ''}>${escapeHtml(tex.trim())}</galley-math>`
      }
    }
  })
}
