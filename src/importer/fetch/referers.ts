/**
 * The Referers to try for a picture, in order: many hosts refuse a foreign one, and some refuse none. The page that
 * showed it comes first, then the picture's own host, then none at all.
 * @param pages addresses of that page, the best first; what is no address is passed over
 */
export const referersFor = (
  picture: URL,
  pages: readonly (string | undefined)[],
): (string | undefined)[] => {
  const page = pages.find((address) => address !== undefined && URL.canParse(address))
  const own = `${picture.origin}/`
  return page === undefined || page === own ? [own, undefined] : [page, own, undefined]
}
