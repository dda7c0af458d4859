/** A small picture of lines for a button; the button says what it is for. */
export const LineIcon = ({ path }: { path: string }) => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    aria-hidden="true"
  >
    <path d={path} strokeWidth="1.6" strokeLinejoin="round" />
  </svg>
)
