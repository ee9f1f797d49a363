import { pdqOf, type Pdq } from '../../../../core/base/fingerprint/pdq.ts'
import { gatherRaster } from '../../../../core/base/fingerprint/raster.ts'
import { makePlain } from './plain.ts'

/** What the page computes of a file: all that is sent of it. */
export type Seen = { readonly sha256: string; readonly pdq?: Pdq }

/** Larger files would have to be in memory whole; phones give a page some hundred megabytes. */
const LARGEST_FILE = 256 * 1_048_576

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 16 ? '0' : '') + byte.toString(16)).join('')

const bitmapOf = async (source: Blob | ImageData): Promise<ImageBitmap> => {
  try {
    return await createImageBitmap(source, {
      imageOrientation: 'none',
      colorSpaceConversion: 'none',
      premultiplyAlpha: 'none',
    })
  } catch {
    // Older browsers know no such wishes; what they are for was mostly cut out of the file already.
    return createImageBitmap(source)
  }
}

/** Gives row after row as numbers, without ever holding the whole picture a second time. */
const makeReader = (bitmap: ImageBitmap): ((y: number) => Uint8ClampedArray) => {
  const canvas = document.createElement('canvas')
  canvas.width = bitmap.width
  canvas.height = 1
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('no canvas')
  pen.imageSmoothingEnabled = false
  pen.globalCompositeOperation = 'copy'
  return (y) => {
    pen.drawImage(bitmap, 0, y, bitmap.width, 1, 0, 0, bitmap.width, 1)
    return pen.getImageData(0, 0, bitmap.width, 1).data
  }
}

/**
 * Some browsers answer with noise when a page reads pixels, to hide which device it is. Then
 * nothing that we compute would be true.
 */
const seesTrue = async (): Promise<boolean> => {
  const known = new ImageData(64, 1)
  for (let i = 0; i < known.data.length; i += 1) known.data[i] = i % 4 === 3 ? 255 : (i * 37) % 256
  const bitmap = await bitmapOf(known)
  const read = makeReader(bitmap)(0)
  bitmap.close()
  return known.data.every((value, i) => read[i] === value)
}

const pdqIn = async (bytes: Uint8Array, type: string): Promise<Pdq | undefined> => {
  try {
    if (!(await seesTrue())) return undefined
    const { blob, grey } = makePlain(bytes, type)
    const bitmap = await bitmapOf(blob)
    const readRow = makeReader(bitmap)
    try {
      if (!grey) return pdqOf(gatherRaster(bitmap.width, bitmap.height, 4, readRow))
      return pdqOf(
        gatherRaster(bitmap.width, bitmap.height, 1, (y) => readRow(y).filter((_, i) => i % 4 === 0)),
      )
    } finally {
      bitmap.close()
    }
  } catch {
    // Not a picture, or none that this browser opens: its SHA-256 is worth something by itself.
    return undefined
  }
}

/** Browsers give `crypto.subtle` to pages over https and on the machine itself alone. */
export const canSee = (): boolean => 'subtle' in crypto && 'createImageBitmap' in window

/** Nothing where the file cannot be read at all. */
export const seeFile = async (file: File): Promise<Seen | undefined> => {
  if (file.size === 0 || file.size > LARGEST_FILE) return undefined
  try {
    const content = await new Response(file).arrayBuffer()
    const bytes = new Uint8Array(content)
    const sha256 = hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', content)))
    const pdq = file.type.slice(0, 6) === 'image/' ? await pdqIn(bytes, file.type) : undefined
    return pdq === undefined ? { sha256 } : { sha256, pdq }
  } catch {
    return undefined
  }
}
