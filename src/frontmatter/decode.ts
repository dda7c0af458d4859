import { Buffer, isAscii, isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import type { Problem } from '../problem'

export type DecodedText = {
  /** The text without a byte-order mark, lines ended by `\n`. Empty for a binary file. */
  text: string
  /** Lower-case name of the encoding that was read, such as `utf-8`, `utf-16le`, `gb18030`; `binary` for no text at all. */
  encoding: string
  isBinary: boolean
  problems: Problem[]
}

/**
 * Turns the bytes of one file into text. Never throws and never drops a readable character: UTF-8 is tried first,
 * then UTF-16 with or without a mark, then the legacy encodings that a detector finds. What cannot be decoded
 * becomes U+FFFD and is reported; control characters are reported and kept.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const plain = plainUtf8(bytes)
  if (plain !== undefined) return { text: plain, encoding: 'utf-8', isBinary: false, problems: [] }
  const encoding = encodingOf(bytes)
  if (encoding === 'binary') return binary()
  const mixed = isUtf8(bytes) || isWide(encoding) ? undefined : decodeByLine(bytes)
  if (mixed) {
    const text = normaliseLines(mixed.text)
    const problems = [mixedProblem(mixed), ...controlProblem(text)]
    return { text, encoding: 'utf-8', isBinary: false, problems }
  }
  const decoded = normaliseLines(decodeAs(bytes, encoding))
  const problems = [
    ...legacyProblem(encoding),
    ...invalidByteProblem(bytes, encoding, decoded),
    ...controlProblem(decoded),
  ]
  return { text: decoded, encoding, isBinary: false, problems }
}

/** What nearly all files are: UTF-8 without a sign that a text doesn't have. */
function plainUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  const text = normaliseLines(decodeAs(bytes, 'utf-8'))
  return CONTROL.test(text) || startsLikeBinary(bytes) ? undefined : text
}

const startsLikeBinary = (bytes: Uint8Array): boolean =>
  MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte))

const SAMPLE_BYTES = 65_536

const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46, 0x2d], // PDF
  [0x50, 0x4b, 0x03, 0x04], // ZIP and office documents
  [0x1f, 0x8b, 0x08], // gzip
  [0x7f, 0x45, 0x4c, 0x46], // ELF
  [0xd0, 0xcf, 0x11, 0xe0], // old office documents
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x77, 0x4f, 0x46], // WOFF
]

function encodingOf(bytes: Uint8Array): string {
  const marked = encodingByMark(bytes)
  if (marked) return marked
  if (startsLikeBinary(bytes)) return 'binary'
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const counts = countBytes(sample)
  const wide = wideEncoding(counts, sample.length)
  if (wide) return wide
  if (counts.zeros > 3 && (counts.zeros + counts.controls) * 50 > sample.length) return 'binary'
  if (counts.controls * 10 > sample.length) return 'binary'
  if (isUtf8(bytes)) return 'utf-8'
  if (counts.zeros > 3 && (counts.zeros + counts.controls) * 500 > sample.length) return 'binary'
  return isMostlyUtf8(bytes) ? 'utf-8' : legacyEncoding(sample)
}

function encodingByMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe)
    return c === 0 && d === 0 && bytes.length > 3 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  return undefined
}

type ByteCounts = { zeros: number; evenZeros: number; oddZeros: number; controls: number }

function countBytes(sample: Uint8Array): ByteCounts {
  const counts: ByteCounts = { zeros: 0, evenZeros: 0, oddZeros: 0, controls: 0 }
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] ?? 0
    if (byte === 0) {
      counts.zeros++
      if (at % 2 === 0) counts.evenZeros++
      else counts.oddZeros++
    } else if (
      byte < 0x20 &&
      byte !== 0x09 &&
      byte !== 0x0a &&
      byte !== 0x0d &&
      byte !== 0x0c &&
      byte !== 0x1b
    )
      counts.controls++
  }
  return counts
}

/** UTF-16 without a mark: nearly all zeros stand in one half of the pairs (fences, keys and markup are ASCII). */
function wideEncoding({ zeros, evenZeros, oddZeros, controls }: ByteCounts, length: number) {
  if (zeros < 4 || zeros * 20 < length || controls * 20 > length) return undefined
  if (oddZeros > evenZeros * 10) return 'utf-16le'
  if (evenZeros > oddZeros * 10) return 'utf-16be'
  return undefined
}

/** Some broken bytes (a cut-off end, a pasted character) in a text that otherwise is UTF-8. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  let broken = 0
  let whole = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0xfffd) broken++
    else if (unit > 0x7f) whole++
  }
  return whole >= broken * 4
}

type MixedText = { text: string; encoding: string; line: number }

/** Fewer lines in UTF-8 than this may be so by chance. */
const MIN_UTF8_LINES = 2

/**
 * A text of which most lines are UTF-8 and some were pasted from a file in another encoding. Undefined unless every one of
 * those can be read whole.
 */
function decodeByLine(bytes: Uint8Array): MixedText | undefined {
  const lines: { bytes: Uint8Array; isUtf8: boolean }[] = []
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(0x0a, from)
    const end = found === -1 ? bytes.length : found + 1
    const line = bytes.subarray(from, end)
    lines.push({ bytes: line, isUtf8: isUtf8(line) || isMostlyUtf8(line) })
    from = end
  }
  const others = lines.filter((line) => !line.isUtf8)
  const proper = lines.filter((line) => line.isUtf8 && !isAscii(line.bytes))
  if (others.length === 0 || proper.length < Math.max(MIN_UTF8_LINES, others.length))
    return undefined
  const strange = Buffer.concat(others.map((line) => line.bytes))
  const properText = proper.map((line) => decodeAs(line.bytes, 'utf-8')).join('')
  // A detector needs more text than a pasted line has.
  const encoding = looksHan(properText) && isHanIn(strange) ? 'gb18030' : legacyEncoding(strange)
  const isRead = encoding !== 'windows-1252' && isCleanIn(strange, encoding)
  if (!isRead) return undefined
  const text = lines.map((line) => decodeAs(line.bytes, line.isUtf8 ? 'utf-8' : encoding)).join('')
  return { text, encoding, line: lines.findIndex((line) => !line.isUtf8) + 1 }
}

function legacyEncoding(sample: Uint8Array): string {
  for (const { name, confidence } of analyse(sample)) {
    const encoding = name.toLowerCase()
    if (confidence < 10 || encoding.startsWith('utf') || encoding.startsWith('iso-2022')) continue
    if (encoding === 'iso-8859-1') break
    if (iconv.encodingExists(encoding) && isCleanIn(sample, encoding)) return encoding
  }
  return isHanIn(sample) ? 'gb18030' : 'windows-1252'
}

function isHanIn(sample: Uint8Array): boolean {
  return isCleanIn(sample, 'gb18030') && looksHan(iconv.decode(Buffer.from(sample), 'gb18030'))
}

function isCleanIn(sample: Uint8Array, encoding: string): boolean {
  const text = iconv.decode(Buffer.from(sample), encoding)
  // The sample may end inside a character, so one broken character at its end is no sign.
  const broken = text.indexOf('\ufffd')
  return broken === -1 || broken >= text.length - 2
}

function looksHan(text: string): boolean {
  const han = text.match(/[\u4e00-\u9fa5\u3000-\u303f\uff00-\uff5e]/g)?.length ?? 0
  const other = text.match(/[^\x00-\x7f]/g)?.length ?? 0
  return other > 0 && han * 10 >= other * 9
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8').decode(bytes)
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function binary(): DecodedText {
  const message =
    'The file is no text but binary data, so it was not imported; remove or rename it.'
  return {
    text: '',
    encoding: 'binary',
    isBinary: true,
    problems: [{ code: 'file-binary', message }],
  }
}

function isWide(encoding: string): boolean {
  return encoding.startsWith('utf-16') || encoding.startsWith('utf-32')
}

function mixedProblem({ encoding, line }: MixedText): Problem {
  const message = `Some lines are not UTF-8 as the others are; they were read as ${encoding}. Check them, and save the file as UTF-8.`
  return { code: 'encoding-mixed', message, line }
}

function legacyProblem(encoding: string): Problem[] {
  if (encoding === 'utf-8' || isWide(encoding)) return []
  const message = `The file is not UTF-8; it was read as ${encoding}. Check accented and non-Latin letters, or save it as UTF-8.`
  return [{ code: 'encoding-legacy', message }]
}

function invalidByteProblem(bytes: Uint8Array, encoding: string, text: string): Problem[] {
  const first = text.indexOf('\ufffd')
  if (first === -1 || (encoding === 'utf-8' && isUtf8(bytes))) return []
  const message = `Some bytes are not valid ${encoding}; each became the replacement character U+FFFD. Correct them in the source.`
  return [{ code: 'encoding-invalid', message, line: lineAt(text, first) }]
}

const CONTROL = /[\x00-\x08\x0b\x0e-\x1f\x7f]/

function controlProblem(text: string): Problem[] {
  const first = text.search(CONTROL)
  if (first === -1) return []
  const code = text.charCodeAt(first).toString(16).toUpperCase().padStart(4, '0')
  const message = `The text holds control characters (the first is U+${code}); they were kept in the source text.`
  return [{ code: 'control-characters', message, line: lineAt(text, first) }]
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++
  return line
}
