import type { Inbound } from '../core/base/message.ts'
import type { FlowCommand } from '../core/model/flow.ts'
import type { CasePorts } from '../core/services/casebook/ports.ts'
import { readDanger } from '../core/services/inbound/notice.ts'
import { fold } from '../core/text/fold.ts'
import { commandIn, foldShort, isCry } from '../core/policy/conversation/words.ts'

/** How people begin, or come back: words that nobody writes to a friend by chance. */
const BEGINS: ReadonlySet<FlowCommand> = new Set<FlowCommand>([
  'human',
  'urgent',
  'help',
  'continue',
  'advice',
  'learn',
  'verify',
  'return',
])

/** What people say of such a matter and seldom of another, by the kinds of `bots/amin/sayings.ts`. */
const TOLD: ReadonlySet<string> = new Set([
  'story',
  'afraid',
  'hopeless',
  'ashamed',
  'my-fault',
  'want-person',
  'want-woman',
  'he-is-outside',
  'minor-who',
  'should-meet',
  'should-pay',
  'already-paid',
  'should-send-more',
  'will-they-publish',
  'he-published',
  'fake-image',
])

/** What the matter is called, wherever it stands. */
const MATTER: readonly string[] = [
  'blackmail',
  'extort',
  'threat',
  'ابتز',
  'يبتز',
  'يهدد',
  'تهديد',
  'هددن',
  'هەڕەشە',
  'بلاکمەیل',
  'yhaddid',
  'yehaddid',
].map(fold)

/**
 * Whether a message opens a case in a chat that is plainly private (adapters/channels/whatsapp/README.md):
 * danger in its words, a cry, a word by which people begin, or words that surely tell what
 * this place is for. In doubt yes: who is in need is not left alone because somebody knows them.
 */
export const makeOpens =
  ({ flow, crisis, sayings }: Pick<CasePorts, 'flow' | 'crisis' | 'sayings'>) =>
  (item: Inbound): boolean => {
    const { body, forward, sentAt } = item
    if (body.kind === 'start') return true
    const words = body.kind === 'text' ? body.text : body.kind === 'media' ? body.caption : undefined
    if (words === undefined || words.trim() === '') return false
    if (readDanger({ crisis }, item, sentAt).length > 0) return true
    if (forward !== undefined) return false
    const folded = foldShort(words) ?? ''
    const command = folded === '' ? undefined : commandIn(flow, folded)
    if ((command !== undefined && BEGINS.has(command)) || (folded !== '' && isCry(flow, folded))) return true
    const spelt = fold(words)
    if (MATTER.some((word) => spelt.includes(word))) return true
    return sayings.read(words).some(({ kind, firm }) => firm === true && kind !== undefined && TOLD.has(kind))
  }
