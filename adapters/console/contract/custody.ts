import { z } from 'zod'
import { Time } from './terms.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `GET /api/v1/custody/checkpoints`: what is signed over the heads of all cases. */
export const CheckpointState = z
  .object({
    /** The verifier key of C2SP on the first line, then PEM. */
    publicKey: z.string(),
    /** Nothing before the first. */
    latest: z
      .object({
        no: z.int(),
        at: Time,
        /** Leaves that it covers. */
        size: z.int(),
        root: Sha256,
        /** The signed note, to be checked by anybody. */
        text: z.string(),
        /** By this server's clock. */
        ageSeconds: z.int(),
      })
      .optional(),
    /** Authorities that the operator named, with the newest time that each vouched for. */
    anchors: z.array(
      z.object({
        id: z.string(),
        everyHours: z.number(),
        last: z.object({ at: Time, no: z.int() }).optional(),
      }),
    ),
  })
  .meta({ id: 'CheckpointState' })
