/** In the place of a field that another part of the page shows. */
export const Nothing = () => null
