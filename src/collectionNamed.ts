import type { Collection, Payload } from 'payload'

/** A collection by a slug that comes from outside; undefined where there is none of that name. */
export const collectionNamed = (
  { collections }: Pick<Payload, 'collections'>,
  slug: string,
): Collection | undefined => Object.values(collections).find(({ config }) => config.slug === slug)
