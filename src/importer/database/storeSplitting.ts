import type { RecordedWrites, Refusal } from './types'

/**
 * Stores documents together; when the database refuses the lot because of one of them, halves it until the one is found.
 * @param messageOf says why a document was refused, or undefined for an error that concerns no single document
 */
export const storeSplitting = async (
  documents: readonly RecordedWrites[],
  storeTogether: (documents: readonly RecordedWrites[]) => Promise<void>,
  messageOf: (error: unknown) => string | undefined,
): Promise<Refusal[]> => {
  const [first] = documents
  if (!first) return []
  try {
    await storeTogether(documents)
    return []
  } catch (error) {
    const message = messageOf(error)
    if (message === undefined) throw error
    if (documents.length === 1) return [{ document: first, message }]
    const middle = Math.ceil(documents.length / 2)
    return [
      ...(await storeSplitting(documents.slice(0, middle), storeTogether, messageOf)),
      ...(await storeSplitting(documents.slice(middle), storeTogether, messageOf)),
    ]
  }
}
