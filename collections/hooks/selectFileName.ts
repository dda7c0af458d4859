import type { CollectionBeforeOperationHook } from 'payload'

type Select = Record<string, unknown>

/** Reads the name of a file where its address is asked for: Payload makes the one from the other. */
export const selectFileName: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (operation !== 'read' || !('select' in args) || !isSelect(args.select)) return args
  return { ...args, select: withNames(args.select) }
}

const withNames = (select: Select): Select => {
  const { sizes } = select
  return {
    ...withFileName(select),
    ...(isSelect(sizes) && {
      sizes: Object.fromEntries(
        Object.entries(sizes).map(([size, fields]) => [
          size,
          isSelect(fields) ? withFileName(fields) : fields,
        ]),
      ),
    }),
  }
}

/** A selection that has `filename` where it has `url`. */
export const withFileName = <Fields extends Select>(select: Fields): Fields =>
  select.url === true ? { ...select, filename: true } : select

const isSelect = (value: unknown): value is Select => typeof value === 'object' && value !== null
