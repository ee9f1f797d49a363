import type { Document, Page } from 'mupdf'
import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts, notComputed } from '../facts.ts'
import { PICTURE_SIDE } from '../protocol.ts'
import type { Made, Parts, Reply } from '../protocol.ts'
import { isFault } from './fault.ts'
import type { File } from './file.ts'
import { blur } from './shrink.ts'

/** Pages that are shown. */
const MAX_PAGES = 3

/** Compiled when the first PDF comes: it takes a tenth of a second. */
const load = () => import('mupdf')

const open = async (bytes: Uint8Array): Promise<Document> =>
  (await load()).Document.openDocument(bytes, 'application/pdf')

export const readPdf = async (file: File, tool: string): Promise<Examination> => {
  const bytes = file.whole()
  if (bytes === undefined) return notComputed('container', tool, 'too_large')
  try {
    using document = disposable(await open(bytes))
    const facts = makeFacts()
    const { value } = document
    facts.put('version', value.getMetaData('format'))
    const encryption = value.getMetaData('encryption')
    facts.put('encrypted', encryption !== undefined && encryption !== '' && encryption !== 'None')
    facts.put('encryption', encryption)
    facts.put('needsPassword', value.needsPassword())
    if (!value.needsPassword()) facts.put('pages', value.countPages())
    facts.put('producer', value.getMetaData('info:Producer'))
    facts.put('creator', value.getMetaData('info:Creator'))
    facts.put('created', value.getMetaData('info:CreationDate'))
    facts.put('modified', value.getMetaData('info:ModDate'))
    return { aspect: 'container', found: 'found', tool, facts: facts.all() }
  } catch (error) {
    if (isFault(error)) throw error
    return notComputed('container', tool, 'damaged')
  }
}

const disposable = <T extends { destroy: () => void }>(
  value: T,
): { readonly value: T; [Symbol.dispose]: () => void } => ({
  value,
  [Symbol.dispose]: () => value.destroy(),
})

const renderPage = async (page: Page, index: number, tool: string): Promise<Made | undefined> => {
  const { ColorSpace } = await load()
  const [left, top, right, bottom] = page.getBounds()
  const longest = Math.max(right - left, bottom - top)
  if (!(Math.min(right - left, bottom - top) > 0) || !Number.isFinite(longest)) return undefined
  const scale = Math.min(PICTURE_SIDE / longest, PICTURE_SIDE)
  using pixmap = disposable(page.toPixmap([scale, 0, 0, scale, 0, 0], ColorSpace.DeviceRGB, false, true))
  const { value } = pixmap
  const width = value.getWidth()
  const height = value.getHeight()
  // Rounding may add a pixel; anything else is not what was asked for.
  if (
    width < 1 ||
    height < 1 ||
    width > PICTURE_SIDE + 2 ||
    height > PICTURE_SIDE + 2 ||
    value.getStride() !== width * 3
  )
    return undefined
  const picture = await blur({ data: Uint8Array.from(value.getPixels()), width, height, channels: 3 })
  return { what: 'page', index, ...picture, tool }
}

export const renderPages = async (file: File, parts: Parts): Promise<Reply> => {
  const tool = `${parts.mupdf}, ${parts.sharp}`
  const bytes = file.whole()
  if (bytes === undefined) return { results: [notComputed('rendering', tool, 'too_large')], pictures: [] }
  const pictures: Made[] = []
  try {
    using document = disposable(await open(bytes))
    const { value } = document
    if (value.needsPassword())
      return { results: [notComputed('rendering', tool, 'unsupported')], pictures: [] }
    const count = value.countPages()
    for (let index = 0; index < Math.min(count, MAX_PAGES); index += 1) {
      using page = disposable(value.loadPage(index))
      const picture = await renderPage(page.value, index, tool)
      if (picture !== undefined) pictures.push(picture)
    }
  } catch (error) {
    if (isFault(error)) throw error
  }
  if (pictures.length === 0) return { results: [notComputed('rendering', tool, 'damaged')], pictures }
  return {
    results: [{ aspect: 'rendering', found: 'found', tool, facts: { pages: pictures.length } }],
    pictures,
  }
}
