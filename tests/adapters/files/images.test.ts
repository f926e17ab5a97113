import { Readable } from 'node:stream'
import { deflateSync, crc32 } from 'node:zlib'

import sharp from 'sharp'
import { expect, it } from 'vitest'

import { remadeImage } from '#app/adapters/files/images.server.ts'

const remade = (type: string, bytes: Buffer) => remadeImage(type, () => Readable.from([bytes]))
async function kept(type: string, bytes: Buffer) {
  const result = await remade(type, bytes)
  if ('problem' in result) throw new Error(result.problem)
  return result.bytes
}
const plain = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#c03' } })

const exif = {
  IFD0: { Copyright: 'Ada Lovelace', Orientation: '6' },
  IFD3: { GPSLatitude: '51/1 30/1 0/1', GPSLongitude: '0/1 7/1 0/1' },
}
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Ada Lovelace</a></x:xmpmeta>'

it.each(['jpeg', 'png', 'webp'] as const)(
  'leaves behind what a camera noted: %s',
  async (format) => {
    const noted = await plain().withExif(exif).withXmp(xmp)[format]().toBuffer()
    expect(noted.includes('Ada Lovelace')).toBe(true)
    const bytes = await kept(`image/${format}`, noted)
    for (const word of ['Ada Lovelace', 'Exif', 'xmpmeta', 'GPS'])
      expect(bytes.includes(word)).toBe(false)
    const after = await sharp(bytes).metadata()
    expect(after).toMatchObject({ format })
    expect([after.exif, after.xmp, after.iptc, after.icc, after.orientation]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
  },
)

it('stands a picture up before it forgets which way it was held', async () => {
  const lying = await plain(40, 20).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await sharp(await kept('image/jpeg', lying)).metadata()).toMatchObject({
    width: 20,
    height: 40,
  })
})

it('leaves behind what hid in comments and behind the end', async () => {
  const jpeg = await plain().jpeg().toBuffer()
  const comment = Buffer.concat([Buffer.from('fffe0010', 'hex'), Buffer.from('secret comment')])
  const more = Buffer.concat([
    jpeg.subarray(0, 2),
    comment,
    jpeg.subarray(2),
    Buffer.from('<script>'),
  ])
  const bytes = await kept('image/jpeg', more)
  expect(bytes.includes('secret')).toBe(false)
  expect(bytes.includes('<script>')).toBe(false)
})

function chunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
/** A PNG that says it is large, and packs to next to nothing. */
function png(width: number, height: number, before: Buffer = Buffer.alloc(0)) {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0], 8)
  const rows = Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 100))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    before,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

it('unfolds no picture of more than twenty-five million pixels', async () => {
  expect(await remade('image/png', png(5_001, 5_000))).toEqual({ problem: 'image-too-many-pixels' })
  expect(await remade('image/png', png(60_000, 60_000))).toEqual({
    problem: 'image-too-many-pixels',
  })
})

it('takes no picture that moves', async () => {
  const frames = await sharp(Buffer.alloc(10 * 20 * 3).fill(200, 300), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
  expect(await remade('image/webp', frames)).toEqual({ problem: 'image-moves' })
  const moving = png(8, 8, chunk('acTL', Buffer.alloc(8, 1)))
  expect(await remade('image/png', moving)).toEqual({ problem: 'image-moves' })
})

it('takes no picture that breaks off, or is none', async () => {
  const jpeg = await sharp(
    Buffer.from(Array.from({ length: 30_000 }, (_, i) => (i * 7_919) % 256)),
    {
      raw: { width: 100, height: 100, channels: 3 },
    },
  )
    .jpeg()
    .toBuffer()
  const damaged = { problem: 'image-damaged' }
  expect(await remade('image/jpeg', jpeg.subarray(0, jpeg.length >> 1))).toEqual(damaged)
  expect(await remade('image/png', png(8, 200))).toEqual(damaged)
  expect(await remade('image/jpeg', Buffer.from('ffd8ffe0', 'hex'))).toEqual(damaged)
  expect(await remade('image/webp', Buffer.from('<svg/>'))).toEqual(damaged)
})
