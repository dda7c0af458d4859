/** Takes inline HTML as markdown-it writes it and returns its text. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_whole, name: string) => CHARACTERS[name] ?? '')

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&' }
