import type { AgentId, CaseId, Sha256Hex } from '../base/ids.ts'
import type { Hasher } from '../ports/hasher.ts'
import type { Entry, SealedObject } from '../ports/store/ledger.ts'
import type { Instant } from '../base/units.ts'

/**
 * Who did it: the person, the bot on its own, the running system (jobs), or a member of the team by
 * their id.
 */
export type Actor = 'person' | 'bot' | 'system' | `agent:${string}`

/**
 * The open part of an entry: what a chain can be checked by without any key, and after erasure.
 * Nothing in it says who or what about (law 8). Strings and safe integers only (RFC 8785 leaves no
 * choice of form for those).
 */
export type EntryHeader = {
  readonly v: 1
  readonly case: CaseId
  readonly seq: number
  readonly at: Instant
  readonly actor: Actor
  /** The events' types, in order; some under a veil (core/model/covert.ts). */
  readonly kinds: readonly string[]
  /** Objects sealed into the vault by this entry: the sealed file's hash and size. */
  readonly objects?: readonly SealedObject[]
  /** Of a run of the linking, where the entry is that of a dossier: `commitTo` its digest. */
  readonly run?: Sha256Hex
  /**
   * On a tombstone: which operator erased, and the reason they gave. An operator's words, never a
   * person's.
   */
  readonly by?: string
  readonly reason?: string
  /**
   * On a tombstone that two members of the team agreed on: who asked. `by` agreed then, and
   * `reason` is one of ERASURE_GROUNDS.
   */
  readonly asked?: AgentId
}

export const GENESIS = '0'.repeat(64) as Sha256Hex

const HEX = /^[0-9a-f]{64}$/

const digit = (code: number): number => (code <= 57 ? code - 48 : code - 87)

/** Lower-case hexadecimal as bytes. */
const fromHex = (hex: string): Uint8Array => {
  const raw = new Uint8Array(hex.length / 2)
  for (let i = 0; i < raw.length; i += 1)
    raw[i] = (digit(hex.charCodeAt(2 * i)) << 4) | digit(hex.charCodeAt(2 * i + 1))
  return raw
}

/**
 * What a header may say of a plain file: `SHA-256(salt || sha256)` over raw bytes. Both are 64
 * lower-case hexadecimal digits.
 */
export const commitTo = (hasher: Hasher, salt: string, sha256: Sha256Hex): Sha256Hex => {
  const hash = hasher.stream()
  hash.update(fromHex(salt))
  hash.update(fromHex(sha256))
  return hash.digest()
}

/** `SHA-256(prev || header || SHA-256(sealed))` over raw bytes (core/README.md, What the chain proves). */
export const chainHash = (hasher: Hasher, prev: Sha256Hex, header: string, sealed: Uint8Array): Sha256Hex => {
  const hash = hasher.stream()
  hash.update(fromHex(prev))
  hash.update(header)
  hash.update(fromHex(hasher.sha256(sealed)))
  return hash.digest()
}

export const makeEntry = (
  hasher: Hasher,
  prev: Sha256Hex,
  header: EntryHeader,
  sealed: Uint8Array,
): Entry => {
  const text = hasher.canonical(header)
  return {
    caseId: header.case,
    seq: header.seq,
    header: text,
    sealed,
    prev,
    hash: chainHash(hasher, prev, text, sealed),
  }
}

/** What is wrong with a chain; `seq` names the entry. */
export type ChainFault = {
  readonly caseId: CaseId
  readonly seq: number
  readonly fault: 'gap' | 'prev_differs' | 'hash_differs' | 'header_unreadable' | 'header_differs'
}

const isObject = (value: unknown): value is SealedObject => {
  const { id, sha256, size, commitment } = (value ?? {}) as Partial<Record<keyof SealedObject, unknown>>
  const commits = commitment === undefined || (typeof commitment === 'string' && HEX.test(commitment))
  return typeof id === 'string' && typeof sha256 === 'string' && Number.isSafeInteger(size) && commits
}

const isHeader = (value: unknown): value is EntryHeader => {
  const {
    at,
    case: caseId,
    seq,
    kinds,
    objects,
    run,
  } = (value ?? {}) as Partial<Record<keyof EntryHeader, unknown>>
  const shape = typeof caseId === 'string' && Number.isSafeInteger(seq) && Number.isSafeInteger(at)
  const lists = Array.isArray(kinds) && kinds.every((kind) => typeof kind === 'string')
  const commits = run === undefined || (typeof run === 'string' && HEX.test(run))
  return (
    shape &&
    lists &&
    commits &&
    (objects === undefined || (Array.isArray(objects) && objects.every(isObject)))
  )
}

/** Nothing where the text is not a header in canonical form: it may have been changed into anything. */
export const readHeader = (hasher: Hasher, text: string): EntryHeader | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isHeader(value) && hasher.canonical(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/** Checks a whole chain, first entry first, without any key. Returns every fault found. */
export const verifyChain = (
  hasher: Hasher,
  caseId: CaseId,
  entries: readonly Entry[],
): readonly ChainFault[] => {
  const faults: ChainFault[] = []
  let prev = GENESIS
  entries.forEach((entry, index) => {
    const seq = index + 1
    const say = (fault: ChainFault['fault']): void => void faults.push({ caseId, seq: entry.seq, fault })
    if (entry.seq !== seq) say('gap')
    if (entry.prev !== prev) say('prev_differs')
    const header = readHeader(hasher, entry.header)
    if (header === undefined) say('header_unreadable')
    else if (header.v !== 1 || header.case !== caseId || header.seq !== entry.seq) say('header_differs')
    const expected = HEX.test(entry.prev)
      ? chainHash(hasher, entry.prev, entry.header, entry.sealed)
      : undefined
    if (expected !== entry.hash) say('hash_differs')
    prev = entry.hash
  })
  return faults
}
