import { z } from 'zod'
import { ERASURE_GROUNDS } from '../../../core/model/erasure-request.ts'
import { Barred } from './barred.ts'
import { Code, Time } from './terms.ts'

/**
 * `person`: they asked for it. `law`: a court or the law does. `mistake`: opened by mistake, or as
 * a trial.
 */
export const ErasureGround = z.enum(ERASURE_GROUNDS)

/** The words are sealed and go with the case; the ground stays. */
export const NewErasure = z.object({ ground: ErasureGround, reason: z.string().trim().min(3).max(500) })

/** That a case be erased: who asks, and who may agree. Part of the case file. */
export const ErasureState = z
  .object({
    mayAsk: z.boolean(),
    /** The newest, as long as it can be answered. */
    request: z
      .object({
        /** Names the request: the seq of its entry. */
        request: z.int(),
        by: z.object({ id: z.string(), name: z.string() }),
        at: Time,
        /** Until when it can be answered. */
        until: Time,
        ground: ErasureGround,
        reason: z.string(),
        /** Why nobody can agree to it: a hold stands, or the person wrote since. */
        hindered: z.enum(['hold', 'written_since']).optional(),
        /** Whether the caller may refuse it, and agree where nothing hinders. */
        mayAnswer: z.boolean(),
        /** They may refuse all the same. */
        barred: Barred.optional(),
      })
      .optional(),
  })
  .meta({ id: 'ErasureState' })

/**
 * What was found when it was looked at; as `amin erase` prints it. Signed, unless the log of
 * checkpoints is broken.
 */
export const ErasureCertificate = z
  .object({
    case: Code,
    erasedAt: Time,
    /** Who asked, and who agreed: ids of members. */
    asked: z.string().optional(),
    by: z.string(),
    reason: z.string(),
    tombstone: z.object({ entry: z.int(), hash: z.string() }),
    /** Objects that the chain names, and those of them that still lie in the vault. */
    objects: z.object({ named: z.int(), left: z.int() }),
    key: z.enum(['destroyed', 'left']),
    /** The signed note (C2SP) over all of the above, and the public key that it is checked with. */
    note: z.string().optional(),
    publicKey: z.string().optional(),
    /** That the tombstone stands in a signed checkpoint. */
    checkpoint: z.string().optional(),
    inclusion: z
      .object({
        leafIndex: z.int(),
        treeSize: z.int(),
        leaf: z.string(),
        proof: z.array(z.string()),
        seq: z.int(),
        hash: z.string(),
      })
      .optional(),
    timestamps: z
      .array(z.object({ name: z.string(), token: z.string(), certificates: z.string() }))
      .optional(),
  })
  .meta({ id: 'ErasureCertificate' })

export const Erased = z.object({ code: Code, certificate: ErasureCertificate }).meta({ id: 'Erased' })

export type ErasureGround = z.infer<typeof ErasureGround>
export type NewErasure = z.infer<typeof NewErasure>
export type ErasureState = z.infer<typeof ErasureState>
export type ErasureCertificate = z.infer<typeof ErasureCertificate>
export type Erased = z.infer<typeof Erased>
