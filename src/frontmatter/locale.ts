const LANGUAGES = new Set(
  (
    'en zh ja ko fr de es pt ru it nl pl tr uk vi th id fa sv da nb nn no fi hu ro cs sk el he hi bn ca bg hr sr sl lt lv et ' +
    'ar ms ta te ml mr ur ka az kk uz mn hy is ga gl eu cy af sw tl fil my km lo ne si am bs mk sq be eo la'
  ).split(' '),
)

/** Codes that as a folder's or a file's name rather mean something else (`it`, `is`, `no`, a topic). */
const WORD_LIKE = new Set(
  'no is la my am be si id ml ms he el it ar hr cs et sl te ta ga eo lo bs ka hi'.split(' '),
)

const NAMES = new Map<string, string>([
  ['chinese', 'zh'],
  ['english', 'en'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
  ['french', 'fr'],
  ['german', 'de'],
  ['spanish', 'es'],
  ['portuguese', 'pt'],
  ['russian', 'ru'],
  ['italian', 'it'],
  ['ukrainian', 'uk'],
  ['中文', 'zh'],
  ['简体中文', 'zh'],
  ['cn', 'zh'],
  ['jp', 'ja'],
])

/**
 * The language that a text names, as `en`, `zh`, `zh-TW`, `pt-BR`; `undefined` when it names none. The usual region of
 * English and Chinese is left out (`zh-CN`, `zh-Hans`, `en_US`). `isStrict` is for folders and file names, where a code
 * that is also a word does not count.
 */
export function languageOf(text: string, { isStrict = false } = {}): string | undefined {
  const plain = text
    .trim()
    .replace(/\.UTF-?8$/i, '')
    .replaceAll('_', '-')
    .toLowerCase()
  const named = NAMES.get(plain)
  if (named) return isStrict && plain.length === 2 ? undefined : named
  const match = /^([a-z]{2,3})(?:-(hans|hant|latn|cyrl))?(?:-([a-z]{2}|\d{3}))?$/.exec(plain)
  if (!match) return undefined
  const [, language = '', script, region] = match
  if (!LANGUAGES.has(language)) return undefined
  if (isStrict && !script && !region && WORD_LIKE.has(language)) return undefined
  if (language === 'zh') return chinese(script, region)
  if (language === 'en' && region === 'us') return 'en'
  return region ? `${language}-${region.toUpperCase()}` : language
}

function chinese(script?: string, region?: string): string {
  if (region === 'tw' || region === 'hk' || region === 'mo') return `zh-${region.toUpperCase()}`
  return script === 'hant' ? 'zh-TW' : 'zh'
}

/**
 * The language of a file by its path: a suffix of its name (`post.zh-cn.md`), else a folder named after a language
 * (`i18n/fr/…`, `content/en/…`), the first that is one of `known` or cannot mean anything else.
 */
export function languageInPath(path: string, known: readonly string[] = []): string | undefined {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  const suffix = /\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,2})\.[A-Za-z]+$/.exec(name)?.[1]
  const bySuffix = suffix ? languageOf(suffix) : undefined
  if (bySuffix) return bySuffix
  for (const segment of segments) {
    const language = languageOf(segment, { isStrict: true })
    if (language) return language
    const loose = languageOf(segment)
    if (loose && known.includes(loose)) return loose
  }
  return undefined
}
