import { escapeHtml } from '../../richtext/toHtml/escape'
import type { PreviewedDraft } from './readDraft'
import { PREVIEW_STYLE } from './previewStyle'

const STRINGS = {
  en: {
    notice: (until: string) =>
      `Preview of the newest draft. Not public. This link works until ${until}.`,
    untitled: 'Untitled',
    minutes: (count: number) => `${count} min read`,
    undated: 'not dated yet',
  },
  zh: {
    notice: (until: string) => `最新草稿的预览，尚未公开。此链接有效至 ${until}。`,
    untitled: '无标题',
    minutes: (count: number) => `阅读约 ${count} 分钟`,
    undated: '尚未定日期',
  },
} as const

/**
 * The built-in preview: one article as a plain page for reading, with its draft's text as feeds and frontends get it.
 * @param nonce of the page's style, which its content security policy names
 */
export const previewPage = (
  { article, expiresAt }: PreviewedDraft,
  { nonce, timezone }: { nonce: string; timezone: string },
): string => {
  const isChinese = article.locale.toLowerCase().startsWith('zh')
  const strings = STRINGS[isChinese ? 'zh' : 'en']
  const dates = new Intl.DateTimeFormat(isChinese ? 'zh-CN' : 'en', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: timezone,
  })
  const title = article.title || strings.untitled
  const facts = [
    namesOf(article.authors),
    article.publishedAt ? dates.format(new Date(article.publishedAt)) : strings.undated,
    namesOf(article.categories),
    article.readingTime ? strings.minutes(article.readingTime) : '',
  ].filter(Boolean)
  return `<!doctype html>
<html lang="${escapeHtml(article.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${escapeHtml(title)}</title>
<style nonce="${nonce}">${PREVIEW_STYLE}</style>
</head>
<body>
<aside role="status">${escapeHtml(strings.notice(dates.format(expiresAt)))}</aside>
<main>
<article>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>
${article.excerpt ? `<p class="excerpt">${escapeHtml(article.excerpt)}</p>` : ''}
${coverOf(article)}
</header>
${article.contentHtml ?? ''}
${tagsOf(article)}
</article>
</main>
<script src="/preview.js" type="module"></script>
</body>
</html>
`
}

type Article = PreviewedDraft['article']

const namesOf = (documents: Article['authors'] | Article['categories'] | Article['tags']): string =>
  (documents ?? [])
    .flatMap((document) => (typeof document === 'object' ? [document.name] : []))
    .join(', ')

const coverOf = ({ cover, coverUrl }: Article): string => {
  const stored = typeof cover === 'object' && cover ? cover : undefined
  const source = stored?.sizes?.hero?.url ?? stored?.url ?? coverUrl
  if (!source || !/^(https?:)?\//.test(source)) return ''
  return `<figure><img src="${escapeHtml(source)}" alt="${escapeHtml(stored?.alt ?? '')}" referrerpolicy="no-referrer"></figure>`
}

const tagsOf = ({ tags }: Article): string => {
  const names = namesOf(tags)
  return names ? `<footer><p class="facts"># ${escapeHtml(names)}</p></footer>` : ''
}
