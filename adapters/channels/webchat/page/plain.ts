/**
 * Pictures are compared by the numbers that stand in their files, so a browser must neither turn
 * one upright nor convert its colours. Not every browser can be asked not to; what tells it to do
 * so is left out of the copy that it decodes. The file itself is only read.
 */

const JPEG_START = 0xffd8
/** EXIF and XMP, and colour profiles. */
const JPEG_LEFT_OUT = [0xe1, 0xe2]
const JPEG_SCAN = 0xda
/** Start of a frame; three markers of the range mean something else. */
const JPEG_FRAMES = [0xc0, 0xcf] as const
const JPEG_NO_FRAMES = [0xc4, 0xc8, 0xcc]
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_LEFT_OUT = ['iCCP', 'gAMA', 'cHRM', 'sRGB', 'cICP', 'mDCV', 'cLLI', 'eXIf']
/** Place of the colour type: 0 is grey, 4 grey with transparency. */
const PNG_COLOUR = 25
/** Length, type and check sum of a chunk. */
const PNG_FRAME = 12

/** Those parts of `bytes` that lie between `cuts`, which are in order. */
const withoutParts = (
  bytes: Uint8Array,
  cuts: readonly (readonly [start: number, end: number])[],
): BlobPart[] => {
  const parts: BlobPart[] = []
  let from = 0
  for (const [start, end] of cuts) {
    parts.push(bytes.slice(from, start))
    from = end
  }
  parts.push(bytes.slice(from))
  return parts
}

/**
 * Where something is left out, and whether the picture is grey: then it has one number a pixel,
 * which a browser shows three times.
 */
type Anatomy = { readonly cuts: readonly (readonly [start: number, end: number])[]; readonly grey: boolean }

const anatomyOfJpeg = (view: DataView): Anatomy => {
  const cuts: (readonly [number, number])[] = []
  let grey = false
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === JPEG_SCAN) break
    const end = at + 2 + view.getUint16(at + 2)
    if (end > view.byteLength) break
    if (JPEG_LEFT_OUT.indexOf(marker) !== -1) cuts.push([at, end])
    const isFrame =
      marker >= JPEG_FRAMES[0] && marker <= JPEG_FRAMES[1] && JPEG_NO_FRAMES.indexOf(marker) === -1
    if (isFrame && at + 9 < end) grey = view.getUint8(at + 9) === 1
    at = end
  }
  return { cuts, grey }
}

const anatomyOfPng = (view: DataView): Anatomy => {
  const cuts: (readonly [number, number])[] = []
  let at = PNG_START.length
  while (at + PNG_FRAME <= view.byteLength) {
    const end = at + PNG_FRAME + view.getUint32(at)
    const type = String.fromCharCode(
      view.getUint8(at + 4),
      view.getUint8(at + 5),
      view.getUint8(at + 6),
      view.getUint8(at + 7),
    )
    if (end > view.byteLength) break
    if (PNG_LEFT_OUT.indexOf(type) !== -1) cuts.push([at, end])
    at = end
  }
  const colour = view.byteLength > PNG_COLOUR ? view.getUint8(PNG_COLOUR) : undefined
  return { cuts, grey: colour === 0 || colour === 4 }
}

export const makePlain = (
  bytes: Uint8Array,
  type: string,
): { readonly blob: Blob; readonly grey: boolean } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = PNG_START.every((value, i) => bytes[i] === value)
  const isJpeg = bytes.length > 2 && view.getUint16(0) === JPEG_START
  const { cuts, grey } = isPng ? anatomyOfPng(view) : isJpeg ? anatomyOfJpeg(view) : { cuts: [], grey: false }
  return { blob: new Blob(withoutParts(bytes, cuts), { type }), grey }
}
