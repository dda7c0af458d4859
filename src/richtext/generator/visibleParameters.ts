import type { TagArguments } from './tagArguments'

/** Parameters whose words a reader sees, whatever the tag is called. */
const VISIBLE = [
  'title',
  'heading',
  'kicker',
  'label',
  'text',
  'caption',
  'summary',
  'name',
  'cite',
]

/** Whether a tag of unknown meaning has parameters with words for the reader. */
export const hasVisibleParameter = (args: TagArguments): boolean =>
  args.positional.length > 0 || VISIBLE.some((name) => Boolean(args.named[name]))
