import sharp, { type Sharp } from 'sharp'
import { crc32 } from 'node:zlib'

type Size = { width: number; height: number }

const ORANGE = { r: 220, g: 120, b: 40 }

/** A plain picture in PNG. `shade` (0–255) makes the bytes another picture's. */
export const pngOf = ({ width, height, shade = 40 }: Size & { shade?: number }): Promise<Buffer> =>
  canvas({ width, height }, shade).png().toBuffer()

/** A JPEG as a camera writes it: lying on its side (EXIF orientation 6), with owner and place. */
export const cameraJpeg = ({ width, height }: Size): Promise<Buffer> =>
  canvas({ width, height }, 99)
    .jpeg()
    .withExif({
      IFD0: { Copyright: 'Owner of the camera', Make: 'Camera' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()

/** An animation of three frames. */
export const animationOf = (format: 'gif' | 'webp'): Promise<Buffer> => {
  const [width, height, frames] = [8, 8, 3]
  const pixels = Buffer.alloc(width * height * frames * 3)
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = Math.floor(index / (width * height * 3)) * 100
  }
  const image = sharp(pixels, {
    raw: { width, height: height * frames, channels: 3, pageHeight: height },
  })
  const timing = { delay: [100, 100, 100], loop: 0 }
  return format === 'gif' ? image.gif(timing).toBuffer() : image.webp(timing).toBuffer()
}

/** A PNG of a few bytes whose header claims `width` × `height` pixels. */
export const hugePng = async ({ width, height }: Size): Promise<Buffer> => {
  const png = await pngOf({ width: 1, height: 1 })
  const header = Buffer.from(png.subarray(12, 29))
  header.writeUInt32BE(width, 4)
  header.writeUInt32BE(height, 8)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(header))
  return Buffer.concat([png.subarray(0, 12), header, checksum, png.subarray(33)])
}

const canvas = ({ width, height }: Size, shade: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { ...ORANGE, b: shade } } })
