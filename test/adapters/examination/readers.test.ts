import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openExaminer } from '../../../adapters/examination/index.ts'
import { openImages } from '../../../adapters/imaging/index.ts'
import type { Examination } from '../../../core/base/examination.ts'
import { distance } from '../../../core/base/fingerprint/distance.ts'
import { pdqOf } from '../../../core/base/fingerprint/pdq.ts'
import type { Examiner, ExaminerReport, ExaminerSource } from '../../../core/ports/examiner.ts'
import { draw } from '../imaging/pictures.ts'
import {
  encode,
  hasFfmpeg,
  hasPerl,
  makeHeic,
  makeLetter,
  makeMp4,
  makeVoice,
  makeWebm,
  makeZip,
  sourceOf,
  withComment,
  withTexts,
  xmpOf,
} from './files.ts'
import { openSigner } from './sign.ts'
import type { Signer } from './sign.ts'

/** Without programs, which take a fifth of a second a file; `full` is for what they read. */
let bare: Examiner
let full: Examiner
beforeAll(() => {
  bare = openExaminer({ path: '' })
  full = openExaminer()
})
afterAll(async () => {
  await bare.close()
  await full.close()
})

const examine = (content: Uint8Array, declared: Partial<ExaminerSource> = {}): Promise<ExaminerReport> =>
  bare.examine(sourceOf(content, declared))
const examineFully = (content: Uint8Array, declared: Partial<ExaminerSource> = {}): Promise<ExaminerReport> =>
  full.examine(sourceOf(content, declared))

/** The result for an aspect, by the tool where several read it. */
const resultOf = ({ results }: ExaminerReport, aspect: Examination['aspect'], tool = ''): Examination => {
  const found = results.find((one) => one.aspect === aspect && one.tool.includes(tool))
  if (found === undefined) throw new Error(`no result for ${aspect} by ${tool}`)
  return found
}

const jpeg = (): Promise<Buffer> => draw(64, 48).jpeg().toBuffer()

describe('the type', () => {
  test('is what the content shows; what the sender said is a fact beside it', async () => {
    const report = await examine(await jpeg(), { declaredMime: 'image/png; x=y', declaredExtension: 'JPEG' })
    expect(report.mime).toBe('image/jpeg')
    expect(resultOf(report, 'type')).toMatchObject({
      found: 'found',
      tool: expect.stringMatching(/^file-type \d/),
      facts: {
        mime: 'image/jpeg',
        declaredMime: 'image/png',
        declaredMimeAgrees: 0,
        declaredExtension: 'jpeg',
        declaredExtensionAgrees: 1,
      },
    })
    expect(resultOf(await examine(await jpeg(), { declaredMime: 'image/jpg' }), 'type').facts).toMatchObject({
      declaredMimeAgrees: 1,
    })
  })

  test.each(['jpeg', 'png', 'gif', 'webp'] as const)(
    'of a %s says whether its end is there and what follows it',
    async (format) => {
      const whole = await draw(64, 48).toFormat(format).toBuffer()
      expect(resultOf(await examine(whole), 'type').facts).toMatchObject({ end: 'there', trailingBytes: 0 })
      const more = Buffer.from('something that was added')
      expect(resultOf(await examine(Buffer.concat([whole, more])), 'type').facts).toMatchObject({
        end: 'there',
        trailingBytes: more.length,
      })
      expect(resultOf(await examine(whole.subarray(0, whole.length - 20)), 'type').facts['end']).toBe(
        'missing',
      )
    },
  )

  test('of a progressive JPEG and of an animation finds the end too', async () => {
    const progressive = await draw(200, 100).jpeg({ progressive: true }).toBuffer()
    const frames = await Promise.all(
      [0, 1].map((n) =>
        draw(40 + n, 40)
          .resize(40, 40)
          .png()
          .toBuffer(),
      ),
    )
    for (const format of ['gif', 'webp'] as const) {
      const moving = await sharp(frames, { join: { animated: true } })
        .toFormat(format)
        .toBuffer()
      expect(resultOf(await examine(moving), 'type').facts).toMatchObject({ end: 'there', trailingBytes: 0 })
    }
    expect(resultOf(await examine(progressive), 'type').facts).toMatchObject({
      end: 'there',
      trailingBytes: 0,
    })
  })

  test('of a JPEG with restarts between its pixels, and with filling before a marker, finds the end', async () => {
    const whole = await jpeg()
    const at = whole.length - 12
    const restarted = Buffer.concat([whole.subarray(0, at), Buffer.from([0xff, 0xd3]), whole.subarray(at)])
    expect(resultOf(await examine(restarted), 'type').facts).toMatchObject({ end: 'there', trailingBytes: 0 })
    const filled = Buffer.concat([whole.subarray(0, 2), Buffer.from([0xff, 0xff]), whole.subarray(2)])
    expect(resultOf(await examine(filled), 'type').facts).toMatchObject({ end: 'there', trailingBytes: 0 })
  })

  test('names a second format in a picture, and where it begins', async () => {
    const picture = await jpeg()
    const zip = resultOf(await examine(Buffer.concat([picture, makeZip(1_000)])), 'type').facts
    expect(zip).toMatchObject({ alsoZipAt: picture.length, trailingType: 'application/zip' })
    const pdf = resultOf(await examine(Buffer.concat([picture, makeLetter(1)])), 'type').facts
    expect(pdf).toMatchObject({ alsoPdfAt: picture.length })
    const gif = Buffer.concat([
      Buffer.from('GIF89a/*', 'latin1'),
      Buffer.alloc(50),
      Buffer.from('*/=1;<script>alert(1)</script>'),
    ])
    expect(resultOf(await examine(gif), 'type').facts).toMatchObject({
      mime: 'image/gif',
      alsoHtmlAt: gif.indexOf('<script'),
    })
    const almost = Buffer.concat([picture, Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(40)])
    expect(resultOf(await examine(almost), 'type').facts).not.toHaveProperty('alsoZipAt')
    for (const key of ['alsoZipAt', 'alsoPdfAt', 'alsoHtmlAt'])
      expect(resultOf(await examine(picture), 'type').facts).not.toHaveProperty(key)
  })

  test.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['html', '<!doctype html><script>alert(1)</script>'],
    ['text', 'only words'],
    ['empty', ''],
  ])('of %s is none, since no format claims it', async (looksLike, text) => {
    const report = await examine(Buffer.from(text))
    expect(report.mime).toBeUndefined()
    expect(resultOf(report, 'type')).toMatchObject({ found: 'none', facts: { looksLike } })
    for (const aspect of ['container', 'metadata', 'provenance', 'generation'] as const)
      expect(resultOf(report, aspect)).toMatchObject({ found: 'not_computed', why: 'unsupported' })
  })
})

test('the digest is SHA-256, MD5 and size of exactly what was given', async () => {
  const content = Buffer.alloc(300_000, 'amin')
  const of = (name: string): string => createHash(name).update(content).digest('hex')
  expect(resultOf(await examine(content), 'digest')).toEqual({
    aspect: 'digest',
    found: 'found',
    tool: expect.stringMatching(/^node [\d.]+, openssl /),
    facts: { sha256: of('sha256'), md5: of('md5'), size: 300_000 },
  })
})

describe('the container', () => {
  test.each(['jpeg', 'png', 'gif', 'webp', 'avif'] as const)(
    'of a %s has its size in pixels',
    async (format) => {
      const picture = await draw(64, 48).toFormat(format).toBuffer()
      expect(resultOf(await examine(picture), 'container', 'sharp')).toMatchObject({
        found: 'found',
        facts: { width: 64, height: 48, frames: 1 },
      })
    },
  )

  test('of an animation counts its frames', async () => {
    const frames = await Promise.all(
      [1, 2, 3].map((n) =>
        draw(40, 40 + n)
          .resize(40, 40)
          .png()
          .toBuffer(),
      ),
    )
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect(resultOf(await examine(moving), 'container').facts['frames']).toBe(3)
  })

  test('of an archive counts what it holds and what that unfolds to, and names nothing of it', async () => {
    const report = await examine(makeZip(5_000_000))
    expect(resultOf(report, 'container')).toMatchObject({
      found: 'found',
      facts: { entries: 1, declaredBytes: 5_000_000, encryptedEntries: 0 },
    })
    expect(JSON.stringify(report)).not.toContain('PLANTED')
  })

  test('of a PDF has pages, version and producer', async () => {
    const report = await examine(makeLetter())
    expect(resultOf(report, 'container')).toMatchObject({
      found: 'found',
      tool: expect.stringMatching(/^mupdf \d/),
      facts: {
        pages: 4,
        version: 'PDF 1.7',
        producer: 'Test Press 3',
        encrypted: 0,
        created: 'D:20260102030405Z',
      },
    })
    expect(resultOf(report, 'rendering')).toMatchObject({ found: 'found', facts: { pages: 3 } })
    expect(report.pictures.map(({ what, index, width, height }) => [what, index, width, height])).toEqual(
      [0, 1, 2].map((index) => ['page', index, 360, 480]),
    )
    const [page] = report.pictures
    const { channels } = await sharp(page!.bytes).stats()
    // The black block is there, on white.
    expect([channels[0]!.min < 80, channels[0]!.max > 200]).toEqual([true, true])
  })
})

describe('metadata', () => {
  const planted = (): Promise<Buffer> =>
    draw(64, 48)
      .withExifMerge({
        IFD0: { Make: 'Test Camera', Software: 'Firmware 7' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '33/1 18/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '44/1 21/1 0/1',
        },
      })
      .jpeg()
      .toBuffer()

  test('of a photo has maker and place by exifr', async () => {
    expect(resultOf(await examine(await planted()), 'metadata', 'exifr')).toMatchObject({
      found: 'found',
      facts: { 'ifd0.Make': 'Test Camera', 'gps.latitude': '33.3', 'gps.longitude': '44.35' },
    })
  })

  test('of a WebP is read too', async () => {
    const webp = await draw(64, 48)
      .withExifMerge({ IFD0: { Make: 'Test Camera' } })
      .webp()
      .toBuffer()
    expect(resultOf(await examine(webp), 'metadata', 'exifr').facts).toMatchObject({
      'ifd0.Make': 'Test Camera',
    })
  })

  test.runIf(hasPerl)('of a photo has the same by exiftool, and nothing of our temporary file', async () => {
    const result = resultOf(await examineFully(await planted()), 'metadata', 'exiftool')
    expect(result).toMatchObject({
      found: 'found',
      tool: expect.stringMatching(/^exiftool [\d.]+, perl [\d.]+$/),
    })
    expect(result.facts).toMatchObject({ 'IFD0:Make': 'Test Camera', 'IFD0:Software': 'Firmware 7' })
    expect(JSON.stringify(result.facts)).not.toMatch(/\/dev\/fd|FileModifyDate|Permissions/)
  })

  test.runIf(hasPerl)('of a picture that has none is none', async () => {
    const report = await examineFully(await jpeg())
    for (const result of report.results.filter(({ aspect }) => aspect === 'metadata'))
      expect(result.found).toBe('none')
  })

  test('keeps at most 100 facts of 500 characters, without control characters', async () => {
    const texts = Array.from({ length: 150 }, (_, i) => [`Key ${i}`, `\u0007${'x'.repeat(2_000)}`] as const)
    const { facts } = resultOf(
      await examine(withTexts(await draw(8, 8).png().toBuffer(), texts)),
      'metadata',
      'exifr',
    )
    expect(Object.keys(facts)).toHaveLength(100)
    for (const value of Object.values(facts)) expect(String(value)).toMatch(/^[\uFFFDx]{500}$/)
  })
})

describe('a signed statement', () => {
  let signer: Signer
  beforeAll(() => {
    signer = openSigner()
  })
  const painted = {
    title: 'picture',
    claim_generator_info: [{ name: 'Test Painter', version: '1.0' }],
    assertions: [
      {
        label: 'c2pa.actions.v2',
        data: {
          actions: [
            {
              action: 'c2pa.created',
              softwareAgent: { name: 'Test Painter' },
              digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
            },
          ],
        },
      },
    ],
  }

  test.each(['jpeg', 'png', 'webp'] as const)(
    'in a %s that holds is found, its signer a stranger, and with it that a model made it',
    async (format) => {
      const asset = await draw(64, 48).toFormat(format).toBuffer()
      const report = await examine(await signer.sign(`image/${format}`, asset, painted))
      expect(resultOf(report, 'provenance')).toMatchObject({
        found: 'found',
        tool: expect.stringMatching(/^c2pa-wasm \d/),
        facts: {
          state: 'Valid',
          trusted: 0,
          signer: 'Test Signer',
          generator: 'Test Painter',
          actions: 'c2pa.created',
          digitalSourceType: 'trainedAlgorithmicMedia',
        },
      })
      expect(resultOf(report, 'generation')).toMatchObject({
        found: 'found',
        facts: { 'c2pa.state': 'found', 'c2pa.digitalSourceType': 'trainedAlgorithmicMedia' },
      })
    },
  )

  test('over other pixels is broken, and what it says of a model with it', async () => {
    const signed = await signer.sign('image/jpeg', await draw(64, 48).jpeg().toBuffer(), painted)
    signed[signed.length - 10]! ^= 1
    const report = await examine(signed)
    expect(resultOf(report, 'provenance')).toMatchObject({
      found: 'broken',
      facts: { failures: 'assertion.dataHash.mismatch' },
    })
    expect(resultOf(report, 'generation')).toMatchObject({
      found: 'broken',
      facts: { 'c2pa.state': 'broken' },
    })
  })

  test('whose signature or words were changed is broken', async () => {
    const signed = await signer.sign('image/jpeg', await draw(64, 48).jpeg().toBuffer(), painted)
    const claim = Buffer.from(signed)
    claim.write('Best Painter', claim.lastIndexOf('Test Painter'), 'latin1')
    expect(resultOf(await examine(claim), 'provenance')).toMatchObject({ found: 'broken' })
    const half = Buffer.from(signed)
    half.fill(0xff, half.indexOf('c2cl', 0, 'latin1'), half.indexOf('c2cl', 0, 'latin1') + 40)
    expect(resultOf(await examine(half), 'provenance')).toMatchObject({
      found: 'broken',
      facts: { state: 'unreadable' },
    })
  })

  test('that stands elsewhere is an address and not fetched', async () => {
    const address = 'http://192.0.2.1/planted.c2pa'
    const signed = await signer.sign('image/jpeg', await draw(64, 48).jpeg().toBuffer(), painted, address)
    expect(resultOf(await examine(signed), 'provenance')).toMatchObject({
      found: 'not_computed',
      why: 'unsupported',
      facts: { remoteManifest: address },
    })
  })

  test('that is not there is none, and a type that cannot carry one is not computed', async () => {
    expect(resultOf(await examine(await jpeg()), 'provenance')).toMatchObject({ found: 'none', facts: {} })
    expect(resultOf(await examine(makeZip(10)), 'provenance')).toMatchObject({
      found: 'not_computed',
      why: 'unsupported',
    })
  })
})

describe('a mark of a generator', () => {
  const png = (): Promise<Buffer> => draw(16, 16).png().toBuffer()
  const generationOf = async (content: Buffer): Promise<Examination> =>
    resultOf(await examine(content), 'generation')

  test('in a text chunk is found, packed or not', async () => {
    const settings = 'a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7'
    for (const how of [undefined, 'zTXt', 'iTXt'] as const)
      expect(
        await generationOf(
          withTexts(await png(), [
            how === undefined ? ['parameters', settings] : ['parameters', settings, how],
          ]),
        ),
      ).toMatchObject({
        found: 'found',
        facts: { 'png.parameters.tool': 'Stable Diffusion web UI', 'png.parameters': settings },
      })
    expect(await generationOf(withTexts(await png(), [['workflow', '{}']]))).toMatchObject({
      found: 'found',
      facts: { 'png.workflow.tool': 'ComfyUI' },
    })
    expect(await generationOf(withTexts(await png(), [['Software', 'NovelAI']]))).toMatchObject({
      found: 'found',
      facts: { 'png.Software.tool': 'NovelAI' },
    })
  })

  test.each(['trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia'])(
    'in XMP (%s) is found in every format',
    async (type) => {
      for (const format of ['jpeg', 'png', 'webp'] as const)
        expect(
          await generationOf(await draw(16, 16).withXmp(xmpOf(type)).toFormat(format).toBuffer()),
        ).toMatchObject({
          found: 'found',
          facts: { 'xmp.DigitalSourceType': type },
        })
    },
  )

  test('in EXIF is found where a program names itself, not where a person names it', async () => {
    const made = await draw(16, 16)
      .withExifMerge({ IFD0: { Software: 'Midjourney v7' } })
      .jpeg()
      .toBuffer()
    expect(await generationOf(made)).toMatchObject({
      found: 'found',
      facts: { 'tag.Software.tool': 'Midjourney' },
    })
    const spoken = await draw(16, 16)
      .withExifMerge({ IFD0: { ImageDescription: 'he says it is midjourney' } })
      .jpeg()
      .toBuffer()
    expect(await generationOf(spoken)).toMatchObject({ found: 'none', facts: {} })
  })

  test('whose text unfolds to more than anybody writes is found by its name, and not unfolded', async () => {
    const { found, facts } = await generationOf(
      withTexts(await png(), [['parameters', 'x'.repeat(5_000_000), 'zTXt']]),
    )
    expect([found, facts]).toEqual(['found', { 'png.parameters.tool': 'Stable Diffusion web UI' }])
  })

  test('in the comment of a JPEG is found, whatever its letters', async () => {
    const settings = 'a cat\nSteps: 20, Sampler: Euler a, CFG scale: 7'
    const wide = Buffer.from(settings, 'utf16le')
    for (const [name, text] of [
      ['ASCII\0\0\0', Buffer.from(settings)],
      ['UNICODE\0', wide],
      ['UNICODE\0', Buffer.from(wide).swap16()],
    ] as const)
      expect(
        await generationOf(
          withComment(await draw(16, 16).jpeg().toBuffer(), Buffer.concat([Buffer.from(name), text])),
        ),
      ).toMatchObject({
        found: 'found',
        facts: { 'tag.UserComment': settings, 'tag.UserComment.tool': 'Stable Diffusion web UI' },
      })
  })

  test('is not looked for in a comment that is blank or holds no letters', async () => {
    const facts = async (comment: Buffer) =>
      resultOf(await examine(withComment(await draw(16, 16).jpeg().toBuffer(), comment)), 'metadata', 'exifr')
        .facts
    for (const blank of [
      Buffer.alloc(264),
      Buffer.from(`ASCII\0\0\0   \0\0`),
      Buffer.from(`UNICODE\0${'\0'.repeat(40)}`),
    ])
      expect(Object.keys(await facts(blank)).filter((name) => name.startsWith('comment.'))).toEqual([])
    for (const table of [
      Buffer.concat([Buffer.alloc(8), Buffer.from([0xff, 0xd8, 0, 1])]),
      Buffer.from('ASCII\0\0\0a\0b'),
    ])
      expect(await facts(table)).toMatchObject({ 'comment.UserCommentBytes': table.length })
  })

  test('that is not there is none: a camera, and what a messenger leaves of a marked picture', async () => {
    const photo = await draw(16, 16)
      .withExifMerge({ IFD0: { Make: 'Test Camera', Software: 'Firmware 7' } })
      .jpeg()
      .toBuffer()
    const marked = await draw(16, 16).withXmp(xmpOf('trainedAlgorithmicMedia')).jpeg().toBuffer()
    expect(await generationOf(photo)).toMatchObject({ found: 'none' })
    expect(await generationOf(await sharp(marked).resize(8).jpeg().toBuffer())).toMatchObject({
      found: 'none',
    })
    expect(
      await generationOf(await draw(16, 16).withXmp(xmpOf('digitalCapture')).jpeg().toBuffer()),
    ).toMatchObject({ found: 'none' })
  })
})

describe('a fingerprint', () => {
  test('of a picture is PDQ of its samples as they are stored, with the seven turned ones', async () => {
    const photo = await readFile('test/vectors/pdq/bridge-mods/aaa-orig.jpg')
    const picture = await sharp(photo).withMetadata({ orientation: 6 }).png().toBuffer()
    const { data, info } = await sharp(photo, { ignoreIcc: true }).raw().toBuffer({ resolveWithObject: true })
    const { hash, quality } = pdqOf({ data, width: info.width, height: info.height, channels: 3 })
    const result = resultOf(await examine(picture), 'fingerprint')
    expect(result).toMatchObject({
      found: 'found',
      tool: expect.stringMatching(/^PDQ 1, sharp /),
      facts: { pdq: hash, quality },
    })
    const flipped = await sharp(photo).flop().png().toBuffer()
    const mirrored = resultOf(await examine(flipped), 'fingerprint').facts['pdq']
    const turned = Array.from({ length: 7 }, (_, i) =>
      distance(String(result.facts[`d${i + 1}`]), String(mirrored)),
    )
    expect(Math.min(...turned)).toBeLessThan(20)
  })

  test('of a cut picture is not computed', async () => {
    const whole = await draw(200, 200).jpeg().toBuffer()
    expect(resultOf(await examine(whole.subarray(0, whole.length >> 1)), 'fingerprint')).toMatchObject({
      found: 'not_computed',
      why: 'damaged',
    })
  })
})

describe.runIf(hasFfmpeg)('HEIC', () => {
  test('gives dimensions, boxes, a fingerprint near that of its pixels, and a preview', async () => {
    const report = await examine(makeHeic())
    expect(report.mime).toBe('image/heic')
    expect(resultOf(report, 'container', 'sharp').facts).toMatchObject({
      width: 320,
      height: 180,
      compression: 'hevc',
    })
    expect(resultOf(report, 'container', 'reader').facts).toMatchObject({
      brand: 'heic',
      boxes: 'ftyp meta mdat',
    })
    expect(report.pictures).toMatchObject([{ what: 'preview', index: 0, width: 320, height: 180 }])
    const video = resultOf(await examineFully(makeWebm()), 'fingerprint').facts['frame-0']
    const { pdq } = resultOf(report, 'fingerprint').facts
    expect(distance(String(pdq), String(video).slice(0, 64))).toBeLessThan(16)
  })

  test('that is cut has neither', async () => {
    const whole = makeHeic()
    const report = await examine(whole.subarray(0, whole.length - 1_500))
    expect(['damaged', undefined]).toContain(resultOf(report, 'fingerprint').why)
    expect(resultOf(report, 'container', 'reader').found).toBe('broken')
  })
})

describe.runIf(hasFfmpeg)('a video', () => {
  const mp4 = hasFfmpeg ? makeMp4() : Buffer.alloc(0)

  test('gives boxes, tracks and duration by us and by ffprobe', async () => {
    const report = await examineFully(mp4)
    expect(resultOf(report, 'container', 'reader')).toMatchObject({
      found: 'found',
      facts: {
        brand: 'isom',
        durationMs: 4_000,
        tracks: 2,
        'track-0': 'vide avc1 320x180',
        'track-1': 'soun mp4a',
        created: '2026-01-02T03:04:05.000Z',
      },
    })
    expect(resultOf(report, 'container', 'ffprobe')).toMatchObject({
      found: 'found',
      facts: { streams: 2, 'stream-0': expect.stringMatching(/^video h264 .*320x180/) },
    })
  })

  test('gives frames with hash, quality and time, a poster, and small blurred pictures of them', async () => {
    const report = await examineFully(mp4)
    const { facts, tool } = resultOf(report, 'fingerprint')
    expect(tool).toMatch(/^PDQ 1, ffmpeg \d/)
    expect(facts['frames']).toBe(4)
    for (let i = 0; i < 4; i++)
      expect(facts[`frame-${i}`]).toMatch(new RegExp(`^[0-9a-f]{64} q\\d{1,3} at ${i}\\.0 s$`))
    expect(report.pictures.map(({ what, index }) => `${what} ${index}`)).toEqual([
      'poster 0',
      'frame 0',
      'frame 1',
      'frame 2',
      'frame 3',
    ])
    for (const { bytes, width, height } of report.pictures)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height, hasAlpha: false })
  })

  test('is hashed as vPDQ does it: each frame whole, not squashed first; a short clip with one key frame gives more than that', async () => {
    const source = ['-f', 'lavfi', '-i', 'testsrc=size=1280x720:rate=5', '-t', '2']
    const clip = encode('b.mp4', [
      ...source,
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-g',
      '250',
      '-pix_fmt',
      'yuv420p',
    ])
    const { facts } = resultOf(await examineFully(clip), 'fingerprint')
    expect(Number(facts['frames'])).toBeGreaterThan(4)
    const first = encode('b.png', [...source, '-frames:v', '1'])
    const { data, info } = await sharp(first).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    const raster = { data, width: info.width, height: info.height, channels: 3 } as const
    const hash = String(facts['frame-0']).slice(0, 64)
    expect(distance(hash, pdqOf(raster, { squash: false }).hash)).toBeLessThanOrEqual(4)
    expect(distance(hash, pdqOf(raster).hash)).toBeGreaterThanOrEqual(8)
  })

  test('that was filmed upright has upright pictures', async () => {
    // The matrix of the first track, turned by 90 degrees: a b u c d v x y w.
    const turned = Buffer.from(mp4)
    const matrix = turned.indexOf('tkhd', 0, 'latin1') + 4 + 40
    ;[0, 0x10000, 0, -0x10000, 0, 0, 180 << 16, 0, 0x4000_0000].forEach((value, i) =>
      turned.writeInt32BE(value, matrix + i * 4),
    )
    const report = await examineFully(turned)
    expect(resultOf(report, 'container', 'ffprobe').facts['turn']).toBe(90)
    expect(report.pictures[0]).toMatchObject({ what: 'poster', width: 180, height: 320 })
  })

  test('whose playlist names other files is not followed', async () => {
    const report = await examineFully(
      Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'),
      {
        declaredMime: 'video/mp4',
      },
    )
    expect(report.pictures).toEqual([])
    expect(JSON.stringify(report.results)).not.toContain('root:')
  })
})

describe.runIf(hasFfmpeg)('a voice message', () => {
  test('gives pages, codec, duration and a waveform', async () => {
    const report = await examineFully(makeVoice())
    expect(resultOf(report, 'container', 'reader')).toMatchObject({
      found: 'found',
      facts: { 'stream-0': 'opus', durationMs: 4_000 },
    })
    const { found, facts } = resultOf(report, 'rendering')
    expect(found).toBe('found')
    const peaks = Buffer.from(String(facts['peaks']), 'hex')
    expect(peaks).toHaveLength(64)
    // The tone is at an eighth of what could be.
    for (const peak of peaks) expect(Math.abs(peak - 32)).toBeLessThan(8)
    expect(Math.abs(Number(facts['durationMs']) - 4_000)).toBeLessThan(50)
  })
})

test.runIf(hasFfmpeg)(
  'a recording has a print by which a copy of it is known, however it was packed',
  async () => {
    const { found, tool, facts } = resultOf(await examineFully(makeVoice()), 'fingerprint')
    // Not every build of ffmpeg can make one; then it is said, and nothing is left out in silence.
    if (found === 'not_computed') return expect(tool).toMatch(/^chromaprint, ffmpeg/)
    const print = Buffer.from(String(facts['chromaprint-0']), 'base64')
    expect([found, print.length % 4, print.length / 4]).toEqual(['found', 0, facts['words']])
  },
)

test('the parts of a picture are hashed beside the whole, each with its turns', async () => {
  const picture = await sharp({
    create: {
      width: 400,
      height: 300,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .extend({ top: 60, bottom: 60, background: '#000' })
    .png()
    .toBuffer()
  const { facts } = resultOf(await examine(picture), 'fingerprint')
  for (const part of ['trimmed', 'lower', 'upper', 'centre', 'inner']) {
    const [, quality, hashes = ''] = /^q(\d+) (\S+)$/.exec(String(facts[part])) ?? []
    expect([part, Number(quality) > 50, Buffer.from(hashes, 'base64').length]).toEqual([part, true, 8 * 32])
  }
})

test('the blur is the one that previews of pictures have', async () => {
  const images = openImages()
  try {
    const letter = makeLetter(1)
    const [page] = (await examine(letter)).pictures
    // The same page drawn by hand: 360 x 480, a black block from the lower left.
    const drawn = await sharp({ create: { width: 360, height: 480, channels: 3, background: '#ffffff' } })
      .composite([
        {
          input: { create: { width: 240, height: 180, channels: 3, background: '#000000' } },
          left: 60,
          top: 240,
        },
      ])
      .png()
      .toBuffer()
    const preview = await images.preview(drawn)
    const pixels = async (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer()
    const [one, other] = [
      await pixels(page!.bytes),
      await pixels(preview.status === 'made' ? preview.bytes : new Uint8Array()),
    ]
    expect(one).toHaveLength(other.length)
    expect(one.filter((value, i) => Math.abs(value - (other[i] ?? 0)) > 6)).toHaveLength(0)
  } finally {
    await images.close()
  }
})
