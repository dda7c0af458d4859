import { readFileSync } from 'node:fs'
import { decodeText, emptySite, mapArticle, parseFrontMatter } from '../../../src/frontmatter'
import type { ArticleDraft, Dialect, ParsedFile, Site } from '../../../src/frontmatter'
import type { Problem } from '../../../src/problem'

const FOLDER = new URL('../../fixtures/frontmatter/', import.meta.url)

export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(name, FOLDER))
}

export function parsedFixture(name: string): ParsedFile {
  return parseFrontMatter({ text: decodeText(fixtureBytes(name)).text })
}

export function codes(problems: readonly Problem[]): string[] {
  return problems.map(({ code }) => code)
}

/** Maps a text, or front matter alone, as one generator's file. */
export function mapped(
  text: string,
  {
    path = 'post.md',
    dialect = 'plain',
    site = emptySite(dialect),
    now = new Date('2024-01-01T00:00:00Z'),
    timezone,
  }: { path?: string; dialect?: Dialect; site?: Site; now?: Date; timezone?: string } = {},
): { article: ArticleDraft; problems: Problem[] } {
  const whole = text.startsWith('---') || text.startsWith('+++') ? text : `---\n${text}\n---\n`
  const parsed = parseFrontMatter({ text: whole, path })
  return mapArticle({ path, parsed, dialect, site, now, ...(timezone ? { timezone } : {}) })
}
