import { z } from 'zod'
import { ChannelName, ClockTime, Time } from './terms.ts'

/**
 * What the intake read in a person's words and knows of how they may be reached; the part of the
 * contract that a case file adds.
 */
export const CrisisLabel = z.enum(['self_harm', 'violence', 'sexual_abuse', 'minor', 'meeting', 'deadline'])

/**
 * `duress`: the word that means "somebody forces me"; `called`: a call for help without a reading
 * of words. `sure` false: a hint, asked about.
 */
export const RowDanger = z.object({
  label: z.enum([...CrisisLabel.options, 'duress', 'called']),
  sure: z.boolean(),
  /** It has happened already, and may need an ambulance. */
  done: z.enum(['taken', 'wound', 'burn']).optional(),
})
export const Wish = z.enum(['woman', 'man'])

export const Danger = z
  .object({
    label: CrisisLabel,
    /** False: words that may mean it; the person was asked. */
    sure: z.boolean(),
    about: z.enum(['self', 'other']),
    /** Stable id of the rule that fired; none where a member of the team saw what nothing had read. */
    rule: z.string(),
    /**
     * Who read it: a rule, the reader that learnt of messages, a language model that was asked, what
     * reads pictures, or somebody of the team.
     */
    witness: z.enum(['rule', 'reader', 'model', 'picture', 'team']),
    /**
     * What became of it. `sure`: acted on at once. Else what the person said when they were asked:
     * `passed` where they spoke of something else, `waiting` where no answer came yet, `left` where
     * it was not asked. `missed`: nothing had read it.
     */
    outcome: z.enum(['sure', 'yes', 'no', 'person', 'passed', 'waiting', 'left', 'missed']),
    /** The words that said it, as they were written, and what stands before and after them in the message. */
    sentence: z.string(),
    before: z.string().optional(),
    after: z.string().optional(),
    /** What a member of the team said last: it is one, or it is none. */
    review: z.object({ verdict: z.enum(['danger', 'none']), by: z.string() }).optional(),
    at: Time,
    /** Id of the message it stands in. */
    message: z.string().optional(),
  })
  .meta({ id: 'Danger' })

export const FoundIdentifier = z
  .object({
    /** The type with its form and whose it is, as `amin assess` names it: `facebook_id`, `phone_self`. */
    type: z.string(),
    value: z.string(),
    /** As it was written. */
    raw: z.string(),
    owner: z.enum(['perpetrator', 'self', 'other']),
    /** Of somebody else's: who that is, where the words beside it tell. */
    role: z.enum(['operator', 'bank', 'office', 'support', 'famous', 'helper']).optional(),
    /** The person took it back, or put another in its place: it matches nothing. */
    withdrawn: z.literal(true).optional(),
    /** A short or share link: whose account it is shows only by opening it, which the server never does. */
    unresolved: z.boolean(),
    /** The number of the person's own chat, which they did not give as theirs: only its end is shown. */
    masked: z.literal(true).optional(),
    /** Id of the message it was first read in. */
    message: z.string().optional(),
  })
  .meta({ id: 'FoundIdentifier' })

export const Consent = z
  .object({
    scope: z.enum([
      'keep',
      'share-investigators',
      'share-ngo',
      'contact-me',
      'hashes-to-platforms',
      'check-in',
      'outside-help',
    ]),
    given: z.boolean(),
    at: Time.optional(),
  })
  .meta({ id: 'Consent' })

const Sign = z.object({ at: Time, channel: ChannelName })

/** What an agent must know before they write. */
export const Signals = z
  .object({
    /** The duress word was written: somebody forces the person. They must not see that anybody knows. */
    duress: Sign.optional(),
    /** The decoy PIN was used: whoever held the phone was shown an empty chat. */
    decoy: Sign.optional(),
    /** Somebody tried to return to the case and did not know the PIN; the last time, and how often. */
    tried: Sign.extend({ count: z.int() }).optional(),
    /** Somebody came back into the chat by a word alone, and nothing showed since who it is. */
    /** `left`: nobody came back; a danger was written there all the same. */
    unproven: z.object({ at: Time, left: z.literal(true).optional() }).optional(),
    /**
     * After an adult's age was given, the person's own words said that they are under 18, or that pictures
     * show them so. `sealed`: files that had been taken by then.
     */
    minor: z.object({ at: Time, of: z.enum(['self', 'pictures']), sealed: z.int() }).optional(),
    /** The person came back from another chat. */
    returned: Sign.optional(),
    /** Somebody looks at the phone now. */
    watched: z.boolean(),
    /** Somebody may look at the phone. */
    discreet: z.boolean(),
    afterTheyWrite: z.boolean(),
    /** Whether what is said now waits until the person writes; `soon`: not yet, as they wrote just now. */
    waits: z.enum(['no', 'soon', 'yes']),
    /** When it is safe to write to the person, every day; over midnight where `to` is the earlier one. */
    safeTimes: z.object({ from: ClockTime, to: ClockTime }).optional(),
    /** Where what is said waits now or `soon`, and then goes out by itself at this time. */
    opensAt: Time.optional(),
  })
  .meta({ id: 'Signals' })

/** Two words that the person reads now, to see whether who writes to them is of the team. */
export const Check = z.object({ words: z.string(), at: Time, until: Time }).meta({ id: 'Check' })

/**
 * `message`: a message of the person. `none`: what was read there is no such danger; `danger`: it
 * is one, whether it was read or missed.
 */
export const NewDangerReview = z.object({
  message: z.string().regex(/^\d{1,15}\.\d{1,6}$/),
  label: CrisisLabel,
  verdict: z.enum(['danger', 'none']),
})

export type NewDangerReview = z.infer<typeof NewDangerReview>
export type Danger = z.infer<typeof Danger>
export type FoundIdentifier = z.infer<typeof FoundIdentifier>
export type Consent = z.infer<typeof Consent>
export type Signals = z.infer<typeof Signals>
export type Check = z.infer<typeof Check>
export type RowDanger = z.infer<typeof RowDanger>
