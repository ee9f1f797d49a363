import { fromBase64, toHex } from '../../base/bytes.ts'
import type { Examination } from '../../base/examination.ts'
import { READINGS } from '../../base/fingerprint/readings.ts'
import type { CaseId, InboundId } from '../../base/ids.ts'
import { isWritten } from '../../base/message.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { IdentifierType } from '../../text/identifiers/identifier.ts'
import { LEAST_QUALITY, printOf } from './pictures.ts'
import { scriptTokens } from '../../model/scripts.ts'
import type { VoicePrint } from './voices.ts'

/** Below this there is nothing in a picture: a blank page. */
const LEAST_WEAK = 15
/**
 * Most of each kind that one case is compared by: more than a person has, and a flood must not fill the
 * tables of all.
 */
const MOST_PRINTS = 60
const MOST_SCRIPTS = 60
const MOST_VOICES = 20

/** `spoken`: the words beside it say that it is somebody else's, such as a help line's. */
export type NamedThing = {
  readonly mark: string
  readonly normal: string
  readonly type: IdentifierType
  readonly spoken: boolean
  /** A member of the team said that it is the blackmailer's. */
  readonly known?: boolean
}

/**
 * `kept`: hashes that others find it by; `sought`: those that it looks for, turned and mirrored as well.
 * `weak`: too flat to tell pictures apart by itself.
 */
export type PictureFact = {
  readonly id: string
  readonly kept: readonly string[]
  readonly sought: readonly string[]
  readonly weak: boolean
}

/**
 * `own`: told by the person in their own words, in which what the other side wrote may stand as well; of two
 * such texts nothing follows.
 */
export type ScriptFact = {
  readonly inbound: InboundId
  readonly tokens: ReadonlySet<string>
  readonly own: boolean
}

export type VoiceFact = { readonly id: string; readonly print: VoicePrint }

/** What two cases can have in common, as far as the ledger of one tells. */
export type CaseFacts = {
  readonly caseId: CaseId
  readonly named: readonly NamedThing[]
  readonly pictures: readonly PictureFact[]
  readonly scripts: readonly ScriptFact[]
  readonly voices: readonly VoiceFact[]
  /** Cases that a member of the team said to be another matter. */
  readonly apart: readonly CaseId[]
  /** Cases that a member of the team said to be the same matter, whatever is shared. */
  readonly together: readonly CaseId[]
}

const PART = /^q(\d{1,3}) ([A-Za-z0-9+/=]{4,})$/
const FRAME = /^([0-9a-f]{64}) q(\d{1,3})/
const HASH_BYTES = 32

const bytesOf = (base64: string): Uint8Array => fromBase64(base64) ?? new Uint8Array()

/** Hashes of one part of a picture: itself first, then turned and mirrored; none where it is too flat. */
const partOf = (said: string | number | undefined): readonly string[] => {
  const [, quality, packed] = PART.exec(String(said ?? '')) ?? []
  if (packed === undefined || Number(quality) < LEAST_QUALITY) return []
  const bytes = bytesOf(packed)
  return Array.from({ length: Math.floor(bytes.length / HASH_BYTES) }, (_, i) =>
    toHex(bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES)),
  )
}

const fingerprintOf = (results: readonly Examination[]): Examination['facts'] | undefined =>
  results.find(({ aspect, found }) => aspect === 'fingerprint' && found === 'found')?.facts

/** What a picture or a film is compared by: its whole, its parts, its frames. */
export const pictureOf = (id: string, results: readonly Examination[]): PictureFact | undefined => {
  const facts = fingerprintOf(results)
  if (facts === undefined) return undefined
  const whole = printOf(results)
  const parts = READINGS.map((reading) => partOf(facts[reading])).filter((hashes) => hashes.length > 0)
  const frames = Object.entries(facts).flatMap(([name, value]) => {
    const [, hash, quality] = name.startsWith('frame-') ? (FRAME.exec(String(value)) ?? []) : []
    return hash === undefined || Number(quality) < LEAST_QUALITY ? [] : [hash]
  })
  const kept = [
    ...(whole === undefined ? [] : [whole.hash]),
    ...parts.flatMap(([first]) => first ?? []),
    ...frames,
  ]
  if (kept.length > 0)
    return {
      id,
      kept,
      sought: [...new Set([...(whole?.turned ?? []), ...parts.flat(), ...frames])],
      weak: false,
    }
  const flat = printOf(results, LEAST_WEAK)
  return flat === undefined ? undefined : { id, kept: [flat.hash], sought: flat.turned, weak: true }
}

const PIECE = /^chromaprint-(\d{1,2})$/

/** What a recording is compared by. */
export const voiceOf = (results: readonly Examination[]): VoicePrint | undefined => {
  const facts = results.find(({ facts: one }) => one['chromaprint-0'] !== undefined)?.facts
  if (facts === undefined) return undefined
  const pieces = Object.entries(facts)
    .flatMap(([name, value]) => {
      const n = PIECE.exec(name)?.[1]
      return n === undefined || typeof value !== 'string' ? [] : [[Number(n), value] as const]
    })
    .toSorted(([a], [b]) => a - b)
  const bytes = Uint8Array.from(pieces.flatMap(([, value]) => [...bytesOf(value)]))
  const view = new DataView(bytes.buffer)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(i * 4, true))
}

/** The message in which the person first told what happened. */
const storyOf = (events: readonly CaseEvent[]): InboundId | undefined => {
  const told = events.find((event) => event.type === 'answer_given' && event.answer.kind === 'text')
  return told?.type === 'answer_given' ? (told.together?.[0] ?? told.inbound) : undefined
}

export const caseFacts = (
  hasher: Pick<Hasher, 'keyed'>,
  state: CaseState,
  events: readonly CaseEvent[],
): CaseFacts => {
  const owners = new Map(state.identifiers.map((one) => [one.normal, one]))
  const named = Object.entries(state.marks).flatMap(([mark, normal]): readonly NamedThing[] => {
    const one = owners.get(normal)
    return one === undefined || one.owner === 'self'
      ? []
      : [
          {
            mark,
            normal,
            type: one.type,
            spoken: one.owner === 'other',
            known: one.judged === true && one.owner === 'perpetrator',
          },
        ]
  })
  const files = Object.entries(state.evidence).flatMap(([id, item]) =>
    item.status === 'sealed' && !isWritten(item.kind) && item.examined !== undefined
      ? [[id, item.examined] as const]
      : [],
  )
  const story = storyOf(events)
  const scripts = events.flatMap((event): readonly ScriptFact[] => {
    if (event.type !== 'message_received') return []
    const tokens = scriptTokens(hasher, event.message)
    if (tokens.length === 0) return []
    const own = event.message.forward === undefined && event.inbound === story
    return [{ inbound: event.inbound, tokens: new Set(tokens), own }]
  })
  return {
    caseId: state.caseId,
    named,
    pictures: files.flatMap(([id, results]) => pictureOf(id, results) ?? []).slice(0, MOST_PRINTS),
    scripts: scripts.slice(0, MOST_SCRIPTS),
    voices: files
      .flatMap(([id, results]) => {
        const print = voiceOf(results)
        return print === undefined ? [] : [{ id, print }]
      })
      .slice(0, MOST_VOICES),
    apart: Object.keys(state.apart) as CaseId[],
    together: Object.entries(state.verdicts).flatMap(([other, { verdict }]) =>
      verdict === 'same' ? [other as CaseId] : [],
    ),
  }
}
