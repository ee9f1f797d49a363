import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openImages } from '../../../adapters/imaging/index.ts'
import { makeMemoryLog } from '../../../adapters/memory/log.ts'
import type { ImageOutcome, Images } from '../../../core/ports/images.ts'
import { distance } from '../../../core/base/fingerprint/distance.ts'
import { pdqOf } from '../../../core/base/fingerprint/pdq.ts'
import { drawRaster } from '../../core/base/fingerprint/drawing.ts'
import { readReference, readRows, readVector } from '../../core/base/fingerprint/vectors.ts'
import { draw, findChildren, makeBomb, until } from './pictures.ts'

const onLinux = process.platform === 'linux'
const made = (outcome: ImageOutcome): Extract<ImageOutcome, { status: 'made' }> => {
  if (outcome.status !== 'made') throw new Error(`no picture: ${outcome.why}`)
  return outcome
}
const none = (why: string): unknown => ({ status: 'none', why })

let images: Images
beforeAll(() => {
  images = openImages()
})
afterAll(() => images.close())

describe('a preview', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('is made of %s', async (format) => {
    const outcome = made(await images.preview(await draw().toFormat(format).toBuffer()))
    expect(outcome).toMatchObject({
      mime: 'image/webp',
      width: 480,
      height: 300,
      tool: expect.stringMatching(/^sharp [\d.]+, libvips [\d.]+$/),
    })
    expect(await sharp(outcome.bytes).metadata()).toMatchObject({ format: 'webp', width: 480, height: 300 })
  })

  test('is upright, and keeps no EXIF, place, profile, comment or other text', async () => {
    const exif = {
      IFD0: { Make: 'PLANTED-CAMERA', ImageDescription: 'PLANTED-WORDS' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '33/1 18/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '44/1 21/1 0/1',
      },
    }
    const picture = await draw()
      .withMetadata({ orientation: 6 })
      .withExifMerge(exif)
      .withXmp('<x:xmpmeta>PLANTED-XMP</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect(picture.includes('PLANTED-CAMERA') && picture.includes('PLANTED-XMP')).toBe(true)
    for (const outcome of [await images.preview(picture), await images.view(picture)]) {
      const { bytes, width, height } = made(outcome)
      expect(height).toBeGreaterThan(width)
      expect(Buffer.from(bytes).includes('PLANTED')).toBe(false)
      const facts = await sharp(bytes).metadata()
      expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.comments, facts.orientation]).toEqual(
        Array(6).fill(undefined),
      )
    }
  })

  /**
   * How much of a black-and-white grating with so many periods across is left, of 255; 162 is all
   * of it (a square wave's first harmonic).
   */
  const leftOf = async (periods: number, op: 'preview' | 'view'): Promise<number> => {
    const side = 720
    const line = Buffer.from(
      Array.from({ length: side }, (_, x) => (Math.floor((2 * periods * x) / side) % 2 === 0 ? 255 : 0)),
    )
    const grating = sharp(Buffer.concat(Array<Buffer>(side).fill(line)), {
      raw: { width: side, height: side, channels: 1 },
    })
    const { bytes, width } = made(await images[op](await grating.png().toBuffer()))
    const light = await sharp(bytes).extractChannel(1).raw().toBuffer()
    let sine = 0
    let cosine = 0
    for (const [at, value] of light.entries()) {
      const angle = (2 * Math.PI * periods * (at % width)) / width
      sine += value * Math.sin(angle)
      cosine += value * Math.cos(angle)
    }
    return (2 * Math.hypot(sine, cosine)) / light.length
  }

  test('hides what is finer than a tenth of its longest side, and shows what is coarse', async () => {
    expect(await leftOf(9, 'view')).toBeGreaterThan(150)
    expect(await leftOf(1, 'preview')).toBeGreaterThan(120)
    // The blur: of what the samples could show, the finer half is faint.
    expect(await leftOf(6, 'preview')).toBeLessThan(60)
    // The samples: what is finer than two of them was never in it; by the blur alone more would be
    // left to sharpen.
    expect(await leftOf(9, 'preview')).toBeLessThan(10)
    expect(await leftOf(20, 'preview')).toBeLessThan(2)
  })

  test('is never larger than its picture, and is made of one pixel, a strip and a transparent picture too', async () => {
    expect(made(await images.preview(await draw(1, 1).png().toBuffer()))).toMatchObject({
      width: 1,
      height: 1,
    })
    expect(made(await images.preview(await draw(4_000, 2).png().toBuffer()))).toMatchObject({
      width: 480,
      height: 1,
    })
    expect(made(await images.preview(await draw(100, 50).png().toBuffer()))).toMatchObject({
      width: 100,
      height: 50,
    })
    const clear = sharp({
      create: { width: 900, height: 900, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
    const { bytes } = made(await images.preview(await clear.png().toBuffer()))
    expect(await sharp(bytes).metadata()).toMatchObject({ hasAlpha: false, width: 480 })
  })

  test('is made of grey, CMYK and 16-bit pictures, and of the first page of an animation', async () => {
    const frames = await Promise.all(
      [0, 255].map((red) =>
        sharp({ create: { width: 60, height: 60, channels: 3, background: { r: red, g: 0, b: 0 } } })
          .png()
          .toBuffer(),
      ),
    )
    const pictures = [
      await draw().greyscale().jpeg().toBuffer(),
      await draw().toColourspace('cmyk').jpeg().toBuffer(),
      await draw().toColourspace('rgb16').png().toBuffer(),
    ]
    for (const picture of pictures)
      expect(made(await images.preview(picture))).toMatchObject({ width: 480, height: 300 })
    const animation = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const { bytes } = made(await images.preview(animation))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 60 })
    expect((await sharp(bytes).stats()).channels[0]!.mean).toBeLessThan(10)
  })
})

describe('a view', () => {
  test('is the picture within 1600 px', async () => {
    expect(made(await images.view(await draw(3_200, 1_000).png().toBuffer()))).toMatchObject({
      width: 1_600,
      height: 500,
    })
    expect(made(await images.view(await draw(200, 100).png().toBuffer()))).toMatchObject({
      width: 200,
      height: 100,
    })
  })
})

describe('a fingerprint', () => {
  test.each(readReference())(
    'of $file is the reference’s, bit for bit, with its quality',
    async ({ file, hash, quality }) => {
      const outcome = await images.fingerprint(readVector(file))
      expect(outcome).toMatchObject({ status: 'made', pdq: hash, quality, reduced: false })
      expect(outcome).toMatchObject({ tool: expect.stringMatching(/^PDQ 1, sharp [\d.]+, libvips [\d.]+$/) })
    },
  )

  test.each(readRows('cpp-dihedral.csv'))(
    'of %s has the reference’s eight hashes',
    async (file, _, ...dihedral) => {
      expect(await images.fingerprint(readVector(file))).toMatchObject({
        status: 'made',
        pdq: dihedral[0],
        dihedral,
      })
    },
  )

  const hashOf = async (picture: Buffer): Promise<string> => {
    const outcome = await images.fingerprint(picture)
    return outcome.status === 'made' ? outcome.pdq : outcome.why
  }

  test('is of the pixels as they are stored: no profile, no turning, nothing behind what is transparent', async () => {
    const { data, info } = await draw().raw().toBuffer({ resolveWithObject: true })
    const plain = pdqOf({ data, width: info.width, height: info.height, channels: 3 }).hash
    expect(await hashOf(await draw().png().toBuffer())).toBe(plain)
    expect(await hashOf(await draw().keepIccProfile().withIccProfile('p3').png().toBuffer())).toBe(
      await hashOf(
        await sharp(await draw().withIccProfile('p3').raw().toBuffer(), {
          raw: { width: 640, height: 400, channels: 3 },
        })
          .png()
          .toBuffer(),
      ),
    )
    expect(await hashOf(await draw().withMetadata({ orientation: 6 }).png().toBuffer())).toBe(plain)
    const alpha = Buffer.alloc(640 * 400, 3)
    const clear = draw().joinChannel(alpha, { raw: { width: 640, height: 400, channels: 1 } })
    expect(await hashOf(await clear.png().toBuffer())).toBe(plain)
  })

  test('of a grey picture is that of its light alone, with transparency or 16 bits or without', async () => {
    const grey = drawRaster(300, 200, 1, 4)
    const open = () => sharp(Buffer.from(grey.data), { raw: { width: 300, height: 200, channels: 1 } })
    const plain = pdqOf(grey).hash
    const alpha = Buffer.alloc(300 * 200, 3)
    const pictures = [
      open().toColourspace('b-w'),
      open()
        .joinChannel(alpha, { raw: { width: 300, height: 200, channels: 1 } })
        .toColourspace('b-w'),
      open().toColourspace('grey16'),
    ]
    for (const picture of pictures) expect(await hashOf(await picture.png().toBuffer())).toBe(plain)
  })

  test('of more than 24 megapixels is made of less, which is told, and is near', async () => {
    const huge = await sharp(readVector('bridge-mods/aaa-orig.jpg'))
      .resize(6_200, 4_000, { fit: 'fill' })
      .jpeg()
      .toBuffer()
    const outcome = await images.fingerprint(huge)
    expect(outcome).toMatchObject({ status: 'made', reduced: true })
    const { data, info } = await sharp(huge).raw().toBuffer({ resolveWithObject: true })
    const exact = pdqOf({ data, width: info.width, height: info.height, channels: 3 }).hash
    expect(distance(outcome.status === 'made' ? outcome.pdq : '', exact)).toBeLessThanOrEqual(10)
  })

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('of a cut %s is not made', async (format) => {
    const whole = await draw().toFormat(format).toBuffer()
    expect(await images.fingerprint(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual(none('damaged'))
  })

  test('of what is no picture, or none we open, or too large, is not made', async () => {
    expect(await images.fingerprint(Buffer.from('%PDF-1.7\n'))).toEqual(none('not_a_picture'))
    expect(await images.fingerprint(await draw().tiff().toBuffer())).toEqual(none('unsupported'))
    expect(await images.fingerprint(makeBomb(16_000, 16_000))).toEqual(none('too_large'))
    expect(await images.fingerprint(Buffer.alloc(64 * 1_048_576 + 1))).toEqual(none('too_large'))
  })

  test('of a picture too small for one is zeros with quality 0', async () => {
    expect(await images.fingerprint(await draw(4, 4).png().toBuffer())).toMatchObject({
      pdq: '0'.repeat(64),
      quality: 0,
    })
  })
})

describe('a hostile file', () => {
  const svgBomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
    .join('')}]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&j;</text></svg>`

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('I am not a picture')],
    ['an HTML page, whatever its name', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    [
      'an SVG that reads a file',
      Buffer.from(
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      ),
    ],
    ['an SVG whose entities unfold to gigabytes', Buffer.from(svgBomb)],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')],
    ['a ZIP', Buffer.from('PK\u0003\u0004\u0014\u0000', 'latin1')],
  ])('that is %s is no picture', async (_, bytes) => {
    expect(await images.preview(bytes)).toEqual(none('not_a_picture'))
    expect(await images.view(bytes)).toEqual(none('not_a_picture'))
  })

  test('that needs a decoder we do not open is unsupported', async () => {
    expect(await images.preview(await draw().tiff().toBuffer())).toEqual(none('unsupported'))
    const heic = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1')
    expect(await images.preview(heic)).toEqual(none('unsupported'))
  })

  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'that is a cut %s is damaged',
    async (format) => {
      const whole = await draw().toFormat(format).toBuffer()
      expect(await images.preview(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual(none('damaged'))
      expect(await images.preview(whole.subarray(0, 40))).toEqual(none('damaged'))
    },
  )

  test('that is a picture and an archive at once is shown as the picture only', async () => {
    const archive = Buffer.from('PK\u0003\u0004 PLANTED archive behind the picture', 'latin1')
    for (const format of ['gif', 'jpeg'] as const) {
      const { bytes } = made(
        await images.view(Buffer.concat([await draw().toFormat(format).toBuffer(), archive])),
      )
      expect(Buffer.from(bytes).includes('PLANTED')).toBe(false)
    }
  })

  test('that unfolds to 256 megapixels is refused, and the next picture is made', async () => {
    expect(await images.preview(makeBomb(16_000, 16_000))).toEqual(none('too_large'))
    expect(await images.view(makeBomb(60_000, 60_000, 10))).toEqual(none('too_large'))
    made(await images.preview(await draw().png().toBuffer()))
  })

  test('that is larger than any picture is not even handed over', async () => {
    expect(await images.preview(Buffer.alloc(64 * 1_048_576 + 1))).toEqual(none('too_large'))
  })

  test('of random or twisted bytes never throws', async () => {
    const whole = await draw(64, 64).jpeg().toBuffer()
    for (let i = 0; i < 200; i++) {
      const twisted = Buffer.from(whole)
      for (let n = 0; n < 5; n++)
        twisted[20 + ((i * 7_919 + n * 104_729) % (twisted.length - 20))]! ^= 1 << ((i + n) % 8)
      expect(['made', 'none']).toContain((await images.preview(twisted)).status)
    }
  })
})

describe('the type', () => {
  test('is read from the bytes alone', async () => {
    expect(await images.detect(await draw().jpeg().toBuffer())).toBe('image/jpeg')
    expect(await images.detect(Buffer.from('%PDF-1.7\n'))).toBe('application/pdf')
    expect(
      await images.detect(
        Buffer.from(`${'OggS\0\u0002'.padEnd(28, '\0')}OpusHead`.padEnd(100, '\0'), 'latin1'),
      ),
    ).toBe('audio/ogg')
    expect(await images.detect(Buffer.from('hello'))).toBeUndefined()
    expect(await images.detect(Buffer.alloc(0))).toBeUndefined()
    expect(await images.detect((await draw().jpeg().toBuffer()).subarray(0, 12))).toBe('image/jpeg')
  })
})

describe.runIf(onLinux)('the picture process', () => {
  let own: Images | undefined
  afterEach(async () => {
    await own?.close()
    own = undefined
  })
  const child = (): Promise<number> => until(async () => (await findChildren()).find((pid) => pid !== others))
  let others: number | undefined
  beforeAll(async () => {
    await images.detect(Buffer.alloc(0))
    ;[others] = await findChildren()
  })

  test('has nothing in its environment, may read only its code, and goes first when memory runs out', async () => {
    own = openImages()
    await own.detect(Buffer.alloc(0))
    const pid = await child()
    expect(await readFile(`/proc/${pid}/environ`, 'latin1')).toBe('')
    expect(await readFile(`/proc/${pid}/oom_score_adj`, 'latin1')).toBe('1000\n')
    const command = (await readFile(`/proc/${pid}/cmdline`, 'latin1')).split('\0')
    expect(command).toContain('--permission')
    const readable = command
      .filter((argument) => argument.startsWith('--allow-fs-read='))
      .map((argument) => argument.slice(16))
    expect(
      readable.every((folder) =>
        /\/(node_modules|adapters\/(imaging|confine)|core\/base\/fingerprint)\/$/.test(folder),
      ),
    ).toBe(true)
    expect(
      command.filter((argument) => argument.startsWith('--allow-')).map((argument) => argument.split('=')[0]),
    ).toEqual(['--allow-addons', ...readable.map(() => '--allow-fs-read')])
  })

  test('is not started before the first picture', async () => {
    own = openImages()
    expect(await findChildren()).toEqual([others])
  })

  test('that is killed in the middle of a picture is replaced, and the picture is tried once more', async () => {
    const log = makeMemoryLog()
    own = openImages({ log })
    const slow = await draw(9_000, 9_000).png({ compressionLevel: 1 }).toBuffer()
    await own.detect(Buffer.alloc(0))
    const first = await child()
    const outcome = own.preview(slow)
    process.kill(first, 'SIGKILL')
    made(await outcome)
    expect((await child()) === first).toBe(false)
    expect(log.lines).toEqual([
      { level: 'warn', message: 'a picture process ended over a picture', fields: { kind: 'died' } },
    ])
  })

  test('that dies twice over a picture gives it up, and the next picture is made', async () => {
    own = openImages()
    const slow = await draw(9_000, 9_000).png({ compressionLevel: 1 }).toBuffer()
    await own.detect(Buffer.alloc(0))
    const first = await child()
    const outcome = own.preview(slow)
    process.kill(first, 'SIGKILL')
    const second = await until(async () =>
      (await findChildren()).find((pid) => pid !== others && pid !== first),
    )
    process.kill(second, 'SIGKILL')
    // Killed before it was asked it does not come up at all; either way the next picture finds a new one.
    const result = await outcome.catch((error: unknown) => error)
    expect(result instanceof Error || (result as ImageOutcome).status === 'none').toBe(true)
    made(await own.preview(await draw().png().toBuffer()))
  })

  test('that takes too long is ended, and the next picture is made', async () => {
    own = openImages({ limits: { pictureMs: 1 } })
    expect(await own.preview(await draw(4_000, 4_000).png().toBuffer())).toEqual(none('too_slow'))
    await own.close()
    own = openImages({ limits: { pictureMs: 60_000 } })
    made(await own.preview(await draw().png().toBuffer()))
  })

  test('that takes too much memory is ended', async () => {
    own = openImages({ limits: { residentBytes: 1_000_000 } })
    expect(await own.view(await draw(9_000, 9_000).png({ compressionLevel: 1 }).toBuffer())).toEqual(
      none('too_large'),
    )
  })

  test('is replaced after its share of pictures', async () => {
    own = openImages({ limits: { picturesPerChild: 2 } })
    const seen: number[] = []
    for (let i = 0; i < 4; i++) {
      made(await own.preview(await draw(20, 20).png().toBuffer()))
      seen.push(await child())
    }
    expect(seen[0]).toBe(seen[1])
    expect(seen[2]).toBe(seen[3])
    expect(seen[0]).not.toBe(seen[2])
  })

  test('ends when nothing comes, and starts again', async () => {
    own = openImages({ limits: { idleMs: 1 } })
    made(await own.preview(await draw(20, 20).png().toBuffer()))
    await until(async () => ((await findChildren()).every((pid) => pid === others) ? true : undefined))
    made(await own.preview(await draw(20, 20).png().toBuffer()))
  })

  test('answers many that ask at once, each with its own picture, in order', async () => {
    own = openImages()
    const widths = Array.from({ length: 12 }, (_, i) => 20 + i)
    const pictures = await Promise.all(widths.map((width) => draw(width, 20).png().toBuffer()))
    const order: number[] = []
    const asked = pictures.map(async (picture, i) => {
      const outcome = made(await own!.view(picture))
      order.push(i)
      return outcome.width
    })
    expect(await Promise.all(asked)).toEqual(widths)
    expect(order).toEqual(widths.map((_, i) => i))
  })

  test('is gone after closing; what was under way rejects, so that nobody blames the picture', async () => {
    const closing = openImages()
    await closing.detect(Buffer.alloc(0))
    const pending = [
      closing.preview(await draw(9_000, 9_000).png({ compressionLevel: 1 }).toBuffer()),
      closing.preview(await draw().png().toBuffer()),
    ]
    const settled = Promise.allSettled(pending)
    await closing.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await expect(closing.detect(Buffer.alloc(0))).rejects.toThrow('closed')
    expect(await findChildren()).toEqual([others])
  })
})
