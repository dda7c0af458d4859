const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Takes any text and returns it escaped for HTML text and for double-quoted attribute values alike. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)

/** Takes attribute values by name, leaves out the undefined ones, and returns them as they stand in a tag (` a="b" c`). */
export const attributesHtml = (attributes: Record<string, string | true | undefined>): string =>
  Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? '' : value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`,
    )
    .join('')
