import type { CollectionBeforeOperationHook } from 'payload'
import { isRecord } from '../../src/richtext/readNode'

type Select = Record<string, unknown>

/** Reads the name of a file where its address is asked for: Payload makes the one from the other. */
export const selectFileName: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read' || !('select' in args) || !isRecord(args.select)) return args
  return { ...args, select: withNames(args.select) }
}

const withNames = (select: Select): Select => {
  const { sizes } = select
  return {
    ...withFileName(select),
    ...(isRecord(sizes) && {
      sizes: Object.fromEntries(
        Object.entries(sizes).map(([size, fields]) => [
          size,
          isRecord(fields) ? withFileName(fields) : fields,
        ]),
      ),
    }),
  }
}

/** A selection that has `filename` where it has `url`. */
export const withFileName = <Fields extends Select>(select: Fields): Fields =>
  select.url === true ? { ...select, filename: true } : select
