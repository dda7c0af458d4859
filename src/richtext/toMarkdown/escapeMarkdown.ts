/** Text with everything escaped that Markdown would read as markup within a line. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>$~|]/g, '\\$&')
    .replace(/&(?=[a-z#][a-z0-9]{1,31};)/gi, '&amp;')
    .replace(/(^|\s):(?=:)/g, '$1\\:')
    .replace(/\{(?=[{%#:])/g, '\\{')
}

/** A paragraph whose first characters would make it a heading, a list or a rule, escaped. */
export function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^(\s*)(#{1,6}(?:\s|$)|[-+](?:\s|$)|=+\s*$|-{2,}\s*$|:::|: )/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)](?:\s|$))/, '$1\\$2'),
    )
    .join('\n')
}

/** An address as the target of a link. */
export function linkTarget(url: string, title: string): string {
  const address =
    /[\s()<>]/.test(url) || url === ''
      ? `<${url.replace(/[<>\n]/g, (character) => encodeURIComponent(character))}>`
      : url
  return title ? `${address} "${title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"` : address
}
