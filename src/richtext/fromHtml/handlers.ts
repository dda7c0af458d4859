import { blockHandlers } from './blockHandlers'
import { codeHandlers } from './codeHandlers'
import type { Handler } from './context'
import { galleyHandlers } from './galleyHandlers'
import { inlineHandlers } from './inlineHandlers'
import { listHandlers } from './listHandlers'
import { mathHandlers } from './mathHandlers'
import { mediaHandlers } from './mediaHandlers'
import { rawHandlers } from './rawHandlers'
import { tableHandlers } from './tableHandlers'

/** The table of handlers: what becomes of each element, by tag name. */
export const handlers: ReadonlyMap<string, Handler> = new Map(
  Object.entries({
    ...inlineHandlers,
    ...blockHandlers,
    ...listHandlers,
    ...tableHandlers,
    ...codeHandlers,
    ...mediaHandlers,
    ...mathHandlers,
    ...rawHandlers,
    ...galleyHandlers,
  }),
)
