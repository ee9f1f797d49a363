import { openBook } from '../adapters/phrases/book.ts'
import { EMERGENCY_SAMPLE } from '../adapters/console/contract/sample.ts'
import type { BotTexts } from '../adapters/console/contract/texts.ts'
import { LANGUAGES, type Language } from '../core/base/language.ts'
import type { PhraseArgs, PhraseKey, Phrases } from '../core/ports/phrases.ts'
import { TEXTS } from './texts.ts'

/** A value, or what the bot itself would put there. */
type Sample = string | number | { readonly text: PhraseKey; readonly args?: PhraseArgs }

const SEAL = '3f9a 2c71 d05e 8b46'
/**
 * Made up, and long enough to show how a text breaks. Every argument of the catalogue has one
 * (test/bots/text-samples.test.ts).
 */
const SAMPLES: Readonly<Record<string, Sample>> = {
  about: { text: 'about-us', args: { kind: 'ngo', organisation: 'Amal' } },
  alias: 'Amin 7',
  amount: '500,000',
  app: 'telegram',
  code: '7K3Q-9XDM',
  consents: { text: 'scope-keep' },
  card: 'Haider +964 770 000 0000',
  count: 3,
  danger: 'home',
  day: '27',
  month: 11,
  year: '2026',
  currency: 'IQD',
  emergency: EMERGENCY_SAMPLE,
  files: { text: 'have-hashes' },
  from: '@haider_example',
  hash: SEAL,
  kind: 'ngo',
  limit: 20,
  link: 'https://amin.example.org/chat#fingerprint',
  list: { text: 'option-danger-hurt' },
  looks: { text: 'looks-none' },
  n: 2,
  of: 5,
  official: '@amin_help',
  outcome: 'resolved',
  spoke: 'yes',
  organisation: 'Amal',
  picked: { text: 'option-danger-deadline' },
  question: { text: 'ask-device' },
  seal: SEAL,
  summary: { text: 'ask-age' },
  time: '14:30',
  times: '14:30',
  town: { text: 'option-governorate-baghdad' },
  title: { text: 'ask-device' },
  lawyer: 'yes',
  source: 'Instagram Help Center (help.instagram.com)',
  checked: '28/11/2026',
  share: { text: 'guide-evidence-share' },
  step: { text: 'guide-evidence-1' },
  topic: { text: 'guide-topic-instagram' },
  unit: 'minutes',
  value: { text: 'option-device-mine' },
  words: { text: 'option-consent-continue' },
}

const sampleIn = (phrases: Pick<Phrases, 'say'>, language: Language, name: string): string | number => {
  const sample = SAMPLES[name] ?? name
  return typeof sample === 'object' ? phrases.say(language, sample.text, sample.args) : sample
}

/**
 * Every text of the bot in every language, with arguments as people might get them. Throws
 * `text_missing`.
 */
export const previewTexts = (phrases: Pick<Phrases, 'say'>): BotTexts => ({
  groups: TEXTS.flatMap(openBook).map(({ title, texts }) => ({
    title,
    texts: texts.map(({ key, arguments: names }) => ({
      key,
      arguments: [...names],
      says: Object.fromEntries(
        LANGUAGES.map((language) => [
          language,
          phrases.say(
            language,
            key,
            Object.fromEntries(names.map((name) => [name, sampleIn(phrases, language, name)])),
          ),
        ]),
      ) as Record<Language, string>,
    })),
  })),
})

export const hasSample = (name: string): boolean => SAMPLES[name] !== undefined
