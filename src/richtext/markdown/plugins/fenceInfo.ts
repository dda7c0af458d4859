import type MarkdownIt from 'markdown-it'
import { attributesHtml, escapeHtml } from '../../generator/escapeHtml'

/**
 * What stands behind the opening fence: a language, with more behind it in as many ways as there are generators
 * (`js {1,3} title="a.js"`, `rust,linenos,name=a.rs`, `jsx:title=a.jsx`, `{r, echo=FALSE}`, `{.python}`). The language and the
 * title are kept; which lines are marked has no form in the editor.
 */
export const fenceInfo = (md: MarkdownIt): void => {
  md.renderer.rules.fence = (tokens, index) => {
    const token = tokens[index]
    const { language, title } = readInfo(md.utils.unescapeAll(token?.info ?? '').trim())
    const attributes = attributesHtml({
      class: language ? `language-${language}` : undefined,
      'data-title': title || undefined,
    })
    return `<pre><code${attributes}>${escapeHtml(token?.content ?? '')}</code></pre>\n`
  }
}

const TITLE =
  /(?:^|[\s,{:])(?:title|filename|file|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,}"']+))/i

const readInfo = (info: string): { language: string; title?: string } => {
  const [, double, single, bare] = TITLE.exec(info) ?? []
  const title = double ?? single ?? bare
  if (info.startsWith('{')) {
    const language = /^\{\s*\.?([\w+#-]+)(?=[\s,}.]|$)/.exec(info)?.[1] ?? ''
    return { language: /^(?:title|filename|file|name)$/.test(language) ? '' : language, title }
  }
  const word = /^[^\s,{]*/.exec(info)?.[0] ?? ''
  const [, language, path] = /^([\w+#.-]+):(.*[./].*)$/.exec(word) ?? []
  if (language === undefined) return { language: word, title }
  return { language, title: title ?? path }
}
