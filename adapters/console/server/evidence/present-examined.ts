import type { EvidenceState } from '../../../../core/model/exhibits.ts'
import type { Aspect, Examination as Result } from '../../../../core/base/examination.ts'
import type { Examination, Examined, Place } from '../../contract/evidence.ts'
import { isWritten } from '../../../../core/base/message.ts'

type Sealed = Extract<EvidenceState, { readonly status: 'sealed' }>
type Facts = readonly (readonly [name: string, value: string | number])[]
type Reading = { found: Result['found']; why?: NonNullable<Result['why']> }

/**
 * Keys as tools write them: `exif.DateTimeOriginal`, `EXIF:DateTimeOriginal`. The last part names the field.
 */
const fieldOf = (name: string): string => (name.split(/[.:]/).at(-1) ?? name).toLowerCase()
const PLACE = /gps|latitude|longitude|location|iso6709|geotag|sublocation|\bcity\b/i

/**
 * The worst that holds: something broken outweighs what was found, that outweighs nothing found, and nobody
 * having looked comes last.
 */
const WEIGHT = { broken: 3, found: 2, none: 1, not_computed: 0 } as const satisfies Record<
  Result['found'],
  number
>

const resultsOf = (item: Sealed, aspect: Aspect): readonly Result[] =>
  (item.examined ?? []).filter((one) => one.aspect === aspect)

const readingOf = (results: readonly Result[]): Reading => {
  const [worst] = results.toSorted((a, b) => WEIGHT[b.found] - WEIGHT[a.found])
  if (worst === undefined) return { found: 'not_computed' }
  return { found: worst.found, ...(worst.why === undefined ? {} : { why: worst.why }) }
}

const factsOf = (results: readonly Result[]): Facts => results.flatMap(({ facts }) => Object.entries(facts))

/** The first value of the first of these fields that is there. */
const first = (facts: Facts, ...fields: readonly string[]): string | number | undefined => {
  for (const field of fields) {
    const found = facts.find(([name]) => fieldOf(name) === field)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}
const text = (value: string | number | undefined): string | undefined =>
  value === undefined ? undefined : String(value)
const whole = (value: string | number | undefined): number | undefined => {
  const number = Number(value)
  return value !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}
const defined = <T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

const typeOf = (item: Sealed): Examined['type'] => {
  const results = resultsOf(item, 'type')
  const facts = factsOf(results)
  const trailing = whole(first(facts, 'trailingbytes'))
  const also = (['zip', 'pdf', 'html'] as const).filter(
    (format) => first(facts, `also${format}at`) !== undefined,
  )
  return {
    ...readingOf(results),
    mismatch: ['declaredmimeagrees', 'declaredextensionagrees'].some((field) => first(facts, field) === 0),
    ...(trailing === undefined || trailing === 0 ? {} : { trailing }),
    also,
  }
}

/** "Apple" and "iPhone 15" read as one; a model that begins with its maker is not named twice. */
const cameraOf = (facts: Facts): string | undefined => {
  const make = text(first(facts, 'make'))
  const model = text(first(facts, 'model'))
  if (make === undefined || model === undefined) return model ?? make
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`
}

const latitudeOf = (facts: Facts): string | undefined => text(first(facts, 'latitude', 'gpslatitude'))
const longitudeOf = (facts: Facts): string | undefined => text(first(facts, 'longitude', 'gpslongitude'))
const positionOf = (facts: Facts): string | undefined =>
  text(facts.find(([name]) => /gpsposition|gpscoordinates|iso6709/i.test(name))?.[1])

/**
 * Where the file says it was taken: by itself a fact about a person, so it is shown to those only who
 * revealed the file.
 */
export const placeOf = (item: EvidenceState): Place | undefined => {
  if (item.status !== 'sealed') return undefined
  const facts = factsOf([...resultsOf(item, 'metadata'), ...resultsOf(item, 'container')])
  const latitude = latitudeOf(facts)
  const longitude = longitudeOf(facts)
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude }
  const position = positionOf(facts)
  const [, north, east] =
    /^\s*([^,;\s]+(?:\s[^,;]*)?)[,;\s]\s*([^,;]+)/.exec(position ?? '') ??
    /^([+-][\d.]+)([+-][\d.]+)/.exec(position ?? '') ??
    []
  return north === undefined || east === undefined ? undefined : { latitude: north, longitude: east }
}

const metadataOf = (item: Sealed): Examined['metadata'] => {
  const results = resultsOf(item, 'metadata')
  const facts = factsOf(results)
  return {
    ...readingOf(results),
    ...defined({
      camera: cameraOf(facts),
      software: text(first(facts, 'software', 'creatortool', 'processingsoftware')),
      takenAt: text(first(facts, 'datetimeoriginal', 'creationdate', 'createdate', 'mediacreatedate')),
    }),
    hasPlace: placeOf(item) !== undefined,
  }
}

const originOf = (item: Sealed): Examined['origin'] => {
  const results = resultsOf(item, 'provenance')
  const facts = factsOf(results)
  return {
    ...readingOf(results),
    ...defined({
      signer: text(first(facts, 'signername', 'signer')),
      madeBy: text(first(facts, 'generator')),
      signedAt: text(first(facts, 'signedat')),
    }),
  }
}

const TOOL_FACT = /\.tool$/

const generationOf = (item: Sealed): Examined['generation'] => {
  const results = resultsOf(item, 'generation')
  const tools = factsOf(results).flatMap(([name, value]) => (TOOL_FACT.test(name) ? [String(value)] : []))
  return { ...readingOf(results), tools: [...new Set(tools)] }
}

const PEAKS = /^(?:[0-9a-f]{2}){2,256}$/
const LOUDEST = 255

/**
 * Loudness from 0 to 100, of peaks that are written as bytes in hexadecimal; nothing where it is written
 * otherwise.
 */
const waveformOf = (facts: Facts): number[] | undefined => {
  const said = text(first(facts, 'peaks'))
  if (said === undefined || !PEAKS.test(said)) return undefined
  return (said.match(/../g) ?? []).map((byte) => Math.round((parseInt(byte, 16) / LOUDEST) * 100))
}

/** What an agent is told of a file that was looked at; nothing before. */
export const presentExamined = (item: EvidenceState): Examined | undefined => {
  if (item.status !== 'sealed' || item.examined === undefined || isWritten(item.kind)) return undefined
  const container = factsOf(resultsOf(item, 'container'))
  const rendered = factsOf(resultsOf(item, 'rendering'))
  return {
    digest: readingOf(resultsOf(item, 'digest')),
    type: typeOf(item),
    metadata: metadataOf(item),
    origin: originOf(item),
    generation: generationOf(item),
    ...defined({
      durationMs: whole(first([...container, ...rendered], 'durationms')),
      waveform: waveformOf(rendered),
      pages: item.mime === 'application/pdf' ? whole(first(container, 'pages')) : undefined,
      width: whole(first(container, 'width')),
      height: whole(first(container, 'height')),
      pdq: item.pdq === undefined ? undefined : { hash: item.pdq.hash, quality: item.pdq.quality },
    }),
    derived: (item.derived ?? []).map(({ what, index, width, height }, n) => ({
      n,
      what,
      index,
      width,
      height,
    })),
  }
}

/**
 * Every result as it stands in the chain. The place stays out, whatever a tool calls it: it needs a reveal.
 * So do the words of a picture, which
 * show what it shows: without one it is only said that they were read.
 */
export const presentExamination = (item: EvidenceState, isRevealed: boolean): Examination => ({
  results: (item.examined ?? []).map(({ aspect, found, why, tool, facts }) => ({
    aspect,
    found,
    ...(why === undefined ? {} : { why }),
    tool,
    facts: Object.entries(facts)
      .filter(([name]) => !PLACE.test(name) && (aspect !== 'reading' || isRevealed))
      .map(([name, value]) => ({ name, value })),
  })),
})
