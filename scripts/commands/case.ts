import {
  checkOf,
  consentsOf,
  identifiersOf,
  signalsOf,
} from '../../adapters/console/server/cases/present-findings.ts'
import { dangersOf } from '../../adapters/console/server/cases/present-dangers.ts'
import { sayOrKey } from '../../adapters/console/server/cases/say-or-key.ts'
import { openFoundation } from '../../bots/foundation.ts'
import type { CaseBook } from '../../core/services/desk/desk.ts'
import type { CaseCode } from '../../core/base/ids.ts'
import type { Phrases } from '../../core/ports/phrases.ts'
import type { CaseRow, CaseStatus } from '../../core/ports/store/views.ts'
import type { Instant } from '../../core/base/units.ts'
import { WRONG_USE, type Run } from './command.ts'

const STATUSES: readonly CaseStatus[] = ['bot', 'waiting', 'agent', 'closed', 'erased']

/** What is left of an erased case is no work: it is listed where it is asked for. */
const KEPT = STATUSES.filter((status) => status !== 'erased')

const time = (at: number): string => new Date(at).toISOString()

const rowJson = (row: CaseRow) => ({
  code: row.code,
  status: row.status,
  severity: row.severity,
  team: row.team,
  copies: row.copies,
  language: row.language,
  channel: row.channel,
  openedAt: time(row.openedAt),
  lastAt: time(row.lastAt),
  ...(row.waitingSince === undefined ? {} : { waitingSince: time(row.waitingSince) }),
  ...(row.dueAt === undefined ? {} : { dueAt: time(row.dueAt) }),
  unread: row.unread,
  evidence: row.evidence,
})

/** The queue, one JSON object a line, most urgent first. */
export const listCases: Run = async ({ config, log, text, say, print }) => {
  const status = text('status')
  const known = STATUSES.find((one) => one === status)
  if (status !== undefined && known === undefined) {
    say(`amin case list: --status is one of ${STATUSES.join(', ')}`)
    return WRONG_USE
  }
  const foundation = await openFoundation(config, log)
  try {
    for (let cursor: string | undefined; ;) {
      const page = await foundation.desk.list(
        { status: known === undefined ? KEPT : [known] },
        {
          limit: 200,
          ...(cursor === undefined ? {} : { cursor }),
        },
      )
      for (const row of page.rows) print(JSON.stringify(rowJson(row)))
      if (page.cursor === undefined) return 0
      cursor = page.cursor
    }
  } finally {
    await foundation.close()
  }
}

const lineJson = (
  line: CaseBook['lines'][number],
  { delivery, marked }: Pick<CaseBook, 'delivery' | 'marked'>,
) => {
  const place = { id: line.id, at: time(line.at), from: line.from }
  switch (line.from) {
    case 'person': {
      const { body } = line.message
      const text = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : line.label
      const edits = line.edits.map((edit) => ({
        at: time(edit.at),
        text: edit.message.body.kind === 'text' ? edit.message.body.text : '',
      }))
      return {
        ...place,
        kind: body.kind,
        ...(body.kind === 'reaction' ? { emoji: body.emoji, under: marked.get(body.of)?.id ?? null } : {}),
        ...(text === undefined ? {} : { text }),
        ...(edits.length === 0 ? {} : { edits }),
        ...(line.evidence === undefined ? {} : { evidence: line.evidence }),
        ...(line.message.forward === undefined
          ? {}
          : { forward: JSON.parse(line.message.forward) as unknown }),
      }
    }
    // Said to the person by the bot that handed the chat over.
    case 'other':
    case 'phone': {
      const { body } = line.message
      const text = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined
      return { ...place, kind: body.kind, ...(text === undefined ? {} : { text }) }
    }
    case 'bot':
    case 'agent': {
      const status = delivery.get(`${line.seq}.${line.row}`)
      return {
        ...place,
        text: line.text,
        ...(line.from === 'agent' ? { alias: line.alias } : {}),
        ...(line.held === true ? { held: true } : status === undefined ? {} : { delivery: status }),
      }
    }
    case 'note':
      return { ...place, alias: line.alias, text: line.text }
    case 'event':
      return { ...place, event: line.event.type }
  }
}

/** What the console shows of it, in the same shapes. */
const findingsJson = (book: CaseBook, now: Instant) => {
  const { wish } = book.marks
  const check = checkOf(book, now)
  return {
    identifiers: identifiersOf(book),
    dangers: dangersOf(book),
    consents: consentsOf(book),
    signals: signalsOf(book),
    links: book.links,
    ...(wish === undefined ? {} : { wish }),
    ...(check === undefined ? {} : { check }),
  }
}

const bookJson = (book: CaseBook, phrases: Phrases, now: Instant) => {
  const { row, state, lines, events, endsAt } = book
  return {
    ...rowJson(row),
    version: state.version,
    reasons: state.reasons.map((reason) => sayOrKey(phrases, state.language, reason)),
    answers: state.conversation.answers,
    ...findingsJson(book, now),
    hold: state.hold === undefined ? null : { ...state.hold, since: time(state.hold.since) },
    endsAt: endsAt === undefined ? null : time(endsAt),
    messages: lines.map((line) => lineJson(line, book)),
    evidence: events.flatMap(({ event, at }) => {
      if (event.type !== 'evidence_announced') return []
      const item = state.evidence[event.evidence]
      const sealed =
        item?.status === 'sealed'
          ? {
              sha256: item.sha256,
              size: item.size,
              mime: item.mime ?? null,
              receivedAt: time(item.receivedAt),
            }
          : item?.status === 'fingerprint'
            ? { sha256: item.sha256, pdq: item.pdq?.hash ?? null, receivedAt: time(item.receivedAt) }
            : {}
      return [
        {
          id: event.evidence,
          kind: event.kind,
          capture: event.capture,
          status: item?.status ?? 'pending',
          announcedAt: time(at),
          fileName: event.fileName ?? null,
          ...sealed,
        },
      ]
    }),
  }
}

/** One case, whole, as JSON. */
export const showCase: Run = async ({ config, log, words: [code = ''], say, print }) => {
  const foundation = await openFoundation(config, log)
  try {
    const book = await foundation.desk.open(code.toUpperCase() as CaseCode)
    if (book === undefined || book === 'erased') {
      say(
        book === undefined
          ? 'amin case show: there is no case with that code'
          : 'amin case show: that case was erased',
      )
      return 1
    }
    const { phrases, clock } = foundation.ports
    print(JSON.stringify(bookJson(book, phrases, clock.now()), undefined, 2))
    return 0
  } finally {
    await foundation.close()
  }
}
