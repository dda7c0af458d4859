import type { Context } from './context'

/**
 * MongoDB stores no more than 100 levels of objects and arrays inside each other (BSON limits), and each Lexical
 * node takes two: itself and its `children`. Counted from the article's field, with room for a version around it and
 * for what a leaf needs (paragraph, link, text; or a block with a caption).
 */
const MAX_LEVELS = 80

/** How deep callouts and disclosures may stand within one another: the editor of an innermost one offers none. */
export const MAX_NESTED_BODIES = 2

/** Levels that a construct adds around what it holds. */
export const LEVELS = {
  /** field, root, children */
  document: 3,
  /** list, children, listitem, children */
  list: 4,
  quote: 2,
  /** table, children, row, children, cell, children */
  table: 6,
  /** block, fields, field, root, children */
  nestedDocument: 5,
  /** The same, of a block that a caption, a summary or a note can't hold. */
  body: 5,
} as const

/**
 * Whether a construct still fits here; when not, a problem is noted, and its content goes to where it stands instead.
 */
export function canNest(construct: keyof typeof LEVELS, context: Context): boolean {
  if (context.lineDepth > 0 && construct === 'body') {
    context.compilation.problems.add(
      'nesting-flattened',
      'line',
      'A block with text of its own stood in a caption, a summary or a note, which hold none: its text was kept without it.',
    )
    return false
  }
  const isOffered = construct !== 'body' || context.bodyDepth < MAX_NESTED_BODIES
  if (isOffered && context.levels + LEVELS[construct] <= MAX_LEVELS) return true
  context.compilation.problems.add(
    'nesting-flattened',
    construct,
    `A ${NAMES[construct]} was nested too deeply to be stored: its text was kept without it. Flatten the source if the structure matters.`,
  )
  return false
}

const NAMES: Record<keyof typeof LEVELS, string> = {
  document: 'document',
  list: 'list',
  quote: 'quote',
  table: 'table',
  nestedDocument: 'block with text of its own',
  body: 'block with text of its own',
}
