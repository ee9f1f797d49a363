import { z } from 'zod'
import { Language } from './index.ts'
import { Time } from './terms.ts'

/** What a language model may help an agent with, and what became of asking it. */
export const ModelUse = z.enum(['danger', 'facts', 'summary', 'reply', 'translate', 'voice'])

/** Why nothing was said; see core/ports/helper. */
export const ModelSilence = z.enum([
  'off',
  'withheld',
  'budget',
  'stopped',
  'late',
  'unreachable',
  'unauthorised',
  'busy',
  'refused',
  'unreadable',
  'too_large',
])
export type ModelSilence = z.infer<typeof ModelSilence>

/**
 * Whether one is switched on, for what, where words go, and how it is. Without one everything else
 * is missing.
 */
export const ModelState = z
  .object({
    uses: z.array(ModelUse),
    /** `here`: on the machine of the console. */
    at: z.enum(['here', 'away']).optional(),
    host: z.string().optional(),
    model: z.string().optional(),
    health: z
      .object({
        status: z.enum(['untried', 'ready', 'failing', 'resting', 'spent']),
        why: ModelSilence.optional(),
        callsLastHour: z.int(),
        budget: z.int(),
      })
      .optional(),
  })
  .meta({ id: 'ModelState' })
export type ModelState = z.infer<typeof ModelState>

const none = ModelSilence.optional()
/** Which model said it; missing where nothing was said. */
const model = z.string().optional()

/** Each sentence with the words that it rests on; `message` is the id of the line they stand in. */
export const ModelSummary = z
  .object({
    sentences: z.array(z.object({ text: z.string(), quotation: z.string(), message: z.string().optional() })),
    model,
    none,
  })
  .meta({ id: 'ModelSummary' })
export type ModelSummary = z.infer<typeof ModelSummary>

/** `text`: a draft, or a translation; missing where nothing was said. */
export const ModelText = z.object({ text: z.string().optional(), model, none }).meta({ id: 'ModelText' })
export type ModelText = z.infer<typeof ModelText>

export const ModelFact = z
  .object({
    field: z.enum(['who', 'where', 'demand', 'deadline', 'platform']),
    /** Words of the message, as they were written. */
    words: z.string(),
    message: z.string().optional(),
  })
  .meta({ id: 'ModelFact' })
export const ModelFacts = z.object({ facts: z.array(ModelFact), model, none }).meta({ id: 'ModelFacts' })
export type ModelFacts = z.infer<typeof ModelFacts>

/**
 * What was kept in the case of what machines suggested: the newest facts, and what was heard in
 * voice notes.
 */
export const ModelKept = z
  .object({
    /** A model is switched on, and words of this case may be shown to it. */
    mayAsk: z.boolean(),
    facts: z.array(ModelFact),
    heard: z.array(
      z.object({
        /** Id of the line with the voice note. */
        message: z.string().optional(),
        text: z.string(),
        model: z.string(),
        at: Time,
      }),
    ),
  })
  .meta({ id: 'ModelKept' })
export type ModelKept = z.infer<typeof ModelKept>

export const AskTranslation = z.object({ message: z.string().max(40), into: Language })

/** Of the test with a made-up message. */
export const ModelTried = z
  .object({ text: z.string().optional(), model, none, milliseconds: z.int() })
  .meta({ id: 'ModelTried' })
export type ModelTried = z.infer<typeof ModelTried>
