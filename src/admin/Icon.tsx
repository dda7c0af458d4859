/** The product's mark in the panel's header. */
export const Icon = () => <img src="/galley.svg" alt="Galley" width={22} height={22} />
