import type { Inbound, InboundMedia } from '../core/base/message.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { readDanger } from '../core/services/inbound/notice.ts'
import { fold } from '../core/text/fold.ts'
import { foldShort, isAmong } from '../core/policy/conversation/words.ts'
import { begins } from './amin/begins.ts'

const BEGINS: ReadonlySet<string> = new Set(begins.map(fold))

/**
 * What people say of such a matter and seldom of another, by the kinds of bots/amin/sayings.json. Who only
 * writes that somebody stands outside is no case by that; danger in it is heard by itself.
 */
const TOLD: ReadonlySet<string> = new Set([
  'story',
  'afraid',
  'hopeless',
  'ashamed',
  'my-fault',
  'want-person',
  'want-woman',
  'minor-who',
  'should-meet',
  'should-pay',
  'already-paid',
  'should-send-more',
  'will-they-publish',
  'he-published',
  'fake-image',
])

/** Pieces of words, as they are compared. */
const stems = (written: string): RegExp => new RegExp(written.split(' ').map(fold).join('|'))

/**
 * What the matter is called, in any form of it (blackmailer, blackmails me, threatened them), wherever it
 * stands. Each is read in folded words; one alone is enough. Pizza («بتزا») and teeth («ددان») are neither.
 */
const MATTER: readonly RegExp[] = [
  stems('blackmail blackmale blakmail extort threat threten'),
  /black mail/,
  /[ايتمن]بتز|(?:^| )بتز(?:ن|و|از)/,
  /هدد(?!ان)/,
  stems('تهديد هەڕەش بلاکمەیل بلاكميل'),
  /بلاك مه?يل/,
  // In Latin letters. Haddad and Hadid are names as well, so the verb needs its ending or its beginning.
  /(?:^| )(?:d?[ytm][aeiou]{0,2}ha+dd?[aeiou]{0,2}d|hadd?[ae]{1,2}d(?:n|o|u|h|t)|hadad(?: |$))|t[ae]hd[ei]{1,2}d/,
  /bt[aeiy]?z/,
  /(?:^| )har?r?[ae]sh[ae]/,
]

/** Parts that a demand is made of, as they are compared: no single one of them says anything. */
const PICTURE = stems('صور تصوير فيديو فديو وێنە ڤیدیۆ photo video nude naked screenshot swr sowar wena')
const MONEY =
  /فلوس|دفع|مبلغ|دولار|دينار|باره|(?:^| )(?:money|pay|paid|cash|usd|dollars?|dinars?|bitcoin|flo?u?s|para)(?: |$)/
const PUBLISH = /نشر|فضح|سرب|بلاو|publish|leak|expos|anshu?r|afda?h|blaw/
const THEIRS =
  /اهلك|اهلج|لاهل|خيزان|(?:your|ur) (?:family|friends|parents|mom|dad|contacts|husband|wife)|everyone (?:will )?(?:see|know)/
const UNLESS =
  /(?:^| )(?:لو|اذا|والا|كلشي|يان|يهكهر|اكر|or|if|unless|otherwise|everything|law|itha|idha|agar|yan)(?: |$)/

/**
 * Words of who demands: pictures or somebody's family, and money; or pictures that are to be published or shown
 * to them; or publishing under a condition. In doubt yes: a forwarded threat is often the first thing that comes.
 */
const demands = (spelt: string): boolean => {
  const [shows, pays, publishes, theirs] = [PICTURE, MONEY, PUBLISH, THEIRS].map((part) => part.test(spelt))
  if (shows === true) return pays === true || publishes === true || theirs === true
  return pays === true ? publishes === true || theirs === true : publishes === true && UNLESS.test(spelt)
}

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
export const makeOpens =
  ({ crisis, sayings }: Pick<CasePorts, 'crisis' | 'sayings'>) =>
  (item: Inbound): boolean => {
    if (speaksWithoutWords(item)) return true
    const { body, forward, sentAt } = item
    const words = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined
    if (words === undefined || words.trim() === '') return false
    if (readDanger({ crisis }, item, sentAt).length > 0) return true
    const folded = foldShort(words) ?? ''
    if (forward === undefined && folded !== '' && isAmong(BEGINS, folded)) return true
    const spelt = fold(words)
    if (MATTER.some((matter) => matter.test(spelt)) || demands(spelt)) return true
    return sayings.read(words).some(({ kind, firm }) => firm === true && kind !== undefined && TOLD.has(kind))
  }
