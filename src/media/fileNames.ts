import { isRecord, stringOf } from '../richtext/readNode'

/** The names of all files of a document of the media library: the file itself and the sizes of a picture. */
export const fileNamesOf = (document: object | null | undefined): string[] => {
  if (!isRecord(document)) return []
  const { filename, sizes } = document
  const ofSizes = Object.values(isRecord(sizes) ? sizes : {}).map((size) =>
    isRecord(size) ? size.filename : undefined,
  )
  return [filename, ...ofSizes].map(stringOf).filter(Boolean)
}
