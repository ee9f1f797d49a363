import { never } from '../../../core/base/never.ts'

/**
 * What the end of a connection means (adapters/channels/whatsapp/README.md, Connection). `again`: at once,
 * WhatsApp asked for it. `back_off`: by itself, with growing pauses. `stop`: only a person can
 * help, and trying again would make it worse.
 */
export type Reaction = {
  readonly next: 'again' | 'back_off' | 'stop'
  readonly advice: Advice
  readonly forget?: true
}

/** Keys of texts for the team, one per situation: `whatsapp-advice-<key>` in the locales. */
export const ADVICE = [
  'pair',
  'wait',
  'other-session',
  'logged-out',
  'restricted',
  'banned',
  'version',
  'multi-device',
  'untrusted',
  'restored',
  'store',
  'refused',
] as const
export type Advice = (typeof ADVICE)[number]

/**
 * How a connection ended. `lost`: the network, or a proxy's answer, which must not pass for
 * WhatsApp's. `store`: our own file.
 */
export type Close =
  { readonly kind: 'lost' | 'untrusted' | 'store' } | { readonly kind: 'told'; readonly code: number }

const BACK_OFF: Reaction = { next: 'back_off', advice: 'wait' }

const REACTIONS: Readonly<Record<number, Reaction>> = {
  401: { next: 'stop', advice: 'logged-out', forget: true },
  402: { next: 'stop', advice: 'restricted' },
  403: { next: 'stop', advice: 'banned' },
  405: { next: 'stop', advice: 'version' },
  406: { next: 'stop', advice: 'restricted' },
  408: BACK_OFF,
  411: { next: 'stop', advice: 'multi-device' },
  428: BACK_OFF,
  440: { next: 'stop', advice: 'other-session' },
  463: { next: 'stop', advice: 'restricted' },
  500: BACK_OFF,
  503: BACK_OFF,
  515: { next: 'again', advice: 'wait' },
}

export const reactTo = (close: Close): Reaction => {
  switch (close.kind) {
    case 'lost':
      return BACK_OFF
    case 'store':
      return { next: 'back_off', advice: 'store' }
    case 'untrusted':
      // Somebody stands between: trying again gives them more to look at.
      return { next: 'stop', advice: 'untrusted' }
    case 'told':
      return REACTIONS[close.code] ?? BACK_OFF
    default:
      return never(close)
  }
}

/** The part of a Boom that is read. */
type Told = {
  readonly message?: unknown
  readonly output?: { readonly statusCode?: unknown }
  readonly data?: { readonly tag?: unknown; readonly attrs?: { readonly type?: unknown } }
}

/** What Baileys says of the end of a connection. */
export const readClose = (error: unknown): Close => {
  if (typeof error !== 'object' || error === null) return { kind: 'lost' }
  const { message, output, data } = error as Told
  const text = typeof message === 'string' ? message : ''
  if (text.startsWith('WebSocket Error')) return { kind: 'lost' }
  if (/certificat/.test(text)) return { kind: 'untrusted' }
  // Being replaced may come under the number of being logged out.
  if (data?.tag === 'conflict' && data.attrs?.type === 'replaced') return { kind: 'told', code: 440 }
  const code = output?.statusCode
  return typeof code === 'number' ? { kind: 'told', code } : { kind: 'lost' }
}
