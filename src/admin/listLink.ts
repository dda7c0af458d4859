type Operator = 'equals' | 'exists' | 'in'

/** Conditions that must all be met: field, operator, value. */
export type ListFilter = Record<string, Partial<Record<Operator, string | boolean | string[]>>>

/** The address of a collection's list with a filter, written as the panel writes it, so that its form shows it. */
export const listLink = (collection: string, filter: ListFilter = {}): string => {
  const query = new URLSearchParams()
  Object.entries(filter).forEach(([field, condition], index) => {
    for (const [operator, value] of Object.entries(condition)) {
      const key = `where[or][0][and][${index}][${field}][${operator}]`
      query.set(key, Array.isArray(value) ? value.join(',') : String(value))
    }
  })
  return `/admin/collections/${collection}${query.size > 0 ? `?${query.toString()}` : ''}`
}
