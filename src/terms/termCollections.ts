/** Collections that articles are filed under; each has a field of the same name in articles. */
export const TERM_COLLECTIONS = ['categories', 'tags', 'authors'] as const
export type TermCollection = (typeof TERM_COLLECTIONS)[number]
