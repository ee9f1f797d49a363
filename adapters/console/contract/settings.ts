import { z } from 'zod'
import { PUBLIC_CHANNELS } from '../../../core/base/message.ts'
import { LANGUAGES } from '../../../core/base/language.ts'
import { Time } from './terms.ts'

/*
 * What an administrator may set in the console. The operator file states the same sections in the
 * same shapes (bots/operator-schema.ts).
 */

export const Names = z.strictObject({
  ar: z.string().min(1).max(80),
  ckb: z.string().min(1).max(80),
  en: z.string().min(1).max(80),
})

export const Https = z.url({ protocol: /^https$/ }).max(500)

export const Id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens')

/** What people call a number for. */
export const PURPOSES = [
  'emergency',
  'suicide',
  'children',
  'women',
  'family',
  'cyber',
  'legal',
  'ngo',
] as const
export type Purpose = (typeof PURPOSES)[number]

export const KINDS = ['state', 'ngo', 'university', 'company', 'other'] as const

const Organisation = z.strictObject({
  name: Names,
  /** People fear some kinds more than others, so it is said (bots/amin/README.md, Words). */
  kind: z.enum(KINDS),
  readMoreUrl: Https.optional(),
})

/**
 * Official accounts, as people see them; shown when somebody asks whether this is really us
 * (bots/amin/README.md, What the work has taught).
 */
const Official = z.partialRecord(z.enum(PUBLIC_CHANNELS), z.string().min(1).max(100))

const Hotline = z.strictObject({
  id: Id,
  name: Names,
  number: z.string().regex(/^\+?[0-9][0-9 ()-]{1,22}$/, 'a number as people dial it'),
  /** Where it answers; absent: everywhere. */
  area: Names.optional(),
  for: z.array(z.enum(PURPOSES)).min(1),
  /** Who says that this number is right: a page, a letter, a call. */
  source: z.string().min(3).max(300),
  /** When somebody of the operator last dialled it or asked. */
  lastChecked: z.iso.date('a date such as 2026-03-31'),
})
export type Hotline = z.infer<typeof Hotline>

const areDistinct = (list: readonly { readonly id: string }[]): boolean =>
  new Set(list.map(({ id }) => id)).size === list.length

const Hotlines = z.array(Hotline).max(100).refine(areDistinct, 'a hotline stands twice')

export const TEAMS = ['minors', 'violence', 'women-family', 'deepfake', 'account', 'financial'] as const

/** Teams that differ from the six: another name, the languages they speak, or switched off. */
const Teams = z
  .array(
    z.strictObject({
      id: z.enum(TEAMS),
      name: Names.optional(),
      languages: z.array(z.enum(LANGUAGES)).min(1).optional(),
      on: z.boolean().optional(),
    }),
  )
  .refine(areDistinct, 'a team stands twice')
  .refine((teams) => teams.filter(({ on }) => on === false).length < TEAMS.length, 'one team must be left')

const Hour = z.int().min(0).max(23)

/** Minutes, up to a week. */
const Minutes = z.int().min(1).max(10_080)

const Page = z.strictObject({ afterMinutes: Minutes, to: z.enum(['team', 'supervisor', 'external']) })

const Target = z.strictObject({
  replyMinutes: Minutes.optional(),
  nightReplyMinutes: Minutes.optional(),
  pages: z
    .array(Page)
    .min(1)
    .max(20)
    .refine(
      (pages) => pages.every((page, i) => i === 0 || page.afterMinutes > (pages[i - 1]?.afterMinutes ?? 0)),
      'later pages come later',
    )
    .optional(),
  againMinutes: Minutes.optional(),
  againAtMostMinutes: Minutes.optional(),
})

const Targets = z.strictObject({
  night: z.strictObject({ from: Hour, to: Hour }).optional(),
  P1: Target.optional(),
  P2: Target.optional(),
  P3: Target.optional(),
  P4: Target.optional(),
})

/** Each section by the name that it has in the operator file. */
export const SECTIONS = {
  organisation: Organisation,
  official: Official,
  hotlines: Hotlines,
  teams: Teams,
  targets: Targets,
} as const
export type SectionName = keyof typeof SECTIONS
export type Sections = { readonly [N in SectionName]?: z.infer<(typeof SECTIONS)[N]> }
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[]

const SectionParam = z.enum(SECTION_NAMES)

/**
 * `from`: where what holds was said: in the operator file, which leads; here; or nowhere, then our own
 * rules hold. `version`: of what was kept here, 0 where nothing ever was. `value`: what holds.
 */
const stateOf = <T extends z.ZodType>(value: T) =>
  z.object({
    from: z.enum(['file', 'here', 'nowhere']),
    version: z.int().min(0),
    value: value.optional(),
    /** When and by whom it was last changed here. */
    changed: z.object({ at: Time, by: z.object({ id: z.string(), name: z.string() }) }).optional(),
  })

export const SettingsState = z
  .object({
    organisation: stateOf(Organisation),
    official: stateOf(Official),
    hotlines: stateOf(Hotlines),
    teams: stateOf(Teams),
    targets: stateOf(Targets),
  })
  .meta({ id: 'SettingsState' })
export type SettingsState = z.infer<typeof SettingsState>

export const SectionParams = z.object({ section: SectionParam })

/** `version`: that which was read before. `value`: of the shape that `GET /settings` gives; `null` takes it away. */
export const SectionChange = z
  .object({ version: z.int().min(0), value: z.unknown() })
  .meta({ id: 'SectionChange' })
export type SectionChange = z.infer<typeof SectionChange>

/** What of a section becomes another: ids of hotlines and teams, severities, channels, names of fields. */
export const SectionChanges = z.object({
  added: z.array(z.string()),
  removed: z.array(z.string()),
  changed: z.array(z.string()),
})
export type SectionChanges = z.infer<typeof SectionChanges>

/**
 * Why a field cannot be so, as a word of ours: `missing`, `long`, `small`, `large`, `format`, `choice`,
 * `twice`, `order`, `last` (no team would be left), `strange` (nobody knows that field). Of a token also what
 * its platform says (`refused`, `unreachable`, `slowed`, `broken`) and what ends with it (`webhook`, `other-bot`).
 */
export const WHYS = [
  'missing',
  'long',
  'small',
  'large',
  'format',
  'choice',
  'twice',
  'order',
  'last',
  'strange',
  'refused',
  'unreachable',
  'slowed',
  'broken',
  'webhook',
  'other-bot',
] as const
export type Why = (typeof WHYS)[number]

/** `path`: from the section down, such as `hotlines.0.number`. */
export const SettingFault = z.object({ path: z.string(), why: z.enum(WHYS) })
export type SettingFault = z.infer<typeof SettingFault>

/** An operator file, as JSON. */
export const OperatorFile = z.object({ file: z.record(z.string(), z.unknown()) }).meta({ id: 'OperatorFile' })
export type OperatorFile = z.infer<typeof OperatorFile>

/**
 * What an operator file would change, section by section. `file`: the running one leads there. What it
 * states beside these sections (`left`) is not for here: it stays in the file.
 */
export const SettingsPreview = z
  .object({
    sections: z.array(
      z.object({
        section: SectionParam,
        outcome: z.enum(['same', 'changes', 'file', 'wrong']),
        changes: SectionChanges,
        faults: z.array(SettingFault),
      }),
    ),
    left: z.array(z.string()),
  })
  .meta({ id: 'SettingsPreview' })
export type SettingsPreview = z.infer<typeof SettingsPreview>
