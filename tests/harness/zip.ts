import { crc32, deflateRawSync } from 'node:zlib'

/** One file of a zip, with what a hostile one says of it. */
export type ZipPart = {
  name: string | Buffer
  content?: string | Buffer
  /** As Unix keeps it; 0o120777 is a symbolic link. */
  mode?: number
  isEncrypted?: boolean
  /** The method that it says; 8 is Deflate. */
  method?: number
  /** The size that it says to have, when it lies. */
  says?: number
  isUtf8?: boolean
}

/** Packs a zip, the hostile kinds too that no tool makes. */
export const zipOf = (parts: readonly ZipPart[]): Buffer => {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.name as string)
    const content = Buffer.from((part.content ?? '') as string)
    const packed = deflateRawSync(content)
    const flags = (part.isUtf8 === false ? 0 : 0x800) | (part.isEncrypted ? 1 : 0)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(part.method ?? 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.says ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([signature(0x04034b50), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((part.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    // Made on Unix, so that the mode counts.
    directory.push(signature(0x02014b50), Buffer.from([20, 3]), common, tail, name)
    bodies.push(body)
    offset += body.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, entries, signature(0x06054b50), end])
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
