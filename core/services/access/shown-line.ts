import type { ChatLine } from '../../ports/chat-history.ts'
import { nameOfPerson } from '../../base/member.ts'
import type { SentFile } from '../../base/sent-file.ts'
import type { CaseState } from '../../model/state.ts'
import type { TranscriptLine } from '../../model/transcript.ts'

/** Ids of lines that were held: no entry has so many events. */
const RELEASED = 100_000

/** The event's place in its entry. */
export const orderOf = (line: TranscriptLine): number => {
  const sent = line.from === 'bot' || line.from === 'agent' ? line.sent : undefined
  return sent?.n ?? Number(line.id.slice(line.id.indexOf('.') + 1))
}

export const rowOf = (line: Extract<TranscriptLine, { from: 'bot' }>): number => line.sent?.row ?? line.row

/** What was held stands where it was let go: that is when it was said, for the person. */
export const whereShown = (line: TranscriptLine): TranscriptLine => {
  const sent = line.from === 'bot' || line.from === 'agent' ? line.sent : undefined
  return sent === undefined
    ? line
    : { ...line, id: `${sent.seq}.${RELEASED + sent.row}`, seq: sent.seq, at: sent.at }
}

const aboutFile = ({ kind, size, mime, name }: SentFile): NonNullable<ChatLine['file']> => ({
  kind,
  size,
  mime,
  name,
})

export const shown = (state: CaseState, line: TranscriptLine): readonly ChatLine[] => {
  const { id, at } = line
  if ((line.from === 'bot' || line.from === 'agent') && line.held === true) return []
  switch (line.from) {
    case 'bot':
      return [
        {
          id,
          at,
          from: 'bot',
          text: line.text,
          ...(line.buttons === undefined ? {} : { buttons: line.buttons }),
        },
      ]
    case 'agent':
      return [
        {
          id,
          at,
          from: 'agent',
          alias: nameOfPerson(line.alias) ?? '',
          ...(line.file === undefined ? { text: line.text } : { file: aboutFile(line.file) }),
        },
      ]
    case 'person': {
      const { body } = (line.edits.at(-1) ?? line).message
      const sent = line.message.message
      if (body.kind === 'text') return [{ id, at, from: 'person', sent, text: body.text }]
      if (body.kind === 'press')
        return line.label === undefined ? [] : [{ id, at, from: 'person', sent, text: line.label }]
      // What stays on the person's device is shown there.
      if (body.kind !== 'media' || line.waits === 'device' || line.waits === 'called') return []
      const { media, caption } = body
      const item = line.evidence === undefined ? undefined : state.evidence[line.evidence]
      return [
        {
          id,
          at,
          from: 'person',
          sent,
          ...(caption === undefined ? {} : { text: caption }),
          media: {
            kind: media.kind,
            state: line.refused === undefined ? (item?.status ?? 'pending') : 'refused',
            ...(media.size === undefined ? {} : { size: media.size }),
            ...(media.fileName === undefined ? {} : { fileName: media.fileName }),
          },
        },
      ]
    }
    // Of the linked phone of WhatsApp, and of another bot: the page never has one.
    case 'phone':
    case 'other':
    case 'note':
    case 'event':
      return []
  }
}
