import { createGalley } from '../../fetch/galley'

/** Answers are kept by Next for a minute and asked for again in the background. */
export const galley = createGalley({
  url: process.env.GALLEY_URL ?? 'http://localhost:3000',
  key: process.env.GALLEY_KEY,
  fetch: (address, init) => fetch(address, { ...init, next: { revalidate: 60 } }),
})
