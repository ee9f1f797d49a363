import { fromHex, fromText, toHex } from './bytes.ts'
import { textOf, type Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { asObject, canonicalJson, integerAt, listAt, readObject, stringAt, type Json } from './json.ts'
import { sha256 } from './sha256.ts'

export const ENTRIES = 'data/custody/entries.jsonl'
const GENESIS = '0'.repeat(64)
const HASH = /^[0-9a-f]{64}$/

export type Link = {
  readonly seq: number
  readonly hash: string
  readonly kinds: readonly string[]
  /** Milliseconds since 1970. */
  readonly at: number
  /** What the header says of plain files, to be opened with a salt. */
  readonly commitments: readonly string[]
  /** What the header says of a run of the linking, to be opened with a salt. */
  readonly run?: string
}

/** SHA-256 over the hash before, the header as written, and the hash of the sealed part. */
const chainHash = (prev: string, header: string, sealed: string): string =>
  toHex(sha256(fromHex(prev) ?? new Uint8Array(), fromText(header), fromHex(sealed) ?? new Uint8Array()))

const linkOf = (header: Json, seq: number, hash: string, run = stringAt(header, 'run')): Link => ({
  seq,
  hash,
  kinds: (listAt(header, 'kinds') ?? []).map(String),
  at: integerAt(header, 'at') ?? 0,
  commitments: (listAt(header, 'objects') ?? []).flatMap(
    (object) => stringAt(asObject(object), 'commitment') ?? [],
  ),
  ...(run === undefined ? {} : { run }),
})

/** The lines of a `.jsonl` file; a line end is missing where it was cut. */
export const readLines = (contents: Contents, name: string, tell: Tell): readonly string[] | undefined => {
  const text = textOf(contents, name)
  if (text === undefined) {
    tell.fault('text-missing', name)
    return undefined
  }
  if (text === '') return []
  const lines = text.split('\n')
  if (lines.pop() !== '') tell.fault('lines-cut', name)
  return lines
}

const checkHeader = (text: string, seq: number, caseId: string | undefined, tell: Tell): Json | undefined => {
  const header = readObject(text)
  if (header === undefined || canonicalJson(header) !== text) {
    tell.fault('chain-header-form', String(seq))
    return undefined
  }
  const fits = header['v'] === 1 && integerAt(header, 'seq') === seq && integerAt(header, 'at') !== undefined
  const sameCase =
    stringAt(header, 'case') !== undefined && (caseId === undefined || stringAt(header, 'case') === caseId)
  if (!fits || !sameCase || listAt(header, 'kinds') === undefined)
    tell.fault('chain-header-differs', String(seq))
  return header
}

/** Recomputes every hash from the first entry on. Returns what the other checks stand on. */
export const checkChain = (contents: Contents, tell: Tell): readonly Link[] => {
  const links: Link[] = []
  let prev = GENESIS
  let caseId: string | undefined
  const lines = readLines(contents, ENTRIES, tell) ?? []
  lines.forEach((line, index) => {
    const seq = index + 1
    const place = String(seq)
    const entry = readObject(line)
    const header = stringAt(entry, 'header')
    const sealed = stringAt(entry, 'sealedSha256') ?? ''
    const hash = stringAt(entry, 'hash') ?? ''
    if (entry === undefined || header === undefined || !HASH.test(sealed) || !HASH.test(hash)) {
      tell.fault('chain-line', place)
      prev = HASH.test(hash) ? hash : prev
      return
    }
    if (integerAt(entry, 'seq') !== seq) tell.fault('chain-gap', place)
    if (stringAt(entry, 'prev') !== prev) tell.fault('chain-prev', place)
    const json = checkHeader(header, seq, caseId, tell)
    caseId = caseId ?? stringAt(json, 'case')
    if (chainHash(stringAt(entry, 'prev') ?? '', header, sealed) !== hash) tell.fault('chain-hash', place)
    links.push(linkOf(json ?? {}, seq, hash))
    prev = hash
  })
  if (lines.length === 0) tell.fault('chain-empty', ENTRIES)
  noteTimes(links, tell)
  tell.holds('chain-holds', {
    n: String(links.length),
    from: timeOf(links[0]?.at),
    to: timeOf(links[links.length - 1]?.at),
  })
  return links
}

/** Milliseconds since 1970 as people of every language read a moment in UTC. */
export const timeOf = (at: number | undefined): string => {
  const time = new Date(at ?? Number.NaN)
  return Number.isNaN(time.getTime())
    ? '?'
    : time
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')
}

/** A clock that was set back is no forgery: told, not held against it. */
const noteTimes = (links: readonly Link[], tell: Tell): void => {
  links.forEach((link, index) => {
    const before = links[index - 1]
    if (before !== undefined && link.at < before.at) tell.note('chain-time-back', String(link.seq))
  })
}
