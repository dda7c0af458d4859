import iconv from 'iconv-lite'
import yauzl from 'yauzl'
import { ImportRefusal } from '../refusal'

/** Folders and files that systems and tools leave behind and no import reads. */
const LITTER = /(?:^|\/)(?:__MACOSX|node_modules|\.git|\.svn|\.hg|\.DS_Store|Thumbs\.db)(?:\/|$)/

const UTF8_FLAG = 0x800

type NamedEntry = Pick<yauzl.Entry, 'fileNameRaw' | 'generalPurposeBitFlag' | 'extraFields'>

/**
 * The path of an entry with `/`. Archives packed on a Chinese Windows name files in GB 18030 and don't say so.
 * @throws ImportRefusal `zip-path-escapes` for a path that is absolute or leads out of the archive
 */
export const entryName = ({
  fileNameRaw,
  generalPurposeBitFlag,
  extraFields,
}: NamedEntry): string => {
  const given = decoded({ fileNameRaw, generalPurposeBitFlag, extraFields })
  const name = given.replaceAll('\\', '/')
  const escapes =
    yauzl.validateFileName(name) !== null || name.includes('\0') || /^[a-z]:/i.test(name)
  if (escapes) throw new ImportRefusal('zip-path-escapes', given)
  return name.replace(/^(?:\.\/)+/, '').replaceAll(/\/{2,}/g, '/')
}

/** Whether an entry is litter that is not unpacked. */
export const isLitter = (name: string): boolean => LITTER.test(name)

const decoded = ({ fileNameRaw, generalPurposeBitFlag, extraFields }: NamedEntry): string => {
  const hasUnicodeField = extraFields.some(({ id }) => id === 0x7075)
  const saysUtf8 = (generalPurposeBitFlag & UTF8_FLAG) !== 0 || hasUnicodeField
  if (saysUtf8) {
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw)
  } catch {
    return iconv.decode(fileNameRaw, 'gb18030')
  }
}
