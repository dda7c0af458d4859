import type { CollectionBeforeChangeHook } from 'payload'

/** Keeps `path`, the slugs from the root down, in step with the breadcrumbs that the nested-docs plugin made. */
export const fillCategoryPath: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const breadcrumbs: { url?: string | null }[] = data.breadcrumbs ?? originalDoc?.breadcrumbs ?? []
  const address = breadcrumbs.at(-1)?.url ?? `/${data.slug ?? originalDoc?.slug}`
  return { ...data, path: address.replace(/^\//, '') }
}
