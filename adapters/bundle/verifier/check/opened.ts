import { fromText, toHex } from './bytes.ts'
import { readLines, type Link } from './chain.ts'
import type { Contents } from './contents.ts'
import type { Tell } from './finding.ts'
import { asObject, integerAt, listAt, readObject, stringAt, type Json } from './json.ts'
import { sha256 } from './sha256.ts'

const OPENED = 'data/custody/opened.jsonl'

export type OpenedEvent = { readonly seq: number; readonly event: Json }

/**
 * The entries whose words are shown: each belongs to an entry of the chain and has its kinds, in
 * its order.
 */
export const checkOpened = (
  contents: Contents,
  links: readonly Link[],
  tell: Tell,
): readonly OpenedEvent[] => {
  const opened: OpenedEvent[] = []
  const bySeq = new Map(links.map((link) => [link.seq, link]))
  let before = 0
  const lines = readLines(contents, OPENED, tell) ?? []
  lines.forEach((line, index) => {
    const json = readObject(line)
    const seq = integerAt(json, 'seq')
    const events = listAt(json, 'events')?.map(asObject)
    if (seq === undefined || events === undefined || events.includes(undefined)) {
      tell.fault('opened-line', String(index + 1))
      return
    }
    const link = bySeq.get(seq)
    if (seq <= before) tell.fault('opened-order', String(seq))
    before = seq
    if (link === undefined) tell.fault('opened-unknown', String(seq))
    else if (link.kinds.join('\n') !== events.map((event) => stringAt(event, 'type')).join('\n'))
      tell.fault('opened-kinds', String(seq))
    for (const event of events) if (event !== undefined) opened.push({ seq, event })
  })
  tell.holds('opened-holds', { n: String(lines.length), of: String(links.length) })
  return opened
}

/** The entry that received each file, and what it states, by the evidence's id. */
export const receivedIn = (opened: readonly OpenedEvent[]): ReadonlyMap<string, OpenedEvent> =>
  new Map(
    opened.flatMap((one): [string, OpenedEvent][] => {
      const id = stringAt(one.event, 'evidence')
      const files = ['evidence_received', 'fingerprint_given']
      return id !== undefined && files.includes(stringAt(one.event, 'type') ?? '') ? [[id, one]] : []
    }),
  )

/**
 * The seal on each receipt that the person was given is the hash over the hashes of what they had
 * sent until then.
 */
export const checkReceipts = (
  opened: readonly OpenedEvent[],
  received: ReadonlyMap<string, OpenedEvent>,
  tell: Tell,
): void => {
  let checked = 0
  for (const { seq, event } of opened) {
    if (stringAt(event, 'type') !== 'receipt_given') continue
    const seal = stringAt(event, 'seal')
    const ids = listAt(event, 'evidence') ?? []
    if (seal === undefined || ids.length === 0) continue
    const hashes = ids.map((id) => stringAt(received.get(String(id))?.event, 'sha256'))
    if (hashes.includes(undefined)) {
      tell.fault('receipt-unknown', String(seq))
      continue
    }
    if (toHex(sha256(fromText(hashes.join('\n')))) !== seal)
      tell.fault('receipt-seal', String(seq), { seal: seal.slice(0, 8) })
    else tell.note('receipt-good', String(seq), { seal: seal.slice(0, 8), n: String(ids.length) })
    checked += 1
  }
  if (checked === 0) tell.note('receipt-none')
  else tell.holds('receipts-hold', { n: String(checked) })
}
