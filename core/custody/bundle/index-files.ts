import { contactOf } from './contact.ts'
import { writeCsv } from './csv.ts'
import type { Prepared } from './facts.ts'
import type { Item } from './items.ts'
import { originFor } from './origins.ts'
import type { ReportInput } from './report-input.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { isoOf } from '../../base/calendar.ts'

/** Two spaces, and a newline at the end: people read it too. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

const originIn = ({ message }: Item, scope: BundleScope) => {
  const origin = message === undefined ? undefined : originFor(message, scope)
  return origin === undefined ? null : { ...origin, at: origin.at === undefined ? null : isoOf(origin.at) }
}

const contactIn = (item: Item) => {
  const contact = contactOf(item)
  return contact === undefined ? null : { name: contact.name ?? null, numbers: contact.numbers }
}

const indexItem = (item: Item, scope: BundleScope) => {
  const isNgo = scope === 'share-ngo'
  const { announced, sealed } = item
  return {
    id: item.id,
    evidence: announced.evidence,
    path: item.path,
    kind: announced.kind,
    capture: announced.capture,
    // As it came, whatever it holds: this is the only place that keeps it.
    originalName: isNgo ? null : (announced.fileName ?? null),
    declaredType: announced.declaredMime ?? null,
    declaredSize: announced.declaredSize ?? null,
    detectedType: sealed.mime ?? null,
    size: sealed.size,
    sha256: sealed.sha256,
    md5: item.md5 ?? null,
    pdq: sealed.pdq?.hash ?? null,
    quality: sealed.pdq?.quality ?? null,
    forwarded: announced.forwarded,
    origin: originIn(item, scope),
    contact: contactIn(item),
    platform: isNgo ? {} : (announced.facts ?? {}),
    duration: announced.duration ?? null,
    sentAt: isoOf(announced.sentAt),
    announcedAt: isoOf(item.announcedAt),
    receivedAt: isoOf(sealed.receivedAt),
    salt: item.salt ?? null,
    commitment: item.commitment ?? null,
    examinations: isNgo ? [] : (sealed.examined ?? []),
    // What stands at `path`; the hashes above are the original's, which the chain committed to.
    ...(item.cleaned === undefined
      ? {}
      : { cleaned: { sha256: item.cleaned.sha256, size: item.cleaned.size } }),
    derived: item.derived.map(({ path, what, index, sha256, size, mime, width, height, tool }) => ({
      path,
      what,
      index,
      sha256,
      size,
      mime,
      width,
      height,
      tool,
    })),
  }
}

/** `data/index.json`: every item with all that is known of it, and what is not here, with why. */
export const writeIndex = (
  { items, state, scope }: Pick<Prepared, 'items' | 'state' | 'scope'>,
  { messages }: Pick<ReportInput, 'messages'>,
): string =>
  writeJson({
    v: 1,
    case: state.code,
    scope,
    items: items.items.map((item) => indexItem(item, scope)),
    leftOut: items.leftOut.map(({ id, evidence, kind, why, at, sha256, pdq }) => ({
      id: id ?? null,
      evidence: evidence ?? null,
      kind: kind ?? null,
      why,
      at: isoOf(at),
      sha256: sha256 ?? null,
      pdq: pdq?.hash ?? null,
      quality: pdq?.quality ?? null,
    })),
    // What the team sent to the person: ours, no evidence, and not in this bundle.
    sent: messages.flatMap(({ id, at, alias, file }) =>
      file === undefined ? [] : [{ line: id, at: at.utc, by: alias ?? null, ...file }],
    ),
  })

/** `data/hashes.csv`: of the items that are here, for tools that compare. */
export const writeHashes = ({ items }: Pick<Prepared['items'], 'items'>): string =>
  writeCsv([
    ['id', 'sha256', 'md5', 'pdq', 'quality', 'size', 'mime'],
    ...items.map(({ id, sealed, md5 }) => [
      id,
      sealed.sha256,
      md5,
      sealed.pdq?.hash,
      sealed.pdq?.quality,
      sealed.size,
      sealed.mime,
    ]),
  ])

/** `data/case.json`: what the report tells, for programs. */
export const writeCase = (facts: ReportInput): string => {
  const {
    header,
    organisation,
    narrative,
    answers,
    timeline,
    identifiers,
    severity,
    links,
    consents,
    custody,
    certificate,
    zone,
  } = facts
  return writeJson({
    v: 1,
    zone,
    ...header,
    organisation: organisation ?? null,
    answers,
    narrative,
    identifiers,
    severity,
    links,
    consents,
    timeline,
    custody: { entries: custody.entries, hash: custody.hash },
    certificate,
  })
}
