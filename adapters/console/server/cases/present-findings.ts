import { clockOf, type SafeTimes } from '../../../../core/model/safe-times.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import type { InboundId } from '../../../../core/base/ids.ts'
import type { Identifier } from '../../../../core/text/identifiers/identifier.ts'
import { labelOf, valueOf } from '../../../../core/text/identifiers/label.ts'
import { after, minutes, type Instant } from '../../../../core/base/units.ts'
import type { Check, Consent, FoundIdentifier, Signals } from '../../contract/findings.ts'
import { isoOf } from '../http/iso.ts'

/** Two words are for the call or the chat that was doubted, not for later. */
const CHECK_LASTS = minutes(30)

/** Messages of the person by what came in. */
export const messagesOf = (lines: CaseBook['lines']): ReadonlyMap<InboundId, string> =>
  new Map(lines.flatMap((line) => (line.from === 'person' ? [[line.inbound, line.id] as const] : [])))

const NUMBER = /^\+?(\d{7,15})$/

/** Digits of numbers that the platform, and not the person, told us to be theirs. */
const numbersOfChat = ({ events, state }: Pick<CaseBook, 'events' | 'state'>): ReadonlySet<string> => {
  const told = events.flatMap(({ event }) => {
    if (event.type === 'chat_attached')
      return [event.handle, event.address.channel === 'whatsapp' ? event.address.chat : undefined]
    return event.type === 'message_received' ? [event.message.from.handle] : []
  })
  const own = [...told, state.address?.channel === 'whatsapp' ? state.address.chat : undefined]
  return new Set(own.flatMap((each) => NUMBER.exec(each ?? '')?.[1] ?? []))
}

const masked = (number: string): string => `••• ${number.slice(-4)}`

/**
 * Numbers, names and wallets, each once. The person's own number is shown where they gave it as
 * theirs, else only its end.
 */
/** Where each value was read first. */
const sourcesOf = ({ events, lines }: Pick<CaseBook, 'events' | 'lines'>): ReadonlyMap<string, string> => {
  const messages = messagesOf(lines)
  const sources = new Map<string, string>()
  for (const { event } of events) {
    const message = event.type === 'identifiers_found' ? messages.get(event.inbound) : undefined
    if (event.type !== 'identifiers_found' || message === undefined) continue
    for (const { normal } of event.identifiers) if (!sources.has(normal)) sources.set(normal, message)
  }
  return sources
}

export const identifiersOf = (book: Pick<CaseBook, 'events' | 'state' | 'lines'>): FoundIdentifier[] => {
  const sources = sourcesOf(book)
  const own = numbersOfChat(book)
  return book.state.identifiers.map((one: Identifier) => {
    const value = valueOf(one)
    const message = sources.get(one.normal)
    const known = {
      type: labelOf(one),
      owner: one.owner,
      ...(one.role === undefined ? {} : { role: one.role }),
      ...(one.withdrawn === true ? { withdrawn: true as const } : {}),
      unresolved: one.unresolved === true,
      ...(message === undefined ? {} : { message }),
    }
    const digits = NUMBER.exec(value)?.[1]
    return one.owner !== 'self' && digits !== undefined && own.has(digits)
      ? { ...known, value: masked(digits), raw: masked(digits), masked: true as const }
      : { ...known, value, raw: one.raw }
  })
}

export const consentsOf = ({ consents }: Pick<CaseBook, 'consents'>): Consent[] =>
  consents.map(({ scope, given, at }) => ({ scope, given, ...(at === undefined ? {} : { at: isoOf(at) }) }))

type Signed = Extract<
  CaseEvent,
  { type: 'duress_used' | 'decoy_used' | 'return_refused' | 'person_returned' }
>

export const timesOf = ({ from, to }: SafeTimes): NonNullable<Signals['safeTimes']> => ({
  from: clockOf(from),
  to: clockOf(to),
})

/** Whether a member of the team corrected the age after the person's words said that they are under 18. */
const isSettled = (one: CaseBook['events'][number], told: CaseBook['events'][number]): boolean =>
  one.event.type === 'answer_corrected' &&
  told.event.type === 'minor_told' &&
  one.event.step === told.event.step &&
  one.seq > told.seq

/**
 * Since when another than the person may write in this chat: somebody came back into it without PIN or code;
 * or it was left and a danger was written in it before anybody showed whose it is (`left`). What is said
 * there makes a case graver like anywhere, so that the team has to know of the doubt.
 */
const doubtOf = (events: CaseBook['events']): Signals['unproven'] => {
  const from = events.findLastIndex(
    ({ event }) =>
      event.type === 'return_unproven' ||
      event.type === 'person_exited' ||
      (event.type === 'conversation_resumed' && event.locked !== true),
  )
  const began = events[from]
  if (began?.event.type === 'return_unproven') return { at: isoOf(began.at) }
  if (began?.event.type !== 'person_exited') return undefined
  const heard = events.find(({ event, seq }) => event.type === 'crisis_found' && seq > began.seq)
  return heard === undefined ? undefined : { at: isoOf(heard.at), left: true }
}

export const signalsOf = ({ events, contact }: Pick<CaseBook, 'events' | 'contact'>): Signals => {
  const { safeTimes, opensAt, ...rules } = contact
  const last = (type: Signed['type']) => {
    const found = events.findLast(({ event }) => event.type === type)
    return found === undefined ? undefined : { at: isoOf(found.at), channel: (found.event as Signed).channel }
  }
  const [duress, decoy, tried, returned] = [
    last('duress_used'),
    last('decoy_used'),
    last('return_refused'),
    last('person_returned'),
  ]
  const unproven = doubtOf(events)
  // A member of the team who corrects the age has decided about it.
  const told = events.findLast(({ event }) => event.type === 'minor_told')
  const minor =
    told?.event.type === 'minor_told' && !events.some((one) => isSettled(one, told)) ? told : undefined
  const count = events.filter(({ event }) => event.type === 'return_refused').length
  return {
    ...(duress === undefined ? {} : { duress }),
    ...(decoy === undefined ? {} : { decoy }),
    ...(tried === undefined ? {} : { tried: { ...tried, count } }),
    ...(unproven === undefined ? {} : { unproven }),
    ...(minor?.event.type === 'minor_told'
      ? { minor: { at: isoOf(minor.at), of: minor.event.of, sealed: minor.event.sealed } }
      : {}),
    ...(returned === undefined ? {} : { returned }),
    ...rules,
    ...(safeTimes === undefined ? {} : { safeTimes: timesOf(safeTimes) }),
    ...(opensAt === undefined ? {} : { opensAt: isoOf(opensAt) }),
  }
}

/** The two words that were shown last, while they are fresh. */
export const checkOf = ({ events }: Pick<CaseBook, 'events'>, now: Instant): Check | undefined => {
  const shown = events.findLast(({ event }) => event.type === 'check_shown')
  if (shown?.event.type !== 'check_shown') return undefined
  const until = after(shown.at, CHECK_LASTS)
  return now < until ? { words: shown.event.words, at: isoOf(shown.at), until: isoOf(until) } : undefined
}
