import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import type { ExaminerSource } from '../../../core/ports/examiner.ts'
import { bytes } from '../../../core/base/units.ts'

export const hasFfmpeg = existsSync('/usr/bin/ffmpeg') && existsSync('/usr/bin/ffprobe')
export const hasPerl = existsSync('/usr/bin/perl')

/** In pieces of a socket's size. */
export const sourceOf = (content: Uint8Array, declared: Partial<ExaminerSource> = {}): ExaminerSource => ({
  size: bytes(content.length),
  bytes: async function* () {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536)
  },
  ...declared,
})

/** What ffmpeg makes of a generated signal, as a file. */
export const encode = (name: string, args: readonly string[]): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-test-files-'))
  try {
    execFileSync('ffmpeg', ['-v', 'error', '-nostdin', '-threads', '1', ...args, join(folder, name)], {
      stdio: 'pipe',
    })
    return readFileSync(join(folder, name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=10:duration=4']
export const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4']
const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-threads', '1', '-g', '10', '-pix_fmt', 'yuv420p']

export const makeMp4 = (): Buffer =>
  encode('a.mp4', [
    ...PICTURE,
    ...TONE,
    ...H264,
    '-c:a',
    'aac',
    '-metadata',
    'creation_time=2026-01-02T03:04:05Z',
  ])
export const makeWebm = (): Buffer =>
  encode('a.webm', [...PICTURE, '-c:v', 'libvpx', '-g', '10', '-deadline', 'realtime'])
export const makeVoice = (): Buffer => encode('a.ogg', [...TONE, '-c:a', 'libopus', '-b:a', '16k'])

// ISO boxes

export const box = (type: string, ...bodies: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(bodies)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(8 + body.length, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}
const numbers = (size: 1 | 2 | 4, ...values: readonly number[]): Buffer => {
  const out = Buffer.alloc(values.length * size)
  values.forEach((value, i) => out.writeUIntBE(value, i * size, size))
  return out
}
export const full = (type: string, version: number, ...bodies: readonly Buffer[]): Buffer =>
  box(type, numbers(1, version, 0, 0, 0), ...bodies)

/** The bodies of boxes of that type, wherever they stand; good enough for files we made ourselves. */
const bodyOf = (file: Buffer, type: string): Buffer => {
  const at = file.indexOf(type, 0, 'latin1')
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4))
}

/**
 * A HEIC picture of 320 x 180: one HEVC frame of ffmpeg's, boxed as ISO/IEC 23008-12 says, by hand
 * since no encoder is at hand.
 */
export const makeHeic = (): Buffer => {
  const one = [
    '-frames:v',
    '1',
    '-c:v',
    'libx265',
    '-x265-params',
    'log-level=none:pools=none',
    '-pix_fmt',
    'yuv420p',
    '-tag:v',
    'hvc1',
  ]
  const movie = encode('a.mp4', [...PICTURE, ...one])
  const settings = box('hvcC', bodyOf(movie, 'hvcC'))
  const pixels = bodyOf(movie, 'mdat')
  const type = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'))
  const make = (offset: number): Buffer =>
    full(
      'meta',
      0,
      full('hdlr', 0, numbers(4, 0), Buffer.from('pict'), Buffer.alloc(13)),
      full('pitm', 0, numbers(2, 1)),
      full('iloc', 0, numbers(1, 0x44, 0), numbers(2, 1, 1, 0, 1), numbers(4, offset, pixels.length)),
      full('iinf', 0, numbers(2, 1), full('infe', 2, numbers(2, 1, 0), Buffer.from('hvc1\0'))),
      box(
        'iprp',
        box('ipco', settings, full('ispe', 0, numbers(4, 320, 180))),
        full('ipma', 0, numbers(4, 1), numbers(2, 1), numbers(1, 2, 0x81, 2)),
      ),
    )
  const offset = type.length + make(0).length + 8
  return Buffer.concat([type, make(offset), box('mdat', pixels)])
}

// PNG

export const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  return Buffer.concat([numbers(4, data.length), body, numbers(4, crc32(body))])
}

/** `picture` with text chunks before its end: plain, packed (zTXt) or international (iTXt). */
export const withTexts = (
  picture: Buffer,
  texts: readonly (readonly [key: string, text: string, how?: 'zTXt' | 'iTXt'])[],
): Buffer => {
  const end = picture.length - 12
  const chunks = texts.map(([key, text, how]) => {
    if (how === 'zTXt')
      return chunk('zTXt', Buffer.concat([Buffer.from(`${key}\0\0`, 'latin1'), deflateSync(text)]))
    if (how === 'iTXt')
      return chunk('iTXt', Buffer.concat([Buffer.from(`${key}\0\0\0\0\0`, 'latin1'), Buffer.from(text)]))
    return chunk('tEXt', Buffer.from(`${key}\0${text}`, 'latin1'))
  })
  return Buffer.concat([picture.subarray(0, end), ...chunks, picture.subarray(end)])
}

/** `picture`, a JPEG, with a comment in its EXIF. */
export const withComment = (picture: Buffer, comment: Buffer): Buffer => {
  const entry = (tag: number, kind: number, count: number, value: number): Buffer =>
    Buffer.concat([numbers(2, tag, kind), numbers(4, count, value)])
  const body = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    numbers(4, 8),
    numbers(2, 1),
    entry(0x8769, 4, 1, 26),
    numbers(4, 0),
    numbers(2, 1),
    entry(0x9286, 7, comment.length, 44),
    numbers(4, 0),
    comment,
  ])
  return Buffer.concat([
    picture.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    numbers(2, body.length + 2),
    body,
    picture.subarray(2),
  ])
}

/** XMP that says where a picture comes from. */
export const xmpOf = (sourceType: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"><Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/${sourceType}</Iptc4xmpExt:DigitalSourceType></rdf:Description></rdf:RDF></x:xmpmeta>`

// PDF

/** A PDF of these objects (numbered from 1; the first is the catalogue), with a true table of them. */
export const makePdf = (objects: readonly string[], trailer = ''): Buffer => {
  let text = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const at = text.length
    text += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const makeLetter = (pages = 4): Buffer => {
  const draw = '0 0 0 rg 100 100 400 300 re f'
  const kids = Array.from({ length: pages }, (_, i) => `${i + 5} 0 R`).join(' ')
  return makePdf(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
      `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
      '<< /Producer (Test Press 3) /CreationDate (D:20260102030405Z) >>',
      ...Array.from(
        { length: pages },
        () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 3 0 R >>',
      ),
    ],
    '/Info 4 0 R',
  )
}

// ZIP

/** An archive of one entry of zeros. */
export const makeZip = (unpacked: number): Buffer => {
  const plain = Buffer.alloc(unpacked)
  const packed = deflateRawSync(plain)
  const name = Buffer.from('PLANTED-name.exe')
  const facts = Buffer.concat([
    Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    ...[crc32(plain), packed.length, unpacked].map((value) => numbers(4, value).swap32()),
    Buffer.from([name.length, 0, 0, 0]),
  ])
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, name, packed])
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'),
    facts,
    Buffer.alloc(14),
    name,
  ])
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 0, 'latin1')
  tail.writeUInt16LE(1, 8)
  tail.writeUInt16LE(1, 10)
  tail.writeUInt32LE(entry.length, 12)
  tail.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, tail])
}
