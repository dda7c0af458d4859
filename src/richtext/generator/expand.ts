import { escapeHtml } from './escapeHtml'
import { pairTags } from './pairTags'
import { addInsert, createPlaceholders, type Placeholders } from './placeholders'
import { scanTags, type Piece } from './scanTags'
import { sourceBlock, sourceInline } from './sourceHtml'
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
  const pieces = scanTags(text, syntax, { isMarkdown })
  const tags = pieces.flatMap((piece) => (piece.kind === 'tag' ? [piece.tag] : []))
  const openingOf = pairTags(tags, syntax.name === 'zola')
  const expansions = new Map<Tag, Expansion | undefined>()
  const output = createOutput(placeholders, isMarkdown)
  const report = createReporter(context)

  pieces.forEach((piece, index) => {
    if (piece.kind === 'text') return output.text(piece.text)
    if (piece.kind === 'code') {
      return output.text(syntax.unescapeCode?.(piece.text, piece.isFence) ?? piece.text)
    }
    const { tag } = piece
    const next = pieces[index + 1]
    if (tag.kind === 'close') {
      const opening = openingOf.get(tag)
      const expansion = opening && expansions.get(opening)
      if (opening && expansion && 'open' in expansion) {
        return output.wrap(expansion.close, tag.source, expansion.isInline ?? false, next)
      }
      if (expansion) return undefined
      if (!opening) report(tag)
      return output.source(tag.source, next)
    }
    const expansion = expandTag(tag, syntax, context)
    expansions.set(tag, expansion)
    const source = tag.fullSource ?? tag.source
    if (!expansion) {
      report(tag)
      output.source(source, next)
    } else if ('text' in expansion) output.value(expansion.text, source, next)
    else if ('inline' in expansion) output.insert(expansion.inline, source, false)
    else if ('block' in expansion) output.insert(expansion.block, source, true)
    else output.wrap(expansion.open, source, expansion.isInline ?? false, next)
  })
  return { text: output.result(), placeholders }
}

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
  return (tag: Tag) => {
    const name = tag.name || (tag.kind === 'expression' ? '{{ }}' : tag.source.slice(0, 2))
    if (reported.has(name)) return
    reported.add(name)
    const isExpression = tag.kind === 'expression'
    problems.push({
      code: isExpression ? 'expression-kept' : 'shortcode-unknown',
      message: isExpression
        ? `The value of ${tag.source.slice(0, 80)} is only known to the generator; its source was kept visible.`
        : `The tag "${name}" has no counterpart; its source was kept visible and its content kept. Edit the article, or replace the tag before importing.`,
      line: tag.line,
    })
  }
}

const ADDRESS_PLACE = /(?:\]\(\s*<?|\]:\s*<?|=["']?|<)[^\s"']*$/
const LINE_PREFIX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/

/** Enough of a line to see whether it is only a prefix; whole lines would make one endless line quadratic. */
const LINE_KEPT = 300

/** Collects the expanded text and knows what stands before on the current line. */
const createOutput = (placeholders: Placeholders, isMarkdown: boolean) => {
  const parts: string[] = []
  let line = ''

  const text = (added: string) => {
    parts.push(added)
    const newline = added.lastIndexOf('\n')
    const tail = newline < 0 ? line + added.slice(0, LINE_KEPT) : added.slice(newline + 1)
    line = tail.slice(0, LINE_KEPT)
  }
  const insert = (html: string, source: string, isBlock: boolean) =>
    text(addInsert(placeholders, { html, source, isBlock }))
  const prefix = () => LINE_PREFIX.exec(line)?.[0] ?? ''
  const isLineStart = () => prefix() === line
  /** A fresh line within the same quotes and list items. */
  const breakLine = () => text(`\n\n${prefix().replace(/[^>\t]/g, ' ')}`)
  const isTableRow = () => /^\s*\|/.test(line)

  const wrap = (html: string, source: string, isInline: boolean, next: Piece | undefined) => {
    const needsLine = isMarkdown && !isInline && !isTableRow()
    if (needsLine && !isLineStart()) breakLine()
    insert(html, source, !isInline)
    if (needsLine && !endsLine(next)) breakLine()
  }

  const keepSource = (source: string, next: Piece | undefined) => {
    const isBlock = isMarkdown && isLineStart() && endsLine(next)
    insert(isBlock ? sourceBlock(source) : sourceInline(source), source, isBlock)
  }

  return {
    text,
    insert,
    wrap,
    source: keepSource,
    /** A link between posts is an address only where an address may stand; elsewhere it would be odd words. */
    value: (value: string, source: string, next: Piece | undefined) =>
      value.startsWith('galley-ref:') && !ADDRESS_PLACE.test(line)
        ? keepSource(source, next)
        : text(value),
    result: () => parts.join(''),
  }
}

const endsLine = (next: Piece | undefined): boolean =>
  !next || (next.kind === 'text' && /^[ \t]*(?:\r?\n|$)/.test(next.text))

/** Takes text that must show as it is and returns an expansion that no later stage reads as syntax. */
export const literalText = (text: string): Expansion => ({ inline: escapeHtml(text) })
