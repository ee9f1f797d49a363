import { z } from 'zod'

const Time = z.iso.datetime()

/**
 * Where a pairing stands. `asked` until WhatsApp answers; `qr` and `code` may come several times;
 * the others are its end.
 */
export const WhatsappPairing = z
  .object({
    status: z.enum(['asked', 'qr', 'code', 'paired', 'expired', 'cancelled', 'busy', 'already', 'failed']),
    /** What the QR code says. Whoever scans it links the account to their phone. */
    qr: z.string().optional(),
    /** To be typed on the phone. */
    code: z.string().optional(),
    /** Only with `failed`: what to do. */
    advice: z.string().optional(),
  })
  .meta({ id: 'WhatsappPairing' })

/** What Meta says of a number on its Cloud API, in its own words, in small letters. */
const CloudAccount = z.object({
  checkedAt: Time,
  quality: z.string().optional(),
  limit: z.string().optional(),
  throughput: z.string().optional(),
  status: z.string().optional(),
  sending: z.string().optional(),
})

/** What WhatsApp says of a linked device. */
const LinkedAccount = z.object({
  status: z.enum([
    'starting',
    'standby',
    'unpaired',
    'pairing',
    'connecting',
    'connected',
    'waiting',
    'stopped',
    'failed',
  ]),
  /** Of the last end of a connection, as WhatsApp numbers it. */
  code: z.int().optional(),
  retryAt: Time.optional(),
  /** WhatsApp lets the account write to nobody new, until then where it says so. */
  timeLock: z.object({ until: Time.optional() }).optional(),
  /** New chats begun and allowed in this cycle. */
  capping: z.object({ used: z.int().optional(), total: z.int().optional() }).optional(),
  /** Messages that WhatsApp refused since the start, for the account may write to nobody new. */
  refused: z.int(),
  /** Messages that arrived and are not stored yet. */
  waiting: z.int(),
  /** Private chats of the owner of the number that wrote and were left alone: how many, and nothing of them. */
  leftAlone: z.int().optional(),
})

/**
 * `GET /api/v1/whatsapp`, for administrators. `elsewhere`: it runs in another process, and is asked
 * there.
 */
export const WhatsappAccount = z
  .object({
    by: z.enum(['off', 'elsewhere', 'baileys', 'cloud']),
    health: z
      .object({
        status: z.enum(['starting', 'ready', 'degraded', 'down']),
        since: Time,
        reason: z.string().optional(),
      })
      .optional(),
    /** What a person should do now, in words. */
    advice: z.string().optional(),
    linked: LinkedAccount.optional(),
    cloud: CloudAccount.optional(),
    pairing: WhatsappPairing.optional(),
  })
  .meta({ id: 'WhatsappAccount' })

/**
 * A code for this number (with its country code), or a QR code where none is given. `ownNumber`:
 * who asks confirms that the number is this service's alone, for everybody who writes to it from
 * then on becomes a case.
 */
export const NewPairing = z.object({
  ownNumber: z.literal(true),
  phone: z
    .string()
    .max(30)
    .regex(/^\+?[\d\s()-]{7,25}$/)
    .optional(),
})

export type WhatsappPairing = z.infer<typeof WhatsappPairing>
export type WhatsappAccount = z.infer<typeof WhatsappAccount>
