import type { Examination } from '../../../core/base/examination.ts'
import { makeFacts, notComputed } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { softwareIn, SOURCE_TYPES, TEXT_KEYS, TEXT_PATTERNS } from '../generators.ts'
import { isBoxed, isPdf, isPicture, signedAs } from '../kinds.ts'
import type { Parts, ExaminationQuestion, Reply } from '../protocol.ts'
import type { File } from './file.ts'
import { readTags } from './metadata.ts'
import type { Tags } from './metadata.ts'
import { readPackets, readTexts } from './texts.ts'
import type { Text } from './texts.ts'

/** Fields that name what made a picture, not what a person wrote about it. */
const SOFTWARE_TAGS: ReadonlySet<string> = new Set([
  'Software',
  'ProcessingSoftware',
  'CreatorTool',
  'Make',
  'Model',
  'HostComputer',
  'Credit',
  'Source',
  'OriginatingProgram',
])
const TEXT_TAGS: ReadonlySet<string> = new Set([
  'UserComment',
  'ImageDescription',
  'Caption',
  'description',
  'Description',
])
const SOURCE_TYPE = /digitalsourcetype\/(\w{1,60})/gi
const XMP_TOOL = /(?:CreatorTool|Credit|Software)(?:="|>)([^"<]{1,200})/g
const MAX_SCANNED = 65_536

const leaves = (tags: unknown, depth = 0): readonly (readonly [string, string])[] =>
  typeof tags === 'object' && tags !== null && depth < 4
    ? Object.entries(tags).flatMap(([key, value]): readonly (readonly [string, string])[] =>
        typeof value === 'string' ? [[key, value.slice(0, MAX_SCANNED)]] : leaves(value, depth + 1),
      )
    : []

const markText = (facts: Facts, where: string, text: string): void => {
  for (const [name, pattern] of TEXT_PATTERNS) {
    if (!pattern.test(text.slice(0, MAX_SCANNED))) continue
    facts.put(`${where}.tool`, name)
    facts.put(where, text)
  }
}

const markSoftware = (facts: Facts, where: string, text: string): void => {
  const name = softwareIn(text)
  if (name === undefined) return
  facts.put(`${where}.tool`, name)
  facts.put(where, text)
}

const markChunks = (facts: Facts, texts: readonly Text[]): void => {
  for (const { key, text } of texts) {
    const tool = Object.hasOwn(TEXT_KEYS, key) ? TEXT_KEYS[key] : undefined
    if (tool !== undefined) {
      facts.put(`png.${key}.tool`, tool)
      facts.put(`png.${key}`, text)
    } else if (SOFTWARE_TAGS.has(key)) markSoftware(facts, `png.${key}`, text)
    else markText(facts, `png.${key}`, text)
  }
}

const markPackets = (facts: Facts, packets: readonly string[]): void => {
  for (const packet of packets) {
    for (const [, type = ''] of packet.matchAll(SOURCE_TYPE))
      if (SOURCE_TYPES.has(type)) facts.put('xmp.DigitalSourceType', type)
    for (const [, tool = ''] of packet.matchAll(XMP_TOOL)) markSoftware(facts, 'xmp.Software', tool)
    markText(facts, 'xmp.text', packet)
  }
}

const markTags = (facts: Facts, tags: Tags | undefined): void => {
  for (const [key, text] of leaves(tags)) {
    if (SOFTWARE_TAGS.has(key)) markSoftware(facts, `tag.${key}`, text)
    else if (TEXT_TAGS.has(key)) markText(facts, `tag.${key}`, text)
  }
}

/** What a signed statement says of it, and whether that statement holds. */
const markStatement = (facts: Facts, provenance: ExaminationQuestion['provenance']): boolean => {
  if (provenance?.found !== 'found' && provenance?.found !== 'broken') return false
  const said = (key: string): string => String(provenance.facts[key] ?? '')
  const types = said('digitalSourceType')
    .split(', ')
    .filter((type) => SOURCE_TYPES.has(type))
  const tool = softwareIn(said('softwareAgent')) ?? softwareIn(said('generator'))
  if (types.length === 0 && tool === undefined) return false
  facts.put('c2pa.state', provenance.found)
  facts.put('c2pa.digitalSourceType', types.join(', '))
  facts.put('c2pa.tool', tool)
  return true
}

export const readGeneration = async (
  file: File,
  { mime, provenance }: ExaminationQuestion,
  parts: Parts,
): Promise<Reply> => {
  const tool = parts.reader
  if (!isPicture(mime) && !isBoxed(mime) && !isPdf(mime) && signedAs(mime) === undefined)
    return { results: [notComputed('generation', tool, 'unsupported')], pictures: [] }
  const facts = makeFacts()
  const bytes = file.whole()
  // A damaged head hides tags, not the marks that stand elsewhere.
  const tags = bytes === undefined ? undefined : await readTags(bytes, mime).catch(() => undefined)
  const texts = readTexts(file, mime)
  markChunks(facts, texts)
  markPackets(facts, readPackets(file, texts))
  markTags(facts, tags)
  const isMarked = !facts.isEmpty()
  const isStated = markStatement(facts, provenance)
  const found: Examination['found'] =
    isMarked || (isStated && provenance?.found === 'found') ? 'found' : isStated ? 'broken' : 'none'
  return { results: [{ aspect: 'generation', found, tool, facts: facts.all() }], pictures: [] }
}
