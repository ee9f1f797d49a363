import type { Inbound } from '../../../core/base/message.ts'
import type { InboundSink } from '../../../core/services/inbound/sink.ts'
import { never } from '../../../core/base/never.ts'
import type { Clock } from '../../../core/ports/clock.ts'
import type { Log } from '../../../core/ports/log.ts'
import { instant, type Instant } from '../../../core/base/units.ts'
import type { Contacts } from './contacts.ts'
import type { StatusArrival, StatusReport } from './status.ts'
import { readWebhook, type Arrival } from './to-inbound.ts'
import { nameCode } from './verdict.ts'

export type Inflow = {
  /**
   * Everything that a call of the webhook brought is durable when it resolves. Throws where it must
   * be sent again.
   */
  readonly take: (body: unknown) => Promise<void>
}

type Met = { readonly items: readonly Inbound[]; readonly waiting: ReadonlySet<string> }

export const makeInflow = (parts: {
  readonly account: string
  readonly contacts: Contacts
  readonly sink: InboundSink
  readonly clock: Clock
  readonly log: Log
  /** What became of a message of ours. The platform is only answered when it resolves. */
  readonly onStatus: (report: StatusReport) => Promise<void>
  /** Somebody wrote for whom something was held back. */
  readonly onReachable: (chat: string) => Promise<void>
  /** Something about our account changed. */
  readonly onAccount: () => void
}): Inflow => {
  const { account, contacts, sink, clock, log, onStatus, onReachable, onAccount } = parts
  const about = { channel: 'whatsapp', account } as const

  /** Nobody is heard in the future: it would keep the window open beyond its end. */
  const heardAt = (at: Instant, now: Instant): Instant => instant(Math.min(at, now))

  const rename = (arrival: Extract<Arrival, { readonly kind: 'renamed' }>): void => {
    const done = contacts.rename(arrival.from, arrival.to)
    if (done === 'taken')
      log.warn('somebody has another name than before, which is known already', { ...about, code: 'renamed' })
  }

  /** Who each item is of; all of it in one go, so that a call that comes again finds the same. */
  const meet = (arrivals: readonly Arrival[], now: Instant): Met =>
    contacts.commit(() => {
      const items: Inbound[] = []
      const waiting = new Set<string>()
      for (const arrival of arrivals) {
        if (arrival.kind === 'renamed') rename(arrival)
        if (arrival.kind !== 'item' && arrival.kind !== 'heard') continue
        const chat = contacts.meet(arrival.from)
        const isItem = arrival.kind === 'item'
        const at = heardAt(isItem ? arrival.item.sentAt : arrival.at, now)
        const original = isItem && arrival.item.edit === 0 ? arrival.item.message : undefined
        if (contacts.hear(chat, at, original)) waiting.add(chat)
        if (isItem) items.push({ ...arrival.item, chat })
      }
      return { items, waiting }
    })

  const report = async ({ to, closed, report }: StatusArrival): Promise<void> => {
    if (report.error !== undefined) {
      log.info('whatsapp did not deliver a message', {
        ...about,
        kind: 'failed',
        code: nameCode(report.error.code),
      })
      const chat = closed ? contacts.recall(to) : undefined
      if (chat !== undefined) contacts.close(chat)
    }
    await onStatus(report)
  }

  const noteOthers = (arrivals: readonly Arrival[]): void => {
    for (const arrival of arrivals) {
      switch (arrival.kind) {
        case 'account':
          log.warn('whatsapp says something about the account', {
            ...about,
            ...(arrival.code === undefined ? {} : { code: nameCode(arrival.code) }),
          })
          onAccount()
          break
        case 'ignored':
          log.debug('a part of a webhook is passed over', { ...about, kind: arrival.why })
          break
        case 'item':
        case 'heard':
        case 'renamed':
        case 'status':
          break
        default:
          never(arrival)
      }
    }
  }

  return {
    take: async (body) => {
      const now = clock.now()
      const arrivals = readWebhook(body, { account, receivedAt: now })
      const { items, waiting } = meet(arrivals, now)
      // The platform promises no order; within one call it can be made.
      if (items.length > 0) await sink.put(items.toSorted((a, b) => a.sentAt - b.sentAt))
      for (const arrival of arrivals) if (arrival.kind === 'status') await report(arrival)
      for (const chat of waiting) await onReachable(chat)
      noteOthers(arrivals)
    },
  }
}
