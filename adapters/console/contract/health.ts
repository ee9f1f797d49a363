import { z } from 'zod'
import { ChannelName, Time } from './terms.ts'

/** `elsewhere`: another process runs it, and is asked there. */
const ChannelState = z.object({
  name: ChannelName,
  status: z.enum(['off', 'elsewhere', 'starting', 'ready', 'degraded', 'down']),
  /** Who said its token, where that may be set in the console too. */
  from: z.enum(['environment', 'here']).optional(),
  since: Time.optional(),
  reason: z.enum(['unauthorised', 'unreachable', 'conflict', 'standby']).optional(),
  /** Seconds since the platform last answered a question for news; only where it is asked. */
  silentSeconds: z.int().min(0).optional(),
})
const Depth = z.object({ waiting: z.int().min(0), oldestSeconds: z.int().min(0) })

/**
 * `GET /api/v1/health`: what an administrator looks at when something is odd. Words of this
 * program, nothing of any case.
 */
export const HealthState = z
  .object({
    at: Time,
    channels: z.array(ChannelState),
    queues: z.object({ inbox: Depth, outbox: Depth, jobs: Depth }),
    storage: z.object({
      engine: z.enum(['sqlite', 'mongo']),
      store: z.enum(['ready', 'down']),
      vault: z.enum(['ready', 'down']),
      /** For files, beside the reserve; nothing where only the database server knows. */
      roomBytes: z.int().optional(),
      reserveBytes: z.int(),
      /** Since when no file is taken. */
      fullSince: Time.optional(),
      /** Sealed objects that are not as they were written, by what is wrong. */
      faults: z.array(z.object({ fault: z.string(), count: z.int() })),
      /**
       * The reading of all sealed objects: where a round began, and when the one before it ended.
       * Nothing before the first.
       */
      scrub: z
        .object({ began: Time, ended: Time.optional(), everyDays: z.number(), underWay: z.boolean() })
        .optional(),
    }),
    /**
     * The copies that `amin backup` made of this data folder; nothing where the database makes its
     * own. `lastAt`: when one was last whole; nothing where none ever was.
     */
    backup: z.object({ lastAt: Time.optional() }).optional(),
    checkpoints: z
      .object({
        latest: z.object({ at: Time, ageSeconds: z.int(), size: z.int() }).optional(),
        anchors: z.array(
          z.object({ id: z.string(), everyHours: z.number(), lastAt: Time.optional(), late: z.boolean() }),
        ),
      })
      .optional(),
    /** What files are read with. `elsewhere`: a worker of another process does; `asking`: not known yet. */
    tools: z.object({
      status: z.enum(['known', 'asking', 'elsewhere', 'failed']),
      list: z.array(z.object({ name: z.string(), version: z.string().optional() })),
    }),
    /** What holds the programs that read files which people sent, as it was tried on this machine. */
    readers: z.object({
      by: z.enum(['bubblewrap', 'unshare', 'landlock', 'network', 'none']),
      files: z.boolean(),
      network: z.boolean(),
      processes: z.boolean(),
      limits: z.boolean(),
      /** None is started at all. */
      refused: z.boolean(),
      /** Programs that are not there, so that something of a file is not computed. */
      missing: z.array(z.string()),
    }),
    /** Words in pictures of chats: `elsewhere`, a worker of another process does. */
    pictures: z.enum(['read', 'off', 'elsewhere']),
    /**
     * The second reader of danger, which reads sentences where the first is in doubt. `resting`: not started, as
     * there was nothing to read lately; `failed`: started anew after a pause, and meanwhile the first reads alone.
     */
    sentences: z.enum(['reading', 'resting', 'failed', 'off', 'elsewhere']),
    /**
     * The console's own page: `older` than the sources beside it, which is so after an update
     * without `npm ci`.
     */
    page: z.enum(['current', 'older', 'missing']),
    process: z.object({
      node: z.string(),
      upSeconds: z.int(),
      memoryBytes: z.int(),
      roles: z.array(z.string()),
    }),
  })
  .meta({ id: 'HealthState' })

export type HealthState = z.infer<typeof HealthState>
