/** The product's name on the login page. */
export const Logo = () => (
  <div className="galley-logo">
    <img src="/galley.svg" alt="" width={56} height={56} />
    <span>Galley</span>
  </div>
)
