/** Words that generators and their themes use for admonitions; the source's word stays the callout's kind. */
const CALLOUT_KINDS = new Set(
  'note tip info information hint important warning warn danger caution error success question notice alert callout admonition box aside example quote todo abstract bug failure faq check'.split(
    ' ',
  ),
)

/** Whether a tag, class or directive of this name is an admonition. */
export const isCalloutKind = (name: string): boolean => CALLOUT_KINDS.has(name.toLowerCase())
