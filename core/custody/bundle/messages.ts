import { isDeletion, type TranscriptLine } from '../../model/transcript.ts'
import type { EvidenceId } from '../../base/ids.ts'
import type { Inbound, InboundBody } from '../../base/message.ts'
import { never } from '../../base/never.ts'
import type { SentFile } from '../../base/sent-file.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Items } from './items.ts'
import { reportOrigin } from './origins.ts'
import { reachIn } from './reach.ts'
import type { ReportLine, SentFileLine } from './report-input.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { stampOf } from './time.ts'

/** What was said by it in words; nothing where it was none. */
const wordsOf = (body: InboundBody, label: string | undefined): string | undefined => {
  switch (body.kind) {
    case 'text':
      return body.text
    case 'press':
      return label
    case 'media':
      return body.caption
    case 'contact':
      return [body.name, body.phone].filter((part) => part !== undefined).join(' ')
    case 'location':
      return `${body.latitude}, ${body.longitude}`
    case 'start':
      return body.payload
    case 'command':
      return body.command
    case 'call':
      return body.video === true ? 'video' : undefined
    case 'reaction':
      return body.emoji
    case 'unsupported':
      return body.what
    case 'blocked':
    case 'unblocked':
    case 'reopened':
    case 'handed_over':
    case 'ended':
      return undefined
    default:
      return never(body)
  }
}

const isHidden = (message: Inbound, scope: BundleScope): boolean =>
  scope === 'share-ngo' && reachIn(message) !== undefined

const wordsOfEdit = (message: Inbound): string => wordsOf(message.body, undefined) ?? ''

const aboutFile = ({ kind, name, mime, size, sha256 }: SentFile): SentFileLine => ({
  kind,
  name,
  type: mime,
  size,
  sha256,
})

/** What was said between the person and us, in order. Notes and changes of hands are no part of it. */
export const messagesOf = (
  phrases: Phrases,
  lines: readonly TranscriptLine[],
  { idOf, refusedOf }: Pick<Items, 'idOf' | 'refusedOf'>,
  scope: BundleScope,
): readonly ReportLine[] => {
  const itemOf = (evidence: EvidenceId | undefined): { readonly item?: string } => {
    const item = evidence === undefined ? undefined : idOf.get(evidence)
    return item === undefined ? {} : { item }
  }
  return lines.flatMap((line): readonly ReportLine[] => {
    const place = { id: line.id, at: stampOf(phrases, line.at) }
    switch (line.from) {
      case 'person': {
        const { message } = line
        const { kind } = message.body
        if (kind === 'reopened' || kind === 'handed_over' || kind === 'ended') return []
        const text = isHidden(message, scope) ? undefined : wordsOf(message.body, line.label)
        const refused = refusedOf.get(line.inbound)
        const deleted = line.edits.find((edit) => isDeletion(edit.message))
        return [
          {
            ...place,
            who: 'person',
            kind,
            ...(text === undefined ? {} : { text }),
            edits: line.edits
              .filter((edit) => !isHidden(edit.message, scope) && !isDeletion(edit.message))
              .map((edit) => ({ at: stampOf(phrases, edit.at), text: wordsOfEdit(edit.message) })),
            ...(deleted === undefined ? {} : { deletedAt: stampOf(phrases, deleted.at) }),
            forwarded: message.forward !== undefined,
            ...(message.elsewhere === true ? { elsewhere: true } : {}),
            ...reportOrigin(phrases, message, scope),
            ...itemOf(line.evidence),
            ...(refused === undefined ? {} : { refused }),
            ...(scope === 'share-ngo' ? {} : { platformMessage: message.message }),
          },
        ]
      }
      case 'bot':
      case 'agent':
        return [
          {
            ...place,
            who: line.from,
            ...(line.from === 'agent' ? { alias: line.alias } : {}),
            ...(line.from === 'agent' && line.file !== undefined
              ? { kind: 'file' as const, text: line.file.name, file: aboutFile(line.file) }
              : { kind: 'text' as const, text: line.text }),
            edits: [],
            forwarded: false,
            ...(line.held === true || line.sent !== undefined ? { held: true } : {}),
          },
        ]
      case 'phone': {
        const { body, message, forward } = line.message
        if (body.kind === 'reopened' || body.kind === 'handed_over' || body.kind === 'ended') return []
        const text = wordsOf(body, undefined)
        return [
          {
            ...place,
            who: 'agent',
            onPhone: true,
            kind: body.kind,
            ...(text === undefined ? {} : { text }),
            edits: [],
            forwarded: forward !== undefined,
            ...(scope === 'share-ngo' ? {} : { platformMessage: message }),
          },
        ]
      }
      // Another bot's words are neither the person's nor ours.
      case 'other':
      case 'note':
      case 'event':
        return []
      default:
        return never(line)
    }
  })
}
