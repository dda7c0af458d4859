import type { ExpansionContext } from './tag'

const MESSAGES = {
  'mdx-module-kept': () =>
    'Import and export statements were kept as a hidden HTML comment; nothing runs them.',
  'mdx-expression-kept': (what: string) =>
    `The expression ${what} is only known when the page runs; its source was kept visible.`,
  'mdx-component-hidden': (what: string) =>
    `The component <${what}> has no counterpart: its content was kept, its source as a hidden comment. Edit the article if it showed something.`,
  'mdx-component-kept': (what: string) =>
    `The component <${what}> has no counterpart; its source was kept visible and its content kept.`,
}

/** Says once for each thing that its source was kept. */
export const createMdxReporter = (text: string, { problems }: ExpansionContext) => {
  const reported = new Set<string>()
  let line = 1
  let countedTo = 0
  return (code: keyof typeof MESSAGES, what: string, at: number) => {
    if (reported.has(code + what)) return
    reported.add(code + what)
    for (let next = text.indexOf('\n', countedTo); next >= 0 && next < at;) {
      line++
      countedTo = next + 1
      next = text.indexOf('\n', countedTo)
    }
    problems.push({ code, message: MESSAGES[code](what), line })
  }
}
