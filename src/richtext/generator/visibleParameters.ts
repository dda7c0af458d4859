import type { Tag } from './tag'
import { parseTagArguments, type TagArguments } from './tagArguments'

/** Parameters whose words a reader sees, whatever the tag is called. */
const VISIBLE = [
  'title',
  'subtitle',
  'header',
  'subheader',
  'description',
  'content',
  'quote',
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

/** Whether a tag of unknown meaning has neither words nor an address for the reader. */
export const isWordlessTag = ({ args }: Tag): boolean =>
  !hasVisibleParameter(parseTagArguments(args)) && !/\/\/|\.\w{2,4}["'\s]|\.\w{2,4}$/.test(args)
