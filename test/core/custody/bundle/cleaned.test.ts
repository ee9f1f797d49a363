import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { find, PATH } from '../../../../adapters/confine/find.ts'
import { openReport } from '../../../../adapters/report/index.ts'
import { verifierFiles } from '../../../../adapters/bundle/verifier/files.ts'
import { openReportTexts } from '../../../../bots/texts.ts'
import { cleanFile } from '../../../../core/custody/bundle/clean/clean.ts'
import { bytesOf, BY, openBundleWorld, openCase, opened, unzip, type BundleWorld } from './world.ts'

/** The public tools of this machine. */
const [FFMPEG = '', PERL = '', PDFTOTEXT = ''] = ['ffmpeg', 'perl', 'pdftotext'].map((name) =>
  find(PATH, name),
)
const hasFfmpeg = FFMPEG !== ''
const EXIFTOOL = join(
  dirname(createRequire(import.meta.url).resolve('exiftool-vendored.pl')),
  'bin',
  'exiftool',
)
const hasExiftool = PERL !== '' && existsSync(EXIFTOOL)

/** What must be nowhere: a name, a camera's number, words of hers beside the picture, and where it was. */
const NAME = 'Zahra-Planted-Name'
const SERIAL = 'SERIAL-77120934'
const PLACE = ['33.312805', '44.361488']
const LATITUDE = '+33.3128+044.3615/'

let folder: string
let world: BundleWorld
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'amin-cleaned-'))
  world = await openBundleWorld()
})
afterEach(() => {
  world.close()
  rmSync(folder, { recursive: true, force: true })
})

const ffmpeg = (...args: readonly string[]): void =>
  void execFileSync(FFMPEG, ['-v', 'error', '-y', ...args], { cwd: folder })
const plant = (file: string, ...tags: readonly string[]): Buffer => {
  execFileSync(PERL, [EXIFTOOL, '-q', '-overwrite_original', ...tags, file], { cwd: folder })
  return readFileSync(join(folder, file))
}
const EXIF = [
  `-Artist=${NAME}`,
  `-Copyright=${NAME}`,
  `-ImageDescription=${NAME}`,
  `-XMP:Creator=${NAME}`,
  `-ExifIFD:SerialNumber=${SERIAL}`,
  `-ExifIFD:LensSerialNumber=${SERIAL}`,
  `-GPSLatitude=${PLACE[0]}`,
  '-GPSLatitudeRef=N',
  `-GPSLongitude=${PLACE[1]}`,
  '-GPSLongitudeRef=E',
]

const picture = async (format: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<Buffer> => {
  const made = sharp({ create: { width: 40, height: 30, channels: 3, background: { r: 200, g: 30, b: 60 } } })
  writeFileSync(join(folder, `p.${format}`), await made.toFormat(format).toBuffer())
  const tags =
    format === 'gif'
      ? [`-Comment=${NAME}`, `-XMP:Creator=${NAME}`]
      : [...EXIF, ...(format === 'jpeg' ? [`-Comment=${NAME}`, '-Orientation#=6'] : [])]
  const planted = plant(`p.${format}`, ...tags)
  // And something behind its end, as some telephones write there.
  return format === 'webp' ? planted : Buffer.concat([planted, Buffer.from(`TRAILER ${NAME} ${SERIAL}`)])
}
const film = (name: string): Buffer => {
  const codec = name.endsWith('.ogg') ? ['-c:a', 'libopus'] : []
  const source =
    name.endsWith('.ogg') || name.endsWith('.m4a')
      ? ['-f', 'lavfi', '-i', 'sine=d=1']
      : ['-f', 'lavfi', '-i', 'testsrc=s=64x48:d=1']
  const tags = ['artist', 'title', 'comment', 'location'].flatMap((key) => [
    '-metadata',
    `${key}=${key === 'location' ? LATITUDE : `${NAME} ${SERIAL}`}`,
  ])
  ffmpeg(...source, ...codec, ...tags, name)
  return readFileSync(join(folder, name))
}

const isIn = (data: Uint8Array): readonly string[] => {
  const buffer = Buffer.from(data)
  return [NAME, SERIAL, LATITUDE, ...PLACE].filter(
    (word) => buffer.includes(word) || buffer.includes(Buffer.from(word, 'utf16le')),
  )
}
const tagsOf = (data: Uint8Array, name: string): Record<string, unknown> => {
  writeFileSync(join(folder, name), data)
  const said = execFileSync(PERL, [EXIFTOOL, '-json', '-G1', '-n', name], { cwd: folder, encoding: 'utf8' })
  return (JSON.parse(said) as [Record<string, unknown>])[0]
}

describe.runIf(hasExiftool && hasFfmpeg)('a cleaned copy', () => {
  test.each(['jpeg', 'png', 'webp', 'gif'] as const)(
    'of %s shows the same, turned the same, and tells no place, name, number or comment',
    async (format) => {
      const original = await picture(format)
      expect(isIn(original)).toContain(NAME)
      const copy = cleanFile(original, `image/${format}`)
      expect(copy).toBeDefined()
      expect(isIn(copy!)).toEqual([])
      const tags = tagsOf(copy!, `c.${format}`)
      expect(
        Object.keys(tags).filter((key) =>
          /gps|serial|artist|creator|comment|description|copyright/i.test(key),
        ),
      ).toEqual([])
      if (format === 'jpeg') expect(tags['IFD0:Orientation']).toBe(6)
      const pixels = async (data: Uint8Array): Promise<string> =>
        createHash('sha256')
          .update(await sharp(data).raw().toBuffer())
          .digest('hex')
      expect(await pixels(copy!)).toBe(await pixels(original))
      expect(cleanFile(original, `image/${format}`)).toEqual(copy)
    },
  )

  test.each([
    ['v.mp4', 'video/mp4'],
    ['v.mov', 'video/quicktime'],
    ['s.m4a', 'audio/mp4'],
    ['s.ogg', 'audio/ogg'],
  ])('of %s plays the same, and tells no place, name or number', (name, mime) => {
    const original = film(name)
    expect(isIn(original)).toContain(NAME)
    const copy = cleanFile(original, mime)
    expect(copy).toBeDefined()
    expect(isIn(copy!)).toEqual([])
    writeFileSync(join(folder, `c-${name}`), copy!)
    const played = (file: string): string =>
      execFileSync(FFMPEG, ['-v', 'error', '-i', file, '-f', 'md5', '-'], { cwd: folder, encoding: 'utf8' })
    expect(played(`c-${name}`)).toBe(played(name))
  })

  test('of a film with a track that is neither picture nor sound is not made: what it tells lies among the bytes of the others', () => {
    writeFileSync(join(folder, 'words.srt'), `1\n00:00:00,000 --> 00:00:01,000\n${NAME}\n`)
    ffmpeg('-f', 'lavfi', '-i', 'testsrc=s=64x48:d=1', '-i', 'words.srt', '-c:s', 'mov_text', 't.mp4')
    expect(cleanFile(readFileSync(join(folder, 't.mp4')), 'video/mp4')).toBeUndefined()
  })
})

test('of what is cut, or of a kind that is not known here, no copy is made, and nothing throws', async () => {
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#123' } })
    .jpeg()
    .toBuffer()
  for (const mime of [
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/gif',
    'video/mp4',
    'audio/ogg',
    'image/heic',
    'application/pdf',
    undefined,
  ])
    for (let length = 0; length < jpeg.length; length += 7)
      expect(cleanFile(jpeg.subarray(0, length), mime)).toBeUndefined()
  expect(cleanFile(jpeg, 'image/heic')).toBeUndefined()
  expect(cleanFile(jpeg, 'image/jpeg')).toBeDefined()
})

test.runIf(hasExiftool && hasFfmpeg)(
  'in the bundle for an organisation nothing of her place, name and camera is anywhere; every copy has its own hash beside what the chain committed to, and the verifier says so',
  async () => {
    const taken = await openCase(world, ['share-ngo', 'share-investigators'])
    const originals = {
      jpeg: await picture('jpeg'),
      mp4: film('v.mp4'),
      pdf: Buffer.from(`%PDF-1.4 /Author (${NAME}) ${SERIAL}`),
    }
    const named = { fileName: `${NAME} ${PLACE.join(',')}.jpg` }
    const evidence = await taken.sends(originals.jpeg, { mime: 'image/jpeg', ...named })
    await taken.sends(originals.mp4, { kind: 'video', mime: 'video/mp4', ...named })
    await taken.sends(originals.pdf, { kind: 'document', mime: 'application/pdf', ...named })
    await taken.act('system', {
      type: 'evidence_examined',
      evidence,
      results: [
        {
          aspect: 'metadata',
          found: 'found',
          tool: 'exiftool 13',
          facts: { 'IFD0:Artist': NAME, 'ExifIFD:SerialNumber': SERIAL, 'GPS:GPSLatitude': PLACE[0]! },
        },
      ],
      derived: [],
    } as never)
    const report = openReport({ phrases: openReportTexts(), log: world.ports.log })
    try {
      const exports = world.exportsWith({ report, verifier: async () => ({ ...(await verifierFiles()) }) })
      const bundle = opened(await exports.command(taken.code, BY, { scope: 'share-ngo', recipients: [] }))
      const zip = await bytesOf(bundle)
      expect(isIn(zip)).toEqual([])
      const root = unzip(world.folder, zip, taken.code)
      const text = execFileSync(PDFTOTEXT, [join(root, 'data/report.pdf'), '-'], { encoding: 'utf8' })
      expect([NAME, SERIAL, ...PLACE].filter((word) => text.includes(word))).toEqual([])
      const index = JSON.parse(readFileSync(join(root, 'data/index.json'), 'utf8')) as {
        items: {
          path: string
          sha256: string
          originalName: string | null
          examinations: unknown[]
          cleaned: { sha256: string; size: number }
        }[]
        leftOut: { id: string; why: string }[]
      }
      expect(index.items).toHaveLength(2)
      expect(index.leftOut).toMatchObject([{ id: 'E0003', why: 'uncleaned' }])
      for (const [i, item] of index.items.entries()) {
        const file = readFileSync(join(root, item.path))
        expect(createHash('sha256').update(file).digest('hex')).toBe(item.cleaned.sha256)
        expect(item.sha256).toBe(
          createHash('sha256').update([originals.jpeg, originals.mp4][i]!).digest('hex'),
        )
        expect(item).toMatchObject({ originalName: null, examinations: [], cleaned: { size: file.length } })
      }
      const said = execFileSync(process.execPath, ['verify.mjs', '../bundle.zip'], {
        cwd: root,
        encoding: 'utf8',
      })
      expect(said).toContain('Item E0001 is a cleaned copy')
      // Investigators are given the originals, as before.
      const whole = await bytesOf(
        opened(await exports.command(taken.code, BY, { scope: 'share-investigators', recipients: [] })),
      )
      expect(isIn(whole)).toContain(NAME)
    } finally {
      await report.close()
    }
  },
)
