import sharp from 'sharp'
import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts, notComputed } from '../facts.ts'
import { isArchive, isBoxed, isHeic, isOgg, isPdf, isPicture } from '../kinds.ts'
import type { Parts, ExaminationQuestion, Reply } from '../protocol.ts'
import { readBoxes } from './boxes.ts'
import type { File } from './file.ts'
import { readOgg } from './ogg.ts'
import { readPdf } from './pdf.ts'
import { findArchive } from './zip.ts'

const TIMEOUT_SECONDS = 8

/** Of the header only: nothing is decoded, so a bomb may name its size. */
const readPicture = async (file: File, tool: string): Promise<Examination> => {
  const bytes = file.whole()
  if (bytes === undefined) return notComputed('container', tool, 'too_large')
  try {
    const seen = await sharp(bytes, { limitInputPixels: false, failOn: 'error' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .metadata()
    const facts = makeFacts()
    const {
      format,
      compression,
      width,
      height,
      pages = 1,
      space,
      depth,
      hasAlpha,
      isProgressive,
      orientation,
      density,
      chromaSubsampling,
    } = seen
    facts.put('format', format)
    facts.put('compression', compression)
    facts.put('width', width)
    facts.put('height', height)
    facts.put('frames', pages)
    facts.put('space', space)
    facts.put('depth', depth)
    facts.put('alpha', hasAlpha)
    facts.put('progressive', isProgressive)
    facts.put('orientation', orientation)
    facts.put('density', density)
    facts.put('subsampling', chromaSubsampling)
    facts.put('profile', seen.hasProfile)
    return { aspect: 'container', found: 'found', tool, facts: facts.all() }
  } catch {
    return notComputed('container', tool, 'damaged')
  }
}

const readZip = (file: File, tool: string): Examination => {
  const archive = findArchive(file)
  if (archive === undefined) return notComputed('container', tool, 'damaged')
  const { entries, declaredBytes, packedBytes, encrypted, damaged } = archive
  const facts = makeFacts()
  facts.put('entries', entries)
  facts.put('declaredBytes', declaredBytes)
  facts.put('packedBytes', packedBytes)
  facts.put('encryptedEntries', encrypted)
  return { aspect: 'container', found: damaged ? 'broken' : 'found', tool, facts: facts.all() }
}

export const readContainer = async (
  file: File,
  { mime }: ExaminationQuestion,
  parts: Parts,
): Promise<Reply> => {
  const results: Examination[] = []
  if (isPicture(mime) || isHeic(mime)) results.push(await readPicture(file, parts.sharp))
  if (isBoxed(mime)) results.push(readBoxes(file, parts.reader))
  if (isOgg(mime)) results.push(readOgg(file, parts.reader))
  if (isPdf(mime)) results.push(await readPdf(file, parts.mupdf))
  if (isArchive(mime)) results.push(readZip(file, parts.reader))
  if (results.length === 0) results.push(notComputed('container', parts.reader, 'unsupported'))
  return { results, pictures: [] }
}
