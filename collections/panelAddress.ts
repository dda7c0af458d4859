/**
 * The whole address of a page of the panel, for mail: there is no page that it could be relative to. It comes from
 * `PUBLIC_URL`, never from a request: whoever asks for a new password of another must not choose where its link leads.
 * @param path such as `/admin/account`
 */
export const panelAddress = (path: string): string => {
  const base = process.env.PUBLIC_URL || `http://localhost:${process.env.PORT || 3000}`
  return `${base.replace(/\/$/, '')}${path}`
}
