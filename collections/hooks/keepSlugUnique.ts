import type { CollectionBeforeValidateHook } from 'payload'
import { DEFAULT_LOCALE } from '../locale'
import { titleSlug } from '../titleSlug'

/**
 * Gives an article a slug that no other of its language has, by appending -2, -3 … . The unique index on
 * (locale, slug) decides between two saves at the same moment.
 */
export const keepSlugUnique: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  req,
  operation,
  context,
}) => {
  // The importer knows all slugs of its run and of the database, and gives free ones.
  if (!data || context.isImport) return data
  const locale: string = data.locale ?? originalDoc?.locale ?? DEFAULT_LOCALE
  const wanted: string = data.slug || originalDoc?.slug || titleSlug(data.title ?? '')
  const isUnchanged =
    operation === 'update' && wanted === originalDoc?.slug && locale === originalDoc?.locale
  if (isUnchanged) return data
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [
        { locale: { equals: locale } },
        { or: [{ slug: { equals: wanted } }, { slug: { like: `${wanted}-` } }] },
        ...(originalDoc?.id ? [{ id: { not_equals: originalDoc.id } }] : []),
      ],
    },
    select: { slug: true },
    depth: 0,
    limit: 0,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  const taken = new Set(docs.map(({ slug }) => slug))
  return { ...data, slug: firstFree(wanted, taken) }
}

const firstFree = (wanted: string, taken: ReadonlySet<string | null | undefined>): string => {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
