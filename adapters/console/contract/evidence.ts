import { z } from 'zod'

/**
 * What was read off a file, as the console shows it. Strings in it are a stranger's: they came with
 * the file.
 */
export const Aspect = z.enum([
  'type',
  'digest',
  'container',
  'metadata',
  'provenance',
  'generation',
  'fingerprint',
  'rendering',
  'reading',
])

/**
 * `none` proves nothing; `broken`: something is there and does not hold; `not_computed`: nobody
 * looked, and `why` says what kept them.
 */
export const Found = z.enum(['found', 'broken', 'none', 'not_computed'])
export const NotComputed = z.enum([
  'tool_absent',
  'unsupported',
  'too_large',
  'too_slow',
  'damaged',
  'failed',
])

/** Of one aspect, over all tools that looked at it. */
export const Reading = z.object({ found: Found, why: NotComputed.optional() })

export const Derived = z
  .object({
    /** Its place in `GET .../derived/{n}`. */
    n: z.int(),
    what: z.enum(['preview', 'thumbnail', 'poster', 'frame', 'page']),
    /** Which frame or page, from 0. */
    index: z.int(),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'Derived' })

export const Examined = z
  .object({
    /** `broken`: what is sealed is not what arrived. */
    digest: Reading,
    type: Reading.extend({
      /** The sender called it something else than the content shows. */
      mismatch: z.boolean(),
      /** Bytes after the end of the picture. */
      trailing: z.int().optional(),
      /** Another format that the same bytes can be read as. */
      also: z.array(z.enum(['zip', 'pdf', 'html'])),
    }),
    metadata: Reading.extend({
      camera: z.string().optional(),
      software: z.string().optional(),
      /** As the file says it; it names no zone. */
      takenAt: z.string().optional(),
      /** The file says where it was taken: see `place`. */
      hasPlace: z.boolean(),
    }),
    /** Signed statement of origin (C2PA). */
    origin: Reading.extend({
      signer: z.string().optional(),
      madeBy: z.string().optional(),
      signedAt: z.string().optional(),
    }),
    /** Marks of generators and editors. */
    generation: Reading.extend({ tools: z.array(z.string()) }),
    durationMs: z.int().optional(),
    /** Loudness from 0 to 100, from the beginning to the end. */
    waveform: z.array(z.int()).optional(),
    pages: z.int().optional(),
    width: z.int().optional(),
    height: z.int().optional(),
    pdq: z.object({ hash: z.string(), quality: z.int() }).optional(),
    derived: z.array(Derived),
  })
  .meta({ id: 'Examined' })

/** Everything that was found, as it stands in the chain, but for where a picture was taken. */
export const Examination = z
  .object({
    results: z.array(
      z.object({
        aspect: Aspect,
        found: Found,
        why: NotComputed.optional(),
        /** Name and version of what read it. */
        tool: z.string(),
        facts: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })),
      }),
    ),
  })
  .meta({ id: 'Examination' })

/** Of a reading: in thousandths of the picture's width and height, so that it fits any copy of it. */
export const Area = z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() })

/** What a machine read in a picture of a chat. Strings are a stranger's. */
export const PictureWords = z
  .object({
    /** Name and version of what read it. */
    tool: z.string(),
    /** With whom the chat is, as its head says. */
    header: z.string().optional(),
    bubbles: z.array(
      z.object({
        /** Who wrote it: who holds the phone, or who writes to them. */
        side: z.enum(['me', 'them', 'unknown']),
        text: z.string(),
        /** How well it was read, in per cent. */
        confidence: z.int(),
        area: Area,
      }),
    ),
    codes: z.array(
      z.object({
        place: z.int(),
        /** As `FoundIdentifier` names it. */
        type: z.string(),
        value: z.string(),
        raw: z.string(),
        /** Its check sum holds, or two looks at it agree letter by letter. */
        sure: z.boolean(),
        /** What to compare it with. */
        area: Area,
        /** What was said of it last, and by whom; `value` is as it was confirmed. */
        judged: z
          .object({
            verdict: z.enum(['confirmed', 'rejected', 'passed']),
            by: z.string().optional(),
            value: z.string().optional(),
          })
          .optional(),
      }),
    ),
  })
  .meta({ id: 'PictureWords' })

/** `fixed`: how it should be, where it was misread. */
export const NewCodeJudgement = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('right'), fixed: z.string().trim().min(1).max(200).optional() }),
  z.object({ verdict: z.literal('wrong') }),
])

/** Where the file says it was taken, in degrees; each as it stands in the file where it is no number. */
export const Place = z.object({ latitude: z.string(), longitude: z.string() }).meta({ id: 'Place' })

/** What a ledger entry says beyond its kinds; only for those who may open the case. */
export const CustodyDetail = z
  .object({
    kind: z.string(),
    /** Which item. */
    evidence: z.string().optional(),
    /** Of a look, a request for a bundle or to erase, a hold: what was given as the reason. */
    reason: z.string().optional(),
    /** Of an examination: what read the file, with versions. */
    tools: z.array(z.string()).optional(),
    /** Of a look: what was opened. */
    what: z.enum(['reveal', 'original']).optional(),
    /** Of a bundle: to whom the person agreed, and to how many keys it was sealed. */
    scope: z.enum(['person', 'share-investigators', 'share-ngo']).optional(),
    recipients: z.int().optional(),
    /** Of a list of fingerprints. */
    form: z.enum(['csv', 'threatexchange']).optional(),
    /** Of a bundle. */
    sha256: z.string().optional(),
  })
  .meta({ id: 'CustodyDetail' })

export type Derived = z.infer<typeof Derived>
export type Examined = z.infer<typeof Examined>
export type Examination = z.infer<typeof Examination>
export type PictureWords = z.infer<typeof PictureWords>
export type NewCodeJudgement = z.infer<typeof NewCodeJudgement>
export type Place = z.infer<typeof Place>
export type CustodyDetail = z.infer<typeof CustodyDetail>
