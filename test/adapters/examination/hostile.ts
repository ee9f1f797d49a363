import { constants, deflateRawSync, deflateSync } from 'node:zlib'
import { draw } from '../imaging/pictures.ts'
import {
  box,
  chunk,
  full,
  hasFfmpeg,
  makeHeic,
  makeLetter,
  makeMp4,
  makePdf,
  makeVoice,
  makeWebm,
  makeZip,
  withTexts,
  xmpOf,
} from './files.ts'

export type Hostile = readonly [name: string, content: Buffer]

/** The same numbers every time (xorshift32). */
export const makeDice = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const u32 = (...values: readonly number[]): Buffer => {
  const out = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => out.writeUInt32BE(value >>> 0, i * 4))
  return out
}
const header = (width: number, height: number, kind = 0): Buffer =>
  Buffer.concat([u32(width, height), Buffer.from([8, kind, 0, 0, 0])])
const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))])

/** A whole PNG of black pixels, written without ever having them: one packed piece, again and again. */
const bomb = (width: number, height: number): Buffer => {
  const length = height * (width + 1)
  const piece = 1_048_576
  const packed = deflateRawSync(Buffer.alloc(piece), { level: 9, finishFlush: constants.Z_FULL_FLUSH })
  const rest = deflateRawSync(Buffer.alloc(length % piece), { level: 9 })
  const sum = u32((length % 65_521) * 65_536 + 1)
  const pieces = Array.from({ length: Math.floor(length / piece) }, () => packed)
  return png(
    chunk('IHDR', header(width, height)),
    chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, rest, sum])),
  )
}

/** `content` with the two numbers after `marker` changed. */
const resized = (content: Buffer, marker: Buffer, skip: number, ...sides: readonly Buffer[]): Buffer => {
  const out = Buffer.from(content)
  const at = out.indexOf(marker)
  if (at < 0) throw new Error('no such marker')
  Buffer.concat(sides).copy(out, at + marker.length + skip)
  return out
}
const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255])

const entities = (prolog: string): string =>
  `${prolog}<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'
    .split('')
    .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]};`.repeat(10)}">`)
    .join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&j;</text></svg>`

const TREE = '<< /Type /Catalog /Pages 2 0 R >>'
const page = (more: string): string => `<< /Type /Page /Parent 2 0 R ${more} >>`
const streamOf = (dictionary: string, data: string): string =>
  `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`

const documents = (): readonly Hostile[] => {
  const zeros = deflateSync(Buffer.alloc(20_000_000)).toString('latin1')
  const deep = Array.from({ length: 200 }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`)
  return [
    ['a page tree that holds itself', makePdf([TREE, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'])],
    [
      'a page tree of two that hold each other',
      makePdf([
        TREE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Pages /Kids [2 0 R] /Count 1 >>',
      ]),
    ],
    [
      'two milliards of pages',
      makePdf([TREE, '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>', page('/MediaBox [0 0 10 10]')]),
    ],
    [
      'minus one page',
      makePdf([TREE, '<< /Type /Pages /Kids [3 0 R] /Count -1 >>', page('/MediaBox [0 0 10 10]')]),
    ],
    ['a tree of 200 levels', makePdf([TREE, ...deep, page('/MediaBox [0 0 10 10]')])],
    [
      'a page as large as a city',
      makePdf([TREE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('/MediaBox [0 0 1e12 1e12]')]),
    ],
    [
      'a page of no size',
      makePdf([TREE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('/MediaBox [0 0 0 0]')]),
    ],
    [
      'a page thinner than a hair',
      makePdf([TREE, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('/MediaBox [0 0 100000 0.001]')]),
    ],
    [
      'a form that draws itself',
      makePdf([
        TREE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page('/MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
        streamOf('', '/F Do'),
        streamOf(
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>',
          '/F Do /F Do',
        ),
      ]),
    ],
    [
      'content that unfolds to 20 MB of nothing',
      makePdf([
        TREE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page('/MediaBox [0 0 100 100] /Contents 4 0 R'),
        streamOf('/Filter /FlateDecode', zeros),
      ]),
    ],
    [
      'a picture of 60,000 x 60,000',
      makePdf([
        TREE,
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        page('/MediaBox [0 0 100 100] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
        streamOf('', '100 0 0 100 0 0 cm /F Do'),
        streamOf(
          '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
          zeros,
        ),
      ]),
    ],
    [
      'a lock nobody can open',
      makePdf(
        [TREE, '<< /Type /Pages /Kids [] /Count 0 >>'],
        '/Encrypt << /Filter /Standard /V 9 /R 9 /O (x) /U (y) /P -1 >>',
      ),
    ],
    [
      'a lock with a password',
      makePdf(
        [TREE, '<< /Type /Pages /Kids [] /Count 0 >>'],
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
      ),
    ],
    ['a table that comes before itself', makePdf([TREE, '<< /Type /Pages /Kids [] /Count 0 >>'], '/Prev 9')],
    ['a table that is not there', Buffer.from('%PDF-1.4\nstartxref\n999999999999\n%%EOF')],
    ['only the name of a PDF', Buffer.from('%PDF-1.7\n')],
    ['3,000 brackets', makePdf(['['.repeat(3_000), '<< '.repeat(3_000)])],
    ['400 pages', makeLetter(400)],
  ]
}

const movies = (): readonly Hostile[] => {
  const type = box('ftyp', Buffer.from('isom\0\0\0\0isommp42', 'latin1'))
  const sized = (size: number, name: string, ...more: readonly Buffer[]): Buffer =>
    Buffer.concat([u32(size), Buffer.from(name), ...more])
  const nested = (depth: number): Buffer => (depth === 0 ? Buffer.alloc(0) : box('moov', nested(depth - 1)))
  const withMoov = (...bodies: readonly Buffer[]): Buffer => Buffer.concat([type, box('moov', ...bodies)])
  return [
    ['a box of size 0', Buffer.concat([type, sized(0, 'moov', Buffer.alloc(100))])],
    [
      'boxes of size 0 in boxes of size 0',
      Buffer.concat([type, sized(0, 'moov', sized(0, 'trak', sized(0, 'mdia')))]),
    ],
    ['a box of a long size that is nothing', Buffer.concat([type, sized(1, 'moov', u32(0, 0))])],
    [
      'a box of a long size beyond all',
      Buffer.concat([type, sized(1, 'mdat', u32(0xffffffff, 0xffffffff), Buffer.alloc(50))]),
    ],
    ['a box of size 1 that ends there', Buffer.concat([type, sized(1, 'moov')])],
    ['a box of size 7', Buffer.concat([type, sized(7, 'moov', Buffer.alloc(100))])],
    ['a box of 4 GB', Buffer.concat([type, sized(0xffffffff, 'moov', Buffer.alloc(100))])],
    ['60 boxes in each other', Buffer.concat([type, nested(60)])],
    ['20,000 empty boxes', Buffer.concat([type, ...Array.from({ length: 20_000 }, () => box('free'))])],
    [
      '2,000 tracks',
      withMoov(...Array.from({ length: 2_000 }, () => box('trak', box('mdia', full('hdlr', 0))))),
    ],
    ['a head of three bytes', withMoov(box('mvhd', Buffer.from([1, 0, 0])))],
    ['a head that counts in no unit', withMoov(full('mvhd', 0, u32(1, 1, 0, 0xffffffff)))],
    [
      'a head with a long length',
      withMoov(full('mvhd', 1, Buffer.alloc(16, 0xff), u32(1, 0xffffffff, 0xffffffff))),
    ],
    [
      'samples that are described by nothing',
      withMoov(box('trak', box('mdia', box('minf', box('stbl', full('stsd', 0, u32(0xffffffff))))))),
    ],
    ['a type and nothing else', type],
    [
      'names that are no names',
      Buffer.concat([type, sized(16, '\u0000\u0001\u0002\u0003', Buffer.alloc(8))]),
    ],
  ]
}

const oddities = async (): Promise<readonly Hostile[]> => {
  const jpeg = await draw(64, 48).jpeg().toBuffer()
  const small = await draw(16, 16).png().toBuffer()
  const webp = await draw(64, 48).webp().toBuffer()
  const gif = await draw(64, 48).gif().toBuffer()
  const dice = makeDice(7)
  const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => dice(256)))
  const app = (marker: number, data: Buffer): Buffer =>
    Buffer.concat([
      jpeg.subarray(0, 2),
      Buffer.from([0xff, marker]),
      u16(data.length + 2),
      data,
      jpeg.subarray(2),
    ])
  const loop = Buffer.concat([
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    u32(8),
    u16(2),
    u16(0x8769),
    u16(4),
    u32(1, 8),
    u16(0x010f),
    u16(2),
    u32(0xffffffff, 8),
    u32(8),
  ])
  const page = (flags: number, position: bigint, segments: number): Buffer => {
    const head = Buffer.alloc(27)
    head.write('OggS', 0, 'latin1')
    head[5] = flags
    head.writeBigUInt64LE(position, 6)
    head[26] = segments
    return Buffer.concat([head, Buffer.alloc(segments, 255)])
  }
  const hello = Buffer.from('OpusHead\u0001\u0001\0\0\u0080»\0\0\0\0\0', 'latin1')
  const ogg = (...pages: readonly Buffer[]): Buffer =>
    Buffer.concat([page(2, 0n, 1).fill(19, 27), hello, ...pages])
  const tail = Buffer.from('PK\u0005\u0006'.padEnd(22, '\u00ff').slice(0, 20) + '\0\0', 'latin1')
  return [
    ['nothing', Buffer.alloc(0)],
    ['one zero', Buffer.alloc(1)],
    ['one byte', Buffer.from([0xff])],
    ['64 KB of zeros', Buffer.alloc(65_536)],
    ['64 KB of ones', Buffer.alloc(65_536, 0xff)],
    ['64 KB of noise', noise(65_536)],
    ['a bomb of 30,000 x 30,000', bomb(30_000, 30_000)],
    ['a bomb of 9,000 x 9,000', bomb(9_000, 9_000)],
    [
      'a PNG that says 4,294,967,295 x 1',
      png(chunk('IHDR', header(0xffffffff, 1)), chunk('IDAT', deflateSync(Buffer.alloc(9)))),
    ],
    ['a PNG that says 0 x 0', png(chunk('IHDR', header(0, 0)), chunk('IDAT', deflateSync(Buffer.alloc(9))))],
    [
      'a PNG with a chunk of 4 GB',
      Buffer.concat([small.subarray(0, 33), u32(0xffffffff), Buffer.from('tEXtx')]),
    ],
    [
      'a PNG whose text unfolds to 100 MB',
      withTexts(small, [['parameters', '\0'.repeat(100_000_000), 'zTXt']]),
    ],
    [
      'a PNG of 5,000 texts',
      withTexts(
        small,
        Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 'v'] as const),
      ),
    ],
    [
      'a PNG whose keys are names of objects',
      withTexts(small, [
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['toString', 'z'],
        ['parameters', 'w'],
      ]),
    ],
    [
      'a PNG with half a statement',
      Buffer.concat([
        small.subarray(0, 33),
        chunk('caBX', Buffer.from('\0\0\0\u00ffjumb\0\0\0\u001ejumdc2pa', 'latin1')),
        small.subarray(33),
      ]),
    ],
    [
      'a PNG with a statement of noise',
      Buffer.concat([small.subarray(0, 33), chunk('caBX', noise(5_000)), small.subarray(33)]),
    ],
    [
      'a JPEG that says 65,500 x 65,500',
      resized(jpeg, Buffer.from([0xff, 0xc0]), 3, u16(65_500), u16(65_500)),
    ],
    ['a JPEG that says 0 x 0', resized(jpeg, Buffer.from([0xff, 0xc0]), 3, u16(0), u16(0))],
    [
      'a JPEG with a statement of noise',
      app(0xeb, Buffer.concat([Buffer.from('JP\0\u0001\0\0\0\u0001', 'latin1'), noise(2_000)])),
    ],
    [
      'a JPEG with a statement of huge boxes',
      app(
        0xeb,
        Buffer.from(
          'JP\0\u0001\0\0\0\u0001\u00ff\u00ff\u00ff\u00ffjumb\u00ff\u00ff\u00ff\u00ffjumdc2pa',
          'latin1',
        ),
      ),
    ],
    ['a JPEG whose EXIF goes in circles', app(0xe1, loop)],
    [
      'a JPEG with EXIF of noise',
      app(0xe1, Buffer.concat([Buffer.from('Exif\0\0II*\0', 'latin1'), noise(4_000)])),
    ],
    [
      'a JPEG with XMP of brackets',
      app(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${'<x:xmpmeta><a '.repeat(4_000)}`, 'latin1')),
    ],
    ['a JPEG with a page in its comment', app(0xfe, Buffer.from('<html><script>alert(1)</script>'))],
    ['a JPEG and an archive', Buffer.concat([jpeg, makeZip(1_000)])],
    ['a JPEG and a PDF', Buffer.concat([jpeg, makeLetter(1)])],
    ['a JPEG and a program', Buffer.concat([jpeg, Buffer.from('MZ\u0090\0'.padEnd(512, '\0'), 'latin1')])],
    ['300 JPEGs in one', Buffer.concat(Array.from({ length: 300 }, () => jpeg))],
    [
      'a GIF and a page',
      Buffer.concat([
        Buffer.from('GIF89a/*', 'latin1'),
        Buffer.alloc(50),
        Buffer.from('*/=1;<script>alert(1)</script>'),
      ]),
    ],
    ['a GIF that says 65,535 x 65,535', resized(gif, Buffer.from('GIF89a'), 0, Buffer.alloc(4, 0xff))],
    [
      'a GIF of 20,000 frames',
      Buffer.concat([
        gif.subarray(0, 13),
        Buffer.alloc(3 * 2 ** ((gif[10]! & 7) + 1)),
        ...Array.from({ length: 20_000 }, () =>
          Buffer.from([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]),
        ),
        Buffer.from([0x3b]),
      ]),
    ],
    ['a WebP that says 4 GB', resized(webp, Buffer.from('RIFF'), 0, Buffer.alloc(4, 0xff))],
    ['a WebP that says nothing', resized(webp, Buffer.from('RIFF'), 0, Buffer.alloc(4))],
    [
      'a WebP of 16,777,216 x 16,777,216',
      Buffer.concat([
        Buffer.from('RIFF\u0016\0\0\0WEBPVP8X\u000a\0\0\0', 'latin1'),
        Buffer.alloc(4),
        Buffer.alloc(6, 0xff),
      ]),
    ],
    ['an SVG whose entities unfold to gigabytes', Buffer.from(entities('<?xml version="1.0"?>'))],
    ['the same without its first line', Buffer.from(entities(''))],
    [
      'an SVG that reads a file',
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
      ),
    ],
    [
      'an SVG of 100,000 x 100,000',
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="100000"><rect width="9" height="9"/></svg>',
      ),
    ],
    ['a playlist', Buffer.from('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nfile:///etc/passwd\n')],
    ['a list of files', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
    ['an archive of 50 MB of zeros', makeZip(50_000_000)],
    ['an archive of four milliards of entries', tail],
    ['an archive with a comment that is another', Buffer.concat([makeZip(10), tail])],
    ['an archive without a beginning', makeZip(1_000).subarray(40)],
    ['an Ogg of empty pages', ogg(...Array.from({ length: 5_000 }, (_, i) => page(0, BigInt(i), 0)))],
    ['an Ogg of pages that end nowhere', ogg(page(0, 5n, 255), page(4, 0xfffffffffffffffen, 255))],
    [
      'an Ogg of a thousand streams',
      ogg(
        ...Array.from({ length: 1_000 }, (_, i) => resized(page(2, 1n, 0), Buffer.from('OggS'), 10, u32(i))),
      ),
    ],
    ['an Ogg of noise', ogg(noise(3_000))],
    ['a name of an Ogg', Buffer.from('OggS')],
    [
      'a Matroska of noise',
      Buffer.concat([
        Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84]),
        Buffer.from('webm'),
        noise(3_000),
      ]),
    ],
    [
      'a WAV that says 4 GB',
      Buffer.concat([
        Buffer.from('RIFF\u00ff\u00ff\u00ff\u00ffWAVEfmt \u00ff\u00ff\u00ff\u00ff', 'latin1'),
        noise(200),
      ]),
    ],
    [
      'an MP3 of noise',
      Buffer.concat([Buffer.from('ID3\u0004\0\0\u007f\u007f\u007f\u007f', 'latin1'), noise(3_000)]),
    ],
    ['an AVI of noise', Buffer.concat([Buffer.from('RIFF\u00ff\0\0\0AVI LIST', 'latin1'), noise(3_000)])],
    [
      'a TIFF that goes in circles',
      Buffer.concat([Buffer.from('II*\0\u0008\0\0\0\0\0\u0008\0\0\0', 'latin1'), Buffer.alloc(20)]),
    ],
    [
      'a DjVu',
      Buffer.concat([Buffer.from('AT&TFORM\0\0\0\u0040DJVUANTa\0\0\0\u0010(metadata "\\c${id}")', 'latin1')]),
    ],
    ['a PostScript', Buffer.from('%!PS-Adobe-3.0\n(/etc/passwd) run\n')],
    [
      'an XMP that unfolds',
      await draw(16, 16)
        .withXmp(xmpOf(`trainedAlgorithmicMedia</a>${'<b>'.repeat(5_000)}`))
        .jpeg()
        .toBuffer(),
    ],
  ]
}

/** Whole files that are twisted and cut. */
export const wholes = async (): Promise<readonly Hostile[]> => [
  [
    'jpeg',
    await draw(96, 64)
      .withExifMerge({ IFD0: { Make: 'Test Camera' } })
      .jpeg()
      .toBuffer(),
  ],
  ['progressive jpeg', await draw(96, 64).jpeg({ progressive: true }).toBuffer()],
  ['png', await draw(96, 64).png().toBuffer()],
  ['webp', await draw(96, 64).webp().toBuffer()],
  ['gif', await draw(96, 64).gif().toBuffer()],
  ['avif', await draw(96, 64).avif({ effort: 0 }).toBuffer()],
  ['pdf', makeLetter(2)],
  ['zip', makeZip(10_000)],
  ...(hasFfmpeg
    ? ([
        ['mp4', makeMp4()],
        ['webm', makeWebm()],
        ['ogg', makeVoice()],
        ['heic', makeHeic()],
      ] as const)
    : []),
]

/** A few bytes changed, more often near the start, where the structure is. */
export const twist = (whole: Buffer, dice: (below: number) => number): Buffer => {
  const twisted = Buffer.from(whole)
  for (let n = 1 + dice(6); n > 0; n--) {
    const at = dice(dice(2) === 0 ? Math.min(whole.length, 600) : whole.length)
    twisted[at] = dice(3) === 0 ? dice(256) : twisted[at]! ^ (1 << dice(8))
  }
  return twisted
}

const TWISTS = 16
const CUTS = 8

export const makeHostile = async (): Promise<readonly Hostile[]> => {
  const dice = makeDice(20_261_124)
  const made: Hostile[] = [...(await oddities()), ...movies(), ...documents()]
  for (const [name, whole] of await wholes()) {
    for (let n = 0; n < TWISTS; n++) made.push([`${name}, twisted ${n}`, twist(whole, dice)])
    for (let n = 0; n < CUTS; n++)
      made.push([
        `${name}, cut ${n}`,
        whole.subarray(0, n < 3 ? [4, 20, whole.length - 1][n] : 1 + dice(whole.length - 1)),
      ])
  }
  return made
}
