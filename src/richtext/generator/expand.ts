import { escapeHtml } from './escapeHtml'
import { pairTags } from './pairTags'
import { createExpandedOutput } from './expandedOutput'
import { createPlaceholders, type Placeholders } from './placeholders'
import { scanTags, type Piece } from './scanTags'
import type { Expansion, ExpansionContext, Tag, TagSyntax } from './tag'

/** A source text whose tags are expanded; HTML among it waits in the placeholders. */
export type ExpandedText = { text: string; placeholders: Placeholders }

/**
 * Takes a source text and its generator's syntax, and returns the text with every tag expanded, or kept visible as
 * source with a problem in `context.problems`. Never throws, never drops text. Linear in the length of the text.
 *
 * @param isMarkdown whether code is left alone and blocks get lines of their own; false for HTML
 */
export const expandTags = ({
  text,
  syntax,
  context,
  isMarkdown,
}: {
  text: string
  syntax: TagSyntax
  context: ExpansionContext
  isMarkdown: boolean
}): ExpandedText => {
  const placeholders = createPlaceholders(text)
  if (!placeholders) {
    context.problems.push({
      code: 'generator-tags-skipped',
      message: 'The text uses every private character, so its generator tags were left as text.',
    })
    return { text, placeholders: { opener: '', closer: '', inserts: [] } }
  }
  const output = createExpandedOutput(placeholders, isMarkdown)
  const report = createReporter(context)

  const afford = createBudget(text.length)

  const expandInto = (source: string): void => {
    const pieces = scanTags(source, syntax, { isMarkdown })
    const tags = pieces.flatMap((piece) => (piece.kind === 'tag' ? [piece.tag] : []))
    const openingOf = pairTags(tags, syntax.name === 'zola')
    const expansions = new Map<Tag, Expansion | undefined>()
    const inContext = { ...context, asked: namesAskedBy(tags) }
    pieces.forEach((piece, index) => {
      if (piece.kind === 'text') return output.text(piece.text)
      if (piece.kind === 'code') {
        return output.text(syntax.unescapeCode?.(piece.text, piece.isFence) ?? piece.text)
      }
      const { tag } = piece
      const isLineEnd = endsLine(pieces[index + 1], pieces[index + 2])
      if (tag.kind === 'close') {
        const opening = openingOf.get(tag)
        const expansion = opening && expansions.get(opening)
        if (opening && expansion && 'open' in expansion) {
          return output.wrap(expansion.close, tag.source, expansion.isInline ?? false, isLineEnd)
        }
        if (expansion) return undefined
        if (opening) return output.hidden(tag.source, isLineEnd)
        report(tag)
        return output.source(tag.source, isLineEnd)
      }
      const expansion = afford(tag, expandTag(tag, syntax, inContext))
      expansions.set(tag, expansion)
      const tagSource = tag.fullSource ?? tag.source
      if (!expansion) {
        const isHidden = syntax.isWordless?.(tag) ?? false
        report(tag, isHidden)
        if (isHidden) output.hidden(tagSource, isLineEnd)
        else output.source(tagSource, isLineEnd)
      } else if ('text' in expansion) output.value(expansion.text, tagSource)
      else if ('source' in expansion) expandInto(expansion.source)
      else if ('inline' in expansion) output.insert(expansion.inline, tagSource, false)
      else if ('block' in expansion) output.insert(expansion.block, tagSource, true)
      else output.wrap(expansion.open, tagSource, expansion.isInline ?? false, isLineEnd)
    })
  }
  expandInto(text)
  return { text: output.result(), placeholders }
}

const VALUES_AT_LEAST = 100_000

/** A short text can ask for a long value many times: what it asks for may be twice as long as it is, the rest stays source. */
const createBudget = (length: number) => {
  let left = 2 * length + VALUES_AT_LEAST
  return (tag: Tag, expansion: Expansion | undefined): Expansion | undefined => {
    if (tag.kind !== 'expression' || !expansion || !('text' in expansion)) return expansion
    left -= expansion.text.length
    return left < 0 ? undefined : expansion
  }
}

const namesAskedBy = (tags: readonly Tag[]): Set<string> =>
  new Set(tags.flatMap(({ kind, args }) => (kind === 'expression' ? (args.match(NAME) ?? []) : [])))

const NAME = /[A-Za-z_][\w-]*/g

const expandTag = (
  tag: Tag,
  syntax: TagSyntax,
  context: ExpansionContext,
): Expansion | undefined => {
  const handler = Object.hasOwn(syntax.handlers, tag.name) ? syntax.handlers[tag.name] : undefined
  const expansion = handler?.(tag, context) ?? syntax.fallback?.(tag, context)
  if (!expansion || !('open' in expansion) || tag.hasBody) return expansion
  return { block: expansion.open + expansion.close }
}

/** Says once for each name that its source was kept. */
const createReporter = ({ problems }: ExpansionContext) => {
  const reported = new Set<string>()
  return (tag: Tag, isHidden = false) => {
    const name = tag.name || (tag.kind === 'expression' ? '{{ }}' : tag.source.slice(0, 2))
    if (reported.has(name)) return
    reported.add(name)
    const isExpression = tag.kind === 'expression'
    const kept = isHidden ? 'kept as a hidden comment' : 'kept visible'
    problems.push({
      code: isExpression ? 'expression-kept' : 'shortcode-unknown',
      message: isExpression
        ? `The value of ${tag.source.slice(0, 80)} is only known to the generator; its source was kept visible.`
        : `The tag "${name}" has no counterpart; its source was ${kept} and its content kept. Edit the article, or replace the tag before importing.`,
      line: tag.line,
    })
  }
}

const endsLine = (next: Piece | undefined, further: Piece | undefined): boolean =>
  !next || (next.kind === 'text' && (further ? ENDS_LINE : ENDS_LINE_OR_TEXT).test(next.text))

const ENDS_LINE = /^[ \t]*\r?\n/
const ENDS_LINE_OR_TEXT = /^[ \t]*(?:\r?\n|$)/

/** Takes text that must show as it is and returns an expansion that no later stage reads as syntax. */
export const literalText = (text: string): Expansion => ({ inline: escapeHtml(text) })
