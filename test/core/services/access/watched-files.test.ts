import { describe, expect, test } from 'vitest'
import { TELEGRAM_CAPABILITIES } from '../../../../adapters/channels/telegram/capabilities.ts'
import { WEBCHAT_CAPABILITIES } from '../../../../adapters/channels/webchat/limits.ts'
import { WHATSAPP_CAPABILITIES } from '../../../../adapters/channels/whatsapp/capabilities.ts'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import type { Language } from '../../../../core/base/language.ts'
import type { Capabilities } from '../../../../core/ports/channel.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const CHANNELS: ReadonlyArray<readonly [string, Capabilities]> = [
  ['telegram', TELEGRAM_CAPABILITIES],
  ['whatsapp', WHATSAPP_CAPABILITIES],
  ['whatsapp-cloud', WHATSAPP_CLOUD_CAPABILITIES],
  ['webchat', WEBCHAT_CAPABILITIES],
]

type Told = { readonly adult: readonly string[]; readonly child: readonly string[]; readonly cry: string }
const TOLD: Readonly<Record<Language, Told>> = {
  ar: { adult: ['نعم', 'عمري ٢٢'], child: ['نعم', 'عمري ١٥'], cry: 'راح يقتلني الليلة' },
  ckb: { adult: ['بەڵێ', 'تەمەنم ٢٢ ساڵە'], child: ['بەڵێ', 'تەمەنم ١٥ ساڵە'], cry: 'ئەمشەو دەمکوژێت' },
  en: { adult: ['yes', 'I am 22'], child: ['yes', 'I am 15'], cry: 'he will kill me tonight' },
}
const SEEN: Readonly<Record<Language, string>> = {
  ar: 'احد يشوف تلفوني',
  ckb: 'کەسێک مۆبایلەکەم دەبینێت',
  en: 'someone sees this phone',
}
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const NO: Readonly<Record<Language, string>> = { ar: 'لا', ckb: 'نەخێر', en: 'no' }

/** That a file came, was taken, or was not. */
const OF_A_FILE =
  /file|photo|picture|voice|received|seal|opened|ملف|صور|صوت|وصل(?:نا|ت)|ختم|فايل|وێنە|دەنگ|گەیشتن|مۆر/i

/** `asked`: it is not answered whether it is safe; `watched`: it is said not to be; `cried`: out of that. */
const STATES = ['asked', 'watched', 'cried'] as const

const reach = async (
  capabilities: Capabilities,
  language: Language,
  { state, of = 'adult' }: { readonly state: (typeof STATES)[number]; readonly of?: 'adult' | 'child' },
) => {
  const stage = await openStage()
  Object.assign(stage.ports, { capabilities: () => capabilities })
  const person = stage.person('1', language)
  await person.sends({ kind: 'start' })
  for (const text of [...TOLD[language][of], SEEN[language]]) await person.says(text)
  if (state !== 'asked') await person.says(NO[language])
  if (state === 'cried') await person.says(TOLD[language].cry)
  await stage.workAll()
  await stage.sendAll()
  const said = person.heard().length
  return { stage, person, after: () => person.heard().slice(said) }
}

const sendFiles = async (stage: Stage, person: Person): Promise<void> => {
  await person.sendsFile(new Uint8Array([255, 216, 255, 1]))
  await person.sendsFile(new Uint8Array([1, 2, 3]), { kind: 'voice', capture: 'as_sent' })
  await person.sendsFile(new Uint8Array([7, 8, 9]), { kind: 'document', capture: 'as_sent' })
  await stage.workAll()
  await stage.sendAll()
}

const goOn = async (stage: Stage, person: Person, language: Language, state: string): Promise<void> => {
  if (state !== 'asked') await person.says('1')
  await person.says(YES[language])
  await stage.workAll()
  await stage.sendAll()
}

describe.each(CHANNELS)(
  'files and voice messages that are sent while somebody looks on, on %s',
  (_, capabilities) => {
    test.each(
      STATES.flatMap((state) => (['ar', 'ckb', 'en'] as const).map((language) => [state, language] as const)),
    )('are sealed, and told of only once it is safe (%s, %s)', async (state, language) => {
      const { stage, person, after } = await reach(capabilities, language, { state })
      await sendFiles(stage, person)
      expect(after().join('\n')).not.toMatch(OF_A_FILE)
      expect(after().length).toBeLessThanOrEqual(1)
      const kept = Object.values((await person.book()).state.evidence).filter(
        ({ kind }) => kind !== 'statement',
      )
      expect(kept.map(({ status }) => status)).toEqual(['sealed', 'sealed', 'sealed'])
      await person.says('hello?')
      expect(after().join('\n')).not.toMatch(OF_A_FILE)
      await goOn(stage, person, language, state)
      expect(after().join('\n')).toMatch(OF_A_FILE)
    })

    test.each(STATES)('of a child are not taken, and that is told once it is safe (%s)', async (state) => {
      const { stage, person, after } = await reach(capabilities, 'en', { state, of: 'child' })
      await sendFiles(stage, person)
      expect(after().join('\n')).not.toMatch(OF_A_FILE)
      expect(Object.values((await person.book()).state.evidence)).toEqual([])
      await goOn(stage, person, 'en', state)
      expect(after().join('\n')).toMatch(/that file was not opened and not kept/i)
    })

    test('before anything was agreed to wait, and are sealed once there is a yes and an age', async () => {
      const stage = await openStage()
      Object.assign(stage.ports, { capabilities: () => capabilities })
      const person = stage.person('1')
      await person.says('someone is watching me')
      await sendFiles(stage, person)
      expect(person.heard().join('\n')).not.toMatch(OF_A_FILE)
      for (const text of ['yes', 'yes', 'I am 22']) await person.says(text)
      await stage.workAll()
      const kept = Object.values((await person.book()).state.evidence).filter(
        ({ kind }) => kind !== 'statement',
      )
      expect(kept.map(({ status }) => status)).toEqual(['sealed', 'sealed', 'sealed'])
    })
  },
)
