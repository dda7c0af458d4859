import sharp, { type Metadata } from 'sharp'

/**
 * Applies a picture's EXIF orientation and removes its metadata (place, camera, owner). A picture that has neither
 * is returned as it is, so that no quality is lost for nothing. The colour profile is kept.
 */
export const cleanPicture = async (bytes: Buffer, picture: Metadata): Promise<Buffer> => {
  const hasMetadata = Boolean(picture.exif ?? picture.xmp ?? picture.iptc)
  const isTurned = (picture.orientation ?? 1) !== 1
  if (!hasMetadata && !isTurned) return bytes
  const image = sharp(bytes, { animated: true, limitInputPixels: false }).rotate().keepIccProfile()
  if (picture.format === 'jpeg') return image.jpeg({ quality: 92 }).toBuffer()
  if (picture.format === 'webp') return image.webp({ quality: 92 }).toBuffer()
  return image.toBuffer()
}
