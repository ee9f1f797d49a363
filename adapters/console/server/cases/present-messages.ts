import { isDeletion } from '../../../../core/model/transcript.ts'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import type { TranscriptLine } from '../../../../core/model/transcript.ts'
import type { Inbound, InboundBody } from '../../../../core/base/message.ts'
import type { SentFile } from '../../../../core/base/sent-file.ts'
import type { Instant } from '../../../../core/base/units.ts'
import type { Message, MessagePage } from '../../contract/messages.ts'
import { presentForward } from './forward.ts'
import { presentPlace } from './present-place.ts'
import { isoOf } from '../http/iso.ts'
import type { Names } from './present-case.ts'
import { tell } from './present-told.ts'
import { readQuote, shortenQuote } from './quote.ts'

type Line<From extends TranscriptLine['from']> = Extract<TranscriptLine, { readonly from: From }>
type Base = { readonly id: string; readonly at: string }

/** A platform shows the number of who has no name: that is no name, and the person did not give it to us. */
const isNumber = (name: string): boolean => /^\+?[\d\s()./-]{7,}$/.test(name)

/** What a message says in words; nothing where it has none. */
const wordsOf = (body: InboundBody): string | undefined => {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'media':
      return body.caption
    case 'contact':
      return [body.name, body.phone].filter((part) => part !== undefined).join(' ') || undefined
    case 'location':
      return `${body.latitude}, ${body.longitude}`
    case 'press':
    case 'start':
    case 'command':
    case 'call':
    case 'reaction':
    case 'unsupported':
    case 'blocked':
    case 'unblocked':
    case 'reopened':
    case 'handed_over':
    case 'ended':
      return undefined
  }
}

const editsOf = (
  edits: readonly { readonly at: Instant; readonly message: Inbound }[],
): NonNullable<Message['edits']> =>
  edits.flatMap((edit) =>
    isDeletion(edit.message) ? [] : [{ at: isoOf(edit.at), text: wordsOf(edit.message.body) ?? '' }],
  )

/**
 * In the words of the case where they are known: a platform may quote what was changed since, or a
 * stranger something else.
 */
const quoteOf = ({ message }: Line<'person'>, book: CaseBook): Message['quote'] => {
  const quoted = message.raw === undefined ? undefined : readQuote(message.raw)
  if (quoted === undefined) return undefined
  const known = book.lines.find((line) => line.from === 'person' && line.message.message === quoted.message)
  const words = known?.from === 'person' ? wordsOf(known.message.body) : undefined
  const text = words === undefined ? quoted.text : shortenQuote(words)
  return {
    ...(known === undefined ? {} : { id: known.id }),
    ...(text === undefined ? {} : { text }),
    ...(quoted.ours === true && known === undefined ? { ours: true as const } : {}),
  }
}

/** What a mark is under, where that stands in the conversation. */
const quoteMarked = (of: string, book: CaseBook): Pick<Message, 'quote'> => {
  const line = book.marked.get(of)
  if (line === undefined || line.from === 'event') return {}
  const text =
    line.from === 'person' || line.from === 'phone' || line.from === 'other'
      ? wordsOf(line.message.body)
      : line.from === 'agent' && line.file !== undefined
        ? line.file.name
        : line.text
  return { quote: { id: line.id, ...(text === undefined ? {} : { text: shortenQuote(text) }) } }
}

/** A file's fate: refused before a byte was taken, or as the case knows it. */
const mediaOf = (line: Line<'person'>, book: CaseBook): Message['media'] => {
  const { body } = line.message
  const item = line.evidence === undefined ? undefined : book.state.evidence[line.evidence]
  if (body.kind === 'contact') return item === undefined ? undefined : { kind: 'contact', state: item.status }
  if (body.kind !== 'media') return undefined
  const why = item?.status === 'failed' ? item.why : line.refused
  if (why === 'taken_back') return { kind: body.media.kind, state: 'taken-back' }
  // Said between the offer and the fetching: nothing failed.
  if (line.refused !== undefined || why === 'age') return { kind: body.media.kind, state: 'refused' }
  if (line.waits !== undefined) {
    const isGone = line.waits === 'called' || line.waits === 'carried'
    return { kind: body.media.kind, state: isGone ? line.waits : 'waiting' }
  }
  return { kind: body.media.kind, state: item?.status ?? 'pending' }
}

const presentPerson = (base: Base, line: Line<'person'>, book: CaseBook): Message | undefined => {
  const { message } = line
  const { body, from } = message
  switch (body.kind) {
    case 'start':
      return { ...base, from: 'event', event: 'started' }
    case 'command':
      return { ...base, from: 'event', event: 'command', detail: body.command }
    case 'call':
      return { ...base, from: 'event', event: 'call', ...(body.video === true ? { detail: 'video' } : {}) }
    case 'reaction':
      return {
        ...base,
        from: 'event',
        ...(body.emoji === '' ? { event: 'reaction-removed' } : { event: 'reaction', detail: body.emoji }),
        ...quoteMarked(body.of, book),
      }
    case 'unsupported':
      return { ...base, from: 'event', event: 'unsupported', detail: body.what }
    // The case's own events say these.
    case 'blocked':
    case 'unblocked':
    case 'reopened':
    case 'handed_over':
    case 'ended':
      return undefined
    case 'press':
    case 'text':
    case 'media':
    case 'contact':
    case 'location': {
      const text = body.kind === 'press' ? (line.label ?? '') : wordsOf(body)
      const media = mediaOf(line, book)
      const edits = editsOf(line.edits)
      const deleted = line.edits.find((edit) => isDeletion(edit.message))
      const quote = quoteOf(line, book)
      const forwarded = presentForward(message)
      const place = presentPlace(line, book)
      return {
        ...base,
        from: 'person',
        ...(from.name === undefined || isNumber(from.name) ? {} : { author: from.name }),
        ...(message.elsewhere === true ? { elsewhere: true as const } : {}),
        ...(text === undefined ? {} : { text }),
        ...(edits.length === 0 ? {} : { edits }),
        ...(deleted === undefined ? {} : { deletedAt: isoOf(deleted.at) }),
        ...(quote === undefined ? {} : { quote }),
        ...(forwarded === undefined ? {} : { forwarded }),
        ...(place === undefined ? {} : { place }),
        ...(line.evidence === undefined ? {} : { evidence: line.evidence }),
        ...(media === undefined ? {} : { media }),
      }
    }
  }
}

const aboutFile = ({ kind, name, mime, size }: SentFile): NonNullable<Message['file']> => ({
  kind,
  name,
  mime,
  size,
})

const presentLine = (line: TranscriptLine, book: CaseBook, names: Names): Message | undefined => {
  const base = { id: line.id, at: isoOf(line.at) }
  const fate = ({ seq, row, held }: Line<'bot' | 'agent'>): Pick<Message, 'delivery' | 'held'> => {
    const delivery = book.delivery.get(`${seq}.${row}`)
    return held === true ? { held } : delivery === undefined ? {} : { delivery }
  }
  switch (line.from) {
    case 'person':
      return presentPerson(base, line, book)
    case 'bot':
      return {
        ...base,
        from: 'bot',
        text: line.text,
        ...(line.buttons === undefined ? {} : { buttons: line.buttons.map(({ label }) => label) }),
        ...fate(line),
      }
    case 'agent':
      return {
        ...base,
        from: 'agent',
        author: line.alias,
        ...(line.file === undefined ? { text: line.text } : { file: aboutFile(line.file) }),
        ...fate(line),
      }
    case 'phone': {
      const { body } = line.message
      const forwarded = presentForward(line.message)
      const text = wordsOf(body)
      const media = body.kind === 'media' ? { kind: body.media.kind, state: 'refused' as const } : undefined
      if (body.kind === 'unsupported')
        return { ...base, from: 'event', event: 'unsupported', detail: body.what }
      return {
        ...base,
        from: 'agent',
        onPhone: true,
        ...(text === undefined ? {} : { text }),
        ...(media === undefined ? {} : { media }),
        ...(forwarded === undefined ? {} : { forwarded }),
      }
    }
    case 'other': {
      const text = wordsOf(line.message.body)
      return { ...base, from: 'other', ...(text === undefined ? {} : { text }) }
    }
    case 'event': {
      const told = tell(line.event)
      if (told === undefined) return undefined
      const { agent, event, detail } = told
      return {
        ...base,
        from: 'event',
        event,
        ...(agent === undefined ? {} : { author: names.get(agent) ?? agent }),
        ...(detail === undefined ? {} : { detail }),
      }
    }
    // Notes are in the case file: a colleague's aside never stands where the person's words stand.
    case 'note':
      return undefined
  }
}

type Place = { readonly seq: number; readonly n: number }

/** A message id as a place, for paging; nothing where it is none. */
export const readPlace = (id: string): Place | undefined => {
  const found = /^(\d{1,15})\.(\d{1,6})$/.exec(id)
  return found === null ? undefined : { seq: Number(found[1]), n: Number(found[2]) }
}

const isBefore = (id: string, place: Place): boolean => {
  const own = readPlace(id)
  return own !== undefined && (own.seq < place.seq || (own.seq === place.seq && own.n < place.n))
}

/**
 * The newest `limit` messages before a place, oldest first. `older` is the place to go on from,
 * where there is more.
 */
export const presentMessages = (
  book: CaseBook,
  names: Names,
  page: { readonly before: Place | undefined; readonly limit: number },
): MessagePage => {
  const { before, limit } = page
  const messages: Message[] = []
  let more = false
  for (const line of book.lines.toReversed()) {
    if (before !== undefined && !isBefore(line.id, before)) continue
    const message = presentLine(line, book, names)
    if (message === undefined) continue
    if (messages.length === limit) {
      more = true
      break
    }
    messages.push(message)
  }
  messages.reverse()
  const oldest = messages[0]
  return {
    messages,
    version: book.state.version,
    ...(more && oldest !== undefined ? { older: oldest.id } : {}),
  }
}
