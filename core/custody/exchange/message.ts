import { fromBase64, toBase64 } from '../../base/bytes.ts'
import type { Sha256Hex } from '../../base/ids.ts'
import { instant, type Instant } from '../../base/units.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Signer } from '../../ports/signer.ts'
import { packed, unpacked } from './sets.ts'

/*
 * What two Amins say to each other, four times in a run: canonical JSON on a line, and on the next the Ed25519
 * signature of who says it. Each names the hash of the one before it, so that the last stands for all.
 */

/** The last two are said to a third, and by it. */
export const STEPS = ['first', 'second', 'third', 'last', 'veiled', 'evaluated'] as const
export type Step = (typeof STEPS)[number]

/**
 * `before`: hash of the message that this one answers; empty in the first. `points`: the set of who says it;
 * `tags`: the answer to the set of the other side, in its order. Either may be empty. Where there is a third, `tags`
 * of the first message is the key of the third; those of `evaluated` are that key and the proofs.
 */
export type Message = {
  readonly step: Step
  readonly agreement: Sha256Hex
  readonly session: string
  readonly at: Instant
  readonly before: Sha256Hex | ''
  readonly points: readonly Uint8Array[]
  readonly tags: readonly Uint8Array[]
}

/** `hash`: of the line that is signed. */
export type Said = { readonly text: string; readonly hash: Sha256Hex }

type Sign = { readonly signer: Pick<Signer, 'sign' | 'verify'>; readonly hasher: Hasher }

const VERSION = 1
/** Before the line, so that what is signed here is nothing else that this key signs. */
const signed = (hasher: Hasher, body: string): Uint8Array => hasher.utf8(`amin exchange message\n${body}`)

/** What is said beside points and tags is shorter than this. */
const FRAME = 1_000
/** The longest message under an agreement whose runs have so many items: a set and an answer to one. */
export const longestMessage = (run: number): number => FRAME + 2 * Math.ceil((run * 32) / 3) * 4

export const writeMessage = ({ signer, hasher }: Sign, { points, tags, ...rest }: Message): Said => {
  const body = hasher.canonical({ v: VERSION, ...rest, points: packed(points), tags: packed(tags) })
  return { text: `${body}\n${toBase64(signer.sign(signed(hasher, body)))}\n`, hash: hasher.sha256(body) }
}

const isStep = (value: unknown): value is Step => STEPS.some((step) => step === value)
const isText = (value: unknown, form: RegExp): value is string =>
  typeof value === 'string' && form.test(value)
const HASH = /^[0-9a-f]{64}$/
const SESSION = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** What the line holds, where it is exactly what `writeMessage` makes of it. */
const bodyOf = (hasher: Hasher, body: string): Message | undefined => {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  const { v, step, agreement, session, at, before, points, tags, ...more } = value as Record<string, unknown>
  if (v !== VERSION || Object.keys(more).length > 0 || !isStep(step)) return undefined
  if (!isText(agreement, HASH) || !isText(session, SESSION) || !isText(before, /^(?:[0-9a-f]{64})?$/))
    return undefined
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || at < 0) return undefined
  const [set, answer] = [points, tags].map((each) => (typeof each === 'string' ? unpacked(each) : undefined))
  if (set === undefined || answer === undefined || hasher.canonical(value) !== body) return undefined
  return {
    step,
    agreement: agreement as Sha256Hex,
    session,
    at: instant(at),
    before: before as Sha256Hex | '',
    points: set,
    tags: answer,
  }
}

/** Which agreement a message speaks of, before anything in it is believed; nothing where it says none. */
export const agreementNamed = (text: string): string | undefined =>
  /^\{"agreement":"([0-9a-f]{64})"/.exec(text)?.[1]

/** Whether the message was signed with this key; what it says only then. */
export const readMessage = (
  { signer, hasher }: Sign,
  text: string,
  key: Uint8Array,
):
  | { readonly status: 'read'; readonly message: Message; readonly hash: Sha256Hex }
  | { readonly status: 'stranger' | 'malformed' } => {
  const [, body = '', encoded = ''] = /^([^\n]*)\n([A-Za-z0-9+/]{86}==)\n$/.exec(text) ?? []
  const signature = fromBase64(encoded)
  if (signature === undefined || body === '' || !body.isWellFormed()) return { status: 'stranger' }
  if (!signer.verify(key, signed(hasher, body), signature)) return { status: 'stranger' }
  const message = bodyOf(hasher, body)
  return message === undefined
    ? { status: 'malformed' }
    : { status: 'read', message, hash: hasher.sha256(body) }
}
