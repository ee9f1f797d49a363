import { afterAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import { openImages } from '../../../../adapters/imaging/index.ts'
import { nameOf } from '../../../../core/services/sending/name.ts'
import { oggOf } from '../../../../core/services/sending/ogg.ts'
import { prepareFile } from '../../../../core/services/sending/prepare.ts'
import { readOpus } from '../../../../core/services/sending/webm.ts'
import { LARGEST_SENT } from '../../../../core/base/sent-file.ts'
import { draw } from '../../../adapters/imaging/pictures.ts'

const images = openImages()
afterAll(() => images.close())

const element = (id: number, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content)
  const name = Buffer.from(id.toString(16).padStart(2, '0'), 'hex')
  const size = Buffer.alloc(4)
  size.writeUInt32BE(0x10000000 + body.length)
  return Buffer.concat([name, size, body])
}
const HEAD = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0])])
/** As a browser records: one track of Opus, frames of 20 ms, a tag of the device in clear. */
const webm = (packets: readonly Uint8Array[]): Buffer => {
  const block = (packet: Uint8Array) => element(0xa3, Buffer.from([0x81, 0, 0, 0x80]), packet)
  return Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))),
    element(
      0x18538067,
      element(0x1254c367, Buffer.from('PLANTED-DEVICE')),
      element(0x1654ae6b, element(0xae, element(0x86, Buffer.from('A_OPUS')), element(0x63a2, HEAD))),
      element(0x1f43b675, ...packets.map(block)),
    ),
  ])
}
const packets = (n: number): readonly Buffer[] =>
  Array.from({ length: n }, (_, i) => Buffer.concat([Buffer.from([0x78]), Buffer.alloc(20 + (i % 300), i)]))

/** Pages of an Ogg file as any player reads them. */
const pagesOf = (
  ogg: Uint8Array,
): readonly { readonly granule: number; readonly segments: readonly number[]; readonly body: Buffer }[] => {
  const bytes = Buffer.from(ogg)
  const pages = []
  for (let at = 0; at < bytes.length;) {
    expect(bytes.toString('latin1', at, at + 4)).toBe('OggS')
    const count = bytes[at + 26]!
    const segments = [...bytes.subarray(at + 27, at + 27 + count)]
    const end = at + 27 + count + segments.reduce((sum, one) => sum + one, 0)
    pages.push({
      granule: Number(bytes.readBigInt64LE(at + 6)),
      segments,
      body: bytes.subarray(at + 27 + count, end),
    })
    at = end
  }
  return pages
}

describe('a file that is to leave the house', () => {
  test('and is a picture is written anew, upright, without place, serial number, owner or words', async () => {
    const source = await draw()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: 'PLANTED-CAMERA', Artist: 'PLANTED-OWNER' },
        IFD2: { BodySerialNumber: 'PLANTED-SERIAL' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 18/1 0/1' },
      })
      .jpeg()
      .toBuffer()
    const made = await prepareFile(images, { bytes: source, name: 'IMG_Noor_home.jpg' })
    if (made.status !== 'ready') throw new Error(made.why)
    expect(made.file).toMatchObject({ kind: 'photo', mime: 'image/jpeg', name: 'picture.jpg' })
    const bytes = Buffer.from(made.file.bytes)
    expect(source.includes('PLANTED')).toBe(true)
    expect(bytes.includes('PLANTED') || bytes.includes('Exif')).toBe(false)
    const facts = await sharp(bytes).metadata()
    expect([facts.format, facts.exif, facts.xmp, facts.orientation]).toEqual([
      'jpeg',
      undefined,
      undefined,
      undefined,
    ])
    expect(facts.height).toBeGreaterThan(facts.width)
  })

  test('and is a recording of a browser becomes Ogg with the same sound, and says nothing of the device', async () => {
    const sound = packets(700)
    const made = await prepareFile(images, { bytes: webm(sound), name: 'x' })
    if (made.status !== 'ready') throw new Error(made.why)
    expect(made.file).toMatchObject({ kind: 'voice', mime: 'audio/ogg', name: 'voice.ogg' })
    expect(Buffer.from(made.file.bytes).includes('PLANTED')).toBe(false)
    expect(await images.detect(made.file.bytes)).toBe('audio/ogg')
    const pages = pagesOf(made.file.bytes)
    expect(pages[0]!.body.equals(HEAD)).toBe(true)
    // 700 frames of 20 ms.
    expect(pages.at(-1)!.granule).toBe(14 * 48_000)
    expect(Buffer.concat(pages.slice(2).map(({ body }) => body)).equals(Buffer.concat(sound))).toBe(true)
  })

  test('and is PDF goes as it is, under a name that misleads nobody', async () => {
    const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
    const made = await prepareFile(images, { bytes: pdf, name: '../../دليل\u202efdp.exe' })
    expect(made).toMatchObject({
      status: 'ready',
      file: { kind: 'document', name: 'دليل fdp.pdf', bytes: pdf },
    })
  })

  test.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a program', Buffer.from('#!/bin/sh\necho hello\n'), 'type'],
    ['a picture that is cut', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'damaged'],
    ['a recording without sound', webm([]), 'damaged'],
    ['too large', Buffer.alloc(LARGEST_SENT + 1), 'size'],
  ])('and is %s is refused', async (_, bytes, why) => {
    expect(await prepareFile(images, { bytes, name: 'x' })).toEqual({ status: 'refused', why })
  })

  test('never ends the reading of a recording in anything but an answer, wherever it is cut or changed', () => {
    const whole = webm(packets(40))
    for (let at = 0; at < whole.length; at += 7) {
      const cut = readOpus(whole.subarray(0, at))
      if (cut !== undefined) pagesOf(oggOf(cut))
      const changed = Buffer.from(whole)
      changed[at]! ^= 0xff
      const read = readOpus(changed)
      if (read !== undefined) pagesOf(oggOf(read))
    }
  })

  test('has a name of at most 80 characters with the ending of what it is', () => {
    expect(nameOf('', 'pdf')).toBe('document.pdf')
    expect(nameOf('C:\\Users\\noor\\plan.v2.docx', 'pdf')).toBe('plan.v2.pdf')
    expect(nameOf('x'.repeat(500), 'pdf')).toHaveLength(84)
  })
})
