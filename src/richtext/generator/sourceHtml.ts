import { escapeHtml } from './escapeHtml'

/** Takes generator syntax that has no better form and returns it as a block that shows this source. */
export const sourceBlock = (source: string): string =>
  `<galley-raw html="${escapeHtml(`<pre class="galley-source">${escapeHtml(source)}</pre>`)}"></galley-raw>`

/** The same within a line of text. */
export const sourceInline = (source: string): string =>
  `<galley-raw inline html="${escapeHtml(`<code class="galley-source">${escapeHtml(source)}</code>`)}"></galley-raw>`

/** The same where it has no word for the reader: editors see it, readers don't. */
export const sourceComment = (source: string): string =>
  `<!-- ${source.replaceAll('--', '- -').replaceAll('>', '&gt;')} -->`
