import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

/** What telephones take by themselves is half to all of it. Each costs some nine bytes while it is remade. */
const MAX_PIXELS = 25_000_000

type Remade = { bytes: Buffer } | { problem: string }

/** Sharp is large and seldom needed: it comes with the first picture, and keeps nothing of any. */
async function pictures() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/**
 * The picture written anew, upright: where it was taken, by whom and with what is left behind, and
 * so is whatever else the file held. What cannot be read to its end is refused.
 */
export async function remadeImage(mediaType: string, read: () => Readable): Promise<Remade> {
  const sharp = await pictures()
  const bytes = await buffer(read())
  if (movesAsPng(bytes)) return { problem: 'image-moves' }
  try {
    const given = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    const { width, height, pages = 1 } = await given.metadata()
    if (width * height > MAX_PIXELS) return { problem: 'image-too-many-pixels' }
    if (pages > 1) return { problem: 'image-moves' }
    const upright = given.autoOrient()
    const written =
      mediaType === 'image/png'
        ? upright.png()
        : mediaType === 'image/webp'
          ? upright.webp({ quality: 90 })
          : upright.jpeg({ quality: 90 })
    return { bytes: await written.timeout({ seconds: 20 }).toBuffer() }
  } catch (error) {
    const tooMany = error instanceof Error && error.message.includes('pixel limit')
    return { problem: tooMany ? 'image-too-many-pixels' : 'image-damaged' }
  }
}

/** A PNG that moves says so before its first picture; sharp would keep that one alone. */
function movesAsPng(bytes: Buffer): boolean {
  const moves = bytes.indexOf('acTL')
  return bytes.readUInt32BE(0) === 0x89504e47 && moves !== -1 && moves < bytes.indexOf('IDAT')
}
