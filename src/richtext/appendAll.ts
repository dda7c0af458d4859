/** Adds items to a list. `push(...items)` overflows the stack from some hundred thousand items on. */
export function appendAll<Item>(target: Item[], items: Iterable<Item>): void {
  for (const item of items) target.push(item)
}
