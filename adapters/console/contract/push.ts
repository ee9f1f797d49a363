import { z } from 'zod'

/** `GET /api/v1/me/push`: what a browser needs to be woken, and how many of mine are. */
export const PushState = z
  .object({
    /** Nothing: this server wakes nobody. */
    publicKey: z.string().optional(),
    browsers: z.int().min(0),
  })
  .meta({ id: 'PushState' })

const Endpoint = z.url({ protocol: /^https$/ }).max(1_000)

/** As the browser's push service gave it (RFC 8030, 8291). `language`: of the one line that it will show. */
export const NewPush = z
  .object({
    endpoint: Endpoint,
    keys: z.object({
      p256dh: z.string().regex(/^[\w-]{87}=?$/),
      auth: z.string().regex(/^[\w-]{22}={0,2}$/),
    }),
    language: z.enum(['ar', 'ckb', 'en']),
  })
  .meta({ id: 'NewPush' })

export const EndPush = z.object({ endpoint: Endpoint }).meta({ id: 'EndPush' })

export type PushState = z.infer<typeof PushState>
