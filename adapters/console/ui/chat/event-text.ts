import type { Message } from '../../contract/messages.ts'
import type { Translate } from '../language/bundles.ts'
import type { Clock } from '../language/clock.ts'
import { whenOf } from '../language/when.ts'
import { channelName } from '../parts/channel-mark.tsx'

const PLAIN: ReadonlySet<string> = new Set([
  'started',
  'submitted',
  'reopened',
  'reaction-removed',
  'blocked',
  'unblocked',
  'exited',
  'message-lost',
  'chat-ended',
  'wiped',
  'claimed',
  'asked',
  'safe-asked',
  'age-asked',
  'age-answer',
  'moved-away',
  'return-unproven',
  'decoy-opened',
  'correction',
  'check-shown',
  'erase-confirmed',
  'sharing-allowed',
  'sharing-withdrawn',
  'export-requested',
  'export-approved',
  'export-refused',
  'exported',
  'hold-set',
  'hold-lifted',
  'erasure-requested',
  'erasure-refused',
  'snooze-ended',
  'safe-times-cleared',
  'woken',
  'help-asked',
  'help-given',
  'shift-ended',
])
/** Of a chat: `detail` is its channel. */
const ON_CHANNEL: ReadonlySet<string> = new Set(['return-refused', 'returned', 'decoy-used', 'duress-used'])
const CALLED: ReadonlySet<string> = new Set(['team', 'supervisor', 'external'])
const SCOPES: ReadonlySet<string> = new Set([
  'keep',
  'share-investigators',
  'share-ngo',
  'contact-me',
  'hashes-to-platforms',
  'check-in',
  'outside-help',
])
const HANDOFFS: ReadonlySet<string> = new Set([
  'person',
  'submitted',
  'danger',
  'agent',
  'returned',
  'phone',
  'call',
])
const SAFE_ANSWERS: ReadonlySet<string> = new Set([
  'fast-safe-yes',
  'fast-safe-no',
  'fast-safe-cant-say',
  'crisis-now-yes',
  'crisis-now-no',
  'crisis-now-talk',
])
const COMMANDS: ReadonlySet<string> = new Set([
  'exit',
  'help',
  'human',
  'language',
  'stop',
  'back',
  'skip',
  'restart',
])

/** What happened, in words. A newer server's events read as a change without detail. */
export const eventText = (t: Translate, message: Message, clock: Clock): string => {
  const { event = '', detail = '' } = message
  const name = message.author ?? t('somebody')
  if (PLAIN.has(event)) return t(`event-${event}`, { name })
  if (ON_CHANNEL.has(event)) return t(`event-${event}`, { channel: channelName(t, detail) })
  switch (event) {
    case 'handoff':
      return t(HANDOFFS.has(detail) ? `event-handoff-${detail}` : 'event-handoff')
    case 'handed-over':
      return detail === '' ? t('event-handed-over') : t('event-handed-over-about', { title: detail })
    case 'command':
      return t('event-command', { command: COMMANDS.has(detail) ? t(`command-${detail}`) : detail })
    case 'call':
      return t(detail === 'video' ? 'event-call-video' : 'event-call')
    case 'reaction':
      return t('event-reaction', { emoji: detail })
    case 'unsupported':
      return t('event-unsupported', { what: detail })
    case 'released':
      return t(detail === 'bot' ? 'event-released-bot' : 'event-released-queue', { name })
    case 'transferred':
      return t('event-transferred', { name, to: detail })
    case 'closed':
      return t('event-closed', { name, outcome: t(`outcome-${detail.replaceAll('_', '-')}`) })
    case 'paged':
      return t(`event-paged-${CALLED.has(detail) ? detail : 'team'}`)
    case 'consent-given':
    case 'consent-withdrawn':
      return t(`event-${event}`, { what: SCOPES.has(detail) ? t(`consent-${detail}`) : detail })
    case 'safe-answer':
      return t(SAFE_ANSWERS.has(detail) ? `event-safe-${detail}` : 'event-safe-other')
    case 'minor-told':
    case 'minor-pictures':
    case 'age-other':
    case 'age-taken-back':
      return t(`event-${event}`, { count: Number(detail) })
    case 'snoozed':
      return t('event-snoozed', { name, until: whenOf(t, clock, detail) })
    case 'safe-times-set': {
      const [from = '', to = ''] = detail.split('-')
      return t('event-safe-times-set', { name, from, to })
    }
    case 'severity':
      return t('event-severity', { name, severity: detail })
    default:
      return t('event-other')
  }
}
