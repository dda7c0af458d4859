type Operator = 'equals' | 'exists' | 'in' | 'greater_than_equal' | 'less_than_equal'

/** Conditions that must all be met: field, operator, value. */
export type ListFilter = Record<string, Partial<Record<Operator, string | boolean | string[]>>>

/** The address of a collection's list with a filter, written as the panel writes it, so that its form shows it. */
export const listLink = (collection: string, filter: ListFilter = {}): string => {
  const query = new URLSearchParams()
  let index = 0
  for (const [field, condition] of Object.entries(filter)) {
    for (const [operator, value] of Object.entries(condition)) {
      const key = `where[or][0][and][${index}][${field}][${operator}]`
      query.set(key, Array.isArray(value) ? value.join(',') : String(value))
      index += 1
    }
  }
  return `/admin/collections/${collection}${query.size > 0 ? `?${query.toString()}` : ''}`
}
