import { FluentResource } from '@fluent/bundle'
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../core/base/language.ts'

/** Whoever reads: the person, the agent, and whoever is given the report. Each has files of their own. */
const SETS = {
  bot: ['bots/amin/locales', 'bots/amin/guidance/texts/*'],
  console: ['adapters/console/ui/locales', 'adapters/console/ui/locales/*'],
  report: ['adapters/report/locales', 'adapters/report/monthly/locales'],
} as const
type SetName = keyof typeof SETS
const NAMES = Object.keys(SETS) as readonly SetName[]

const ROOT = new URL('..', import.meta.url).pathname

/** Each key with its texts, as Fluent reads them, by the set that they stand in. */
const textsIn = (language: Language): ReadonlyMap<string, ReadonlyMap<SetName, string>> => {
  const found = new Map<string, Map<SetName, string>>()
  for (const name of NAMES)
    for (const folder of SETS[name])
      for (const file of globSync(`${folder}/${language}.ftl`, { cwd: ROOT }))
        for (const { id, value } of new FluentResource(readFileSync(`${ROOT}${file}`, 'utf8')).body) {
          const texts = found.get(id) ?? new Map<SetName, string>()
          texts.set(name, JSON.stringify(value))
          found.set(id, texts)
        }
  return found
}

/** Keys of one name that are told apart on purpose, by the reason for it. */
const APART: readonly { readonly why: string; readonly keys: readonly string[] }[] = [
  {
    why: 'people choose their language by its own name; the team reads its name in theirs',
    keys: ['language-ar', 'language-ckb', 'language-en'],
  },
  {
    why: 'the person says it of themselves, or is told it; the team reads it of them',
    keys: ['answer-unknown', 'answer-skipped', 'files-wait'],
  },
  {
    why: 'why a message was flagged, and why an agent opens a picture',
    keys: ['reason-threat'],
  },
  {
    why: 'a button for what is agreed to, and what was agreed to as the report tells it',
    keys: ['scope-share-investigators', 'scope-share-ngo'],
  },
  {
    why: 'who is given the report does not know the house, its channels and its actors',
    keys: [
      'channel-webchat',
      'channel-phone',
      'channel-import',
      'actor-person',
      'actor-bot',
      'actor-system',
      'actor-agent',
    ],
  },
  {
    why: 'within a sentence of the report; a choice that the agent makes, in the console',
    keys: [
      ...['resolved', 'referred', 'withdrawn', 'unreachable', 'duplicate', 'not-a-case'].map(
        (outcome) => `outcome-${outcome}`,
      ),
      ...['self-harm', 'violence', 'sexual-abuse', 'minor', 'meeting', 'deadline'].map(
        (danger) => `danger-${danger}`,
      ),
      'form-id',
      'form-invite',
      'owner-self',
      'owner-other',
    ],
  },
  {
    why: 'the report stands alone: what a word means, and what it does not prove, is said with it',
    keys: [
      'identifiers-none',
      'evidence-none',
      'read-broken',
      'media-statement',
      ...['recompressed', 'as-sent', 'unknown'].map((capture) => `capture-${capture}`),
      ...['zaincash', 'asiahawala', 'fastpay', 'handle', 'card'].map((type) => `type-${type}`),
      ...['digest', 'container', 'provenance', 'generation'].map((aspect) => `aspect-${aspect}`),
      ...['broken', 'none', 'not-computed'].map((found) => `found-${found}`),
    ],
  },
  {
    why: 'a heading beside who and when in the report; a whole sentence in the console',
    keys: [
      'chat-ended',
      'return-unproven',
      'return-refused',
      'decoy-opened',
      'decoy-used',
      'duress-used',
      'minor-told',
      'consent-given',
      'consent-withdrawn',
      'erase-confirmed',
      'check-shown',
      'sharing-allowed',
      'sharing-withdrawn',
      'export-requested',
      'export-approved',
      'export-refused',
      'hold-set',
      'hold-lifted',
      'erasure-requested',
      'erasure-refused',
      'snooze-ended',
      'safe-times-set',
      'safe-times-cleared',
      'help-asked',
      'help-given',
    ].map((event) => `event-${event}`),
  },
]
const apart = new Set(APART.flatMap(({ keys }) => keys))

const differing = (language: Language): readonly string[] =>
  [...textsIn(language)].filter(([, texts]) => new Set(texts.values()).size > 1).map(([key]) => key)

describe('words of bot, console and report', () => {
  test.each(LANGUAGES)(
    'in %s a key that several have says the same, or is told apart for a reason',
    (language) => {
      const shared = [...textsIn(language).values()].filter((texts) => texts.size > 1)
      // Fewer, and the files are no longer found where they lie.
      expect(shared.length).toBeGreaterThan(90)
      expect(differing(language).filter((key) => !apart.has(key))).toEqual([])
    },
  )

  test('nothing is told apart that says the same in every language', () => {
    const really = new Set(LANGUAGES.flatMap(differing))
    expect([...apart].filter((key) => !really.has(key))).toEqual([])
  })
})
