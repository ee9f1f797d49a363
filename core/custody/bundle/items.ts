import { commitTo } from '../../model/entry.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { CaseState } from '../../model/state.ts'
import type { Placed } from '../../model/transcript.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceId, InboundId, ObjectId, Sha256Hex } from '../../base/ids.ts'
import type { EvidenceKind, Inbound } from '../../base/message.ts'
import type { Hasher } from '../../ports/hasher.ts'
import type { Bytes, Instant } from '../../base/units.ts'
import { endingFor } from './endings.ts'
import { reachIn } from './reach.ts'
import type { LeftOutWhy } from './report-input.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'

type Announced = Extract<CaseEvent, { type: 'evidence_announced' }>
type Sealed = Extract<EvidenceState, { status: 'sealed' }>

/** Something made from an item: its place in the bundle and the object it is. */
export type DerivedFile = {
  readonly path: string
  readonly what: string
  readonly index: number
  readonly object: ObjectId
  readonly sha256: Sha256Hex
  readonly size: Bytes
  readonly mime: 'image/webp'
  readonly width: number
  readonly height: number
  readonly tool: string
}

/** A sealed file or statement as the bundle holds it. */
export type Item = {
  readonly id: string
  readonly path: string
  readonly announced: Announced
  /** What it came with. */
  readonly message?: Inbound
  readonly announcedAt: Instant
  readonly sealed: Sealed
  readonly md5?: string
  readonly salt?: string
  readonly commitment?: Sha256Hex
  readonly derived: readonly DerivedFile[]
  /**
   * What stands at `path` instead of the original, where the bundle holds a cleaned copy
   * (core/custody/bundle/cleaned).
   */
  readonly cleaned?: { readonly sha256: Sha256Hex; readonly size: Bytes }
}

export type LeftOut = {
  readonly id?: string
  readonly evidence?: EvidenceId
  readonly kind?: EvidenceKind
  readonly why: LeftOutWhy
  readonly at: Instant
  readonly sha256?: Sha256Hex
  readonly pdq?: { readonly hash: string; readonly quality: number }
}

export type Items = {
  readonly items: readonly Item[]
  readonly leftOut: readonly LeftOut[]
  /** Ids in the bundle, of what is in it and of what was left out. */
  readonly idOf: ReadonlyMap<EvidenceId, string>
  readonly refusedOf: ReadonlyMap<InboundId, LeftOutWhy>
  /** Messages that say where the person is. */
  readonly placed: ReadonlySet<InboundId>
}

const digestOf = ({ examined = [] }: Sealed): string | undefined => {
  const md5 = examined.find(({ aspect, found }) => aspect === 'digest' && found === 'found')?.facts['md5']
  return typeof md5 === 'string' ? md5 : undefined
}

const two = (n: number): string => String(n).padStart(2, '0')

/**
 * The blurred preview, then what else was made, each under the item's id: E0001-preview.webp,
 * E0001-frame-03.webp.
 */
const derivedOf = (
  id: string,
  { preview, derived = [] }: Sealed,
  previews: ReadonlyMap<ObjectId, DerivedFile>,
): readonly DerivedFile[] => {
  const blurred = preview.status === 'made' ? previews.get(preview.object) : undefined
  const others = derived
    .filter(({ object }) => object !== blurred?.object)
    .map((one): DerivedFile => {
      const number = one.what === 'frame' || one.what === 'page' ? `-${two(one.index)}` : ''
      return { ...one, path: `data/derived/${id}-${one.what}${number}.webp` }
    })
  const all =
    blurred === undefined ? others : [{ ...blurred, path: `data/derived/${id}-preview.webp` }, ...others]
  // Two of one name would be one file: the first stays.
  return all.filter((one, i) => all.findIndex(({ path }) => path === one.path) === i)
}

/** Who sent it took it back before it was fetched; else the platform did not give it. */
const whyFailed = (why: string): LeftOutWhy => (why === 'taken_back' ? why : 'failed')

/**
 * The file under the id it has in the bundle, and what stands beside it; numbers are given in order
 * of arrival, so they stay when more comes.
 */
export const itemsOf = (
  hasher: Hasher,
  state: CaseState,
  events: readonly Placed[],
  scope: BundleScope,
): Items => {
  const items: Item[] = []
  const leftOut: LeftOut[] = []
  const idOf = new Map<EvidenceId, string>()
  const refusedOf = new Map<InboundId, LeftOutWhy>()
  const salts = new Map<EvidenceId, string>()
  const previews = new Map<ObjectId, DerivedFile>()
  const messages = new Map<InboundId, Inbound>()
  for (const { event } of events) {
    if (event.type === 'message_received' || event.type === 'message_edited')
      messages.set(event.inbound, event.message)
    if (event.type === 'evidence_received' && event.salt !== undefined) salts.set(event.evidence, event.salt)
    if (event.type === 'preview_made') {
      const { object, sha256, size, width, height, tool } = event
      previews.set(object, {
        path: '',
        what: 'preview',
        index: 0,
        object,
        sha256,
        size,
        mime: 'image/webp',
        width,
        height,
        tool,
      })
    }
  }
  for (const { event, at } of events) {
    if (
      event.type === 'evidence_waiting' &&
      state.waiting.some(({ evidence }) => evidence === event.evidence)
    )
      leftOut.push({ why: event.why, at })
    if (event.type === 'files_carried')
      for (const { inbound } of event.files) {
        refusedOf.set(inbound, 'carried')
        leftOut.push({ why: 'carried', at })
      }
    if (event.type === 'evidence_refused') {
      refusedOf.set(event.inbound, event.why)
      leftOut.push({ why: event.why, at })
    }
    if (event.type !== 'evidence_announced' || idOf.has(event.evidence)) continue
    const id = `E${String(idOf.size + 1).padStart(4, '0')}`
    idOf.set(event.evidence, id)
    const item = state.evidence[event.evidence]
    const named = { id, evidence: event.evidence, kind: event.kind, at }
    const message = messages.get(event.inbound)
    const reach = message === undefined ? undefined : reachIn(message)
    if (scope === 'share-ngo' && reach !== undefined) leftOut.push({ ...named, why: reach })
    else if (item?.status === 'sealed') {
      const salt = salts.get(event.evidence)
      const md5 = digestOf(item)
      items.push({
        id,
        path: `data/evidence/${id}${event.kind === 'statement' ? '.txt' : endingFor(item.mime)}`,
        announced: event,
        ...(message === undefined ? {} : { message }),
        announcedAt: at,
        sealed: item,
        ...(md5 === undefined ? {} : { md5 }),
        ...(salt === undefined ? {} : { salt, commitment: commitTo(hasher, salt, item.sha256) }),
        derived: derivedOf(id, item, previews),
      })
    } else if (item?.status === 'fingerprint') {
      leftOut.push({
        ...named,
        why: 'fingerprint',
        sha256: item.sha256,
        ...(item.pdq === undefined ? {} : { pdq: item.pdq }),
      })
    } else {
      // Announced as words before cards and places were sealed: nothing had to be fetched, so nothing failed.
      const isCard =
        event.kind === 'statement' && (message?.body.kind === 'contact' || message?.body.kind === 'location')
      leftOut.push({
        ...named,
        why: item?.status !== 'failed' ? 'pending' : isCard ? 'card' : whyFailed(item.why),
      })
    }
  }
  const placed = [...messages].flatMap(([inbound, message]) =>
    reachIn(message) === 'place' ? [inbound] : [],
  )
  return { items, leftOut, idOf, refusedOf, placed: new Set(placed) }
}
