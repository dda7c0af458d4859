export type Language = 'en' | 'zh'

/** One sentence in each language of the panel. `{{name}}` is replaced by a value, `{{count|article|articles}}` by a number with its noun. */
export type Text = Record<Language, string>

export type Strings = Record<string, Text>
