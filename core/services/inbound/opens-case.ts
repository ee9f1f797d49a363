import type { Inbound, InboundMedia } from '../../base/message.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { foldShort, isAmong } from '../../policy/conversation/words.ts'
import { fold } from '../../text/fold.ts'
import { tellsOfBlackmail } from '../../text/matter.ts'
import { readDanger } from './notice.ts'

/** `begins`: messages by which people begin, whole. `told`: kinds of sayings that speak of such a matter alone. */
export type Beginnings = { readonly begins: readonly string[]; readonly told: readonly string[] }

/** Nothing that anybody tells: a picture that came as it was is a sticker, and what moves by itself is for fun. */
const isPlay = ({ kind, capture }: InboundMedia): boolean =>
  kind === 'animation' || (kind === 'photo' && capture === 'as_sent')

/** What came and cannot be judged by its words; what a platform withholds may be the picture of the threat. */
const speaksWithoutWords = ({ body }: Inbound): boolean => {
  if (body.kind === 'media') return !isPlay(body.media)
  if (body.kind === 'unsupported') return body.what === 'view_once' || body.what === 'unreadable'
  return ['start', 'call', 'location', 'contact'].includes(body.kind)
}

/**
 * Whether a message opens a case in a chat that is plainly private (adapters/channels/whatsapp/README.md): what
 * cannot be judged by its words (a voice, a picture, a call); danger in its words; a word by which people begin
 * or call for help; or words that tell what this place is for. In forwarded words only danger and the matter
 * count: a command in them is another's. In doubt yes: who is in need is not left alone because somebody knows
 * them.
 */
export const makeOpens = (
  { crisis, sayings }: Pick<CasePorts, 'crisis' | 'sayings'>,
  beginnings: Beginnings,
): ((item: Inbound) => boolean) => {
  const openings = new Set(beginnings.begins.map(fold))
  const told = new Set(beginnings.told)
  return (item) => {
    if (speaksWithoutWords(item)) return true
    const { body, forward, sentAt } = item
    const words = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined
    if (words === undefined || words.trim() === '') return false
    if (readDanger({ crisis }, item, sentAt).length > 0) return true
    const folded = foldShort(words) ?? ''
    if (forward === undefined && folded !== '' && isAmong(openings, folded)) return true
    if (tellsOfBlackmail(words)) return true
    return sayings.read(words).some(({ kind, firm }) => firm === true && kind !== undefined && told.has(kind))
  }
}
