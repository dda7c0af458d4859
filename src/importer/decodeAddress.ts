/** A percent-encoded address as plain text; one that is wrongly encoded stays as it is. */
export const decodeAddress = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
