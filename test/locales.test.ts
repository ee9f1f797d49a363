import { FluentResource } from '@fluent/bundle'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ADVICE } from '../adapters/channels/whatsapp/disconnects.ts'
import { flow } from '../bots/amin/flow.ts'
import { teams } from '../bots/amin/teams.ts'
import { triageRules } from '../bots/amin/triage.ts'
import { SCOPES, scopeKey } from '../core/model/access-rules.ts'
import { CONTROLS } from '../core/model/flow.ts'
import { readAge } from '../core/policy/conversation/age.ts'
import { fold } from '../core/text/fold.ts'
import { controlKey, flowKeys, languageKey, offerKey, optionKey, teamKey } from '../core/model/keys.ts'
import { commandIn, languageNamed, optionNamed } from '../core/policy/conversation/words.ts'
import { LANGUAGES } from '../core/base/language.ts'
import type { App } from '../core/ports/channel.ts'
import type { Language } from '../core/base/language.ts'
import { phrases } from './core/policy/conversation/talk.ts'
import { guessedWords, hurtingWords } from './never-said.ts'

type Node =
  | string
  | { readonly type?: string; readonly name?: string; readonly value?: unknown }
  | readonly Node[]
  | null

const source = (language: Language): string =>
  readFileSync(new URL(`../bots/amin/locales/${language}.ftl`, import.meta.url), 'utf8')
const resource = (language: Language) => new FluentResource(source(language)).body
const keysOf = (language: Language): readonly string[] => resource(language).map((message) => message.id)

/** Variables a text names, wherever they stand in it. */
const variablesIn = (node: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (Array.isArray(node)) for (const part of node) variablesIn(part, found)
  else if (typeof node === 'object' && node !== null) {
    const { type, name } = node as { type?: string; name?: string }
    if (type === 'var' && name !== undefined) found.add(name)
    for (const part of Object.values(node)) variablesIn(part, found)
  }
  return found
}

/** Plural forms that a text counts `count` in, none where it does not. */
const pluralsIn = (node: Node): readonly string[] => {
  if (Array.isArray(node)) return node.flatMap(pluralsIn)
  const select = node as {
    type?: string
    selector?: { name?: string }
    variants?: { key: { value: string } }[]
  }
  return select?.type === 'select' && select.selector?.name === 'count'
    ? (select.variants ?? []).map((variant) => variant.key.value)
    : []
}

const variables = (language: Language): ReadonlyMap<string, readonly string[]> =>
  new Map(resource(language).map((message) => [message.id, [...variablesIn(message.value)].sort()]))

const APPS = [
  'telegram',
  'whatsapp',
  'whatsapp-cloud',
  'webchat',
  'botpress',
  'phone',
] as const satisfies readonly App[]

const SAMPLE = {
  danger: 'home',
  app: 'telegram',
  code: 'ABCD2345',
  count: 11,
  time: '14:05',
  seal: 'deadbeef',
  unit: 'minutes',
  alias: 'Noor',
  limit: 20,
  emergency: '911',
  n: 3,
  of: 12,
  official: '@amin_help',
  about: 'This is Amin.',
  kind: 'ngo',
  organisation: 'Amal',
  amount: '500,000',
  currency: 'IQD',
  hash: '0'.repeat(64),
  times: 2,
  files: '',
  consents: '',
  looks: '',
  day: '27',
  month: 11,
  year: '2026',
  summary: '',
  list: '',
  outcome: 'resolved',
  spoke: 'yes',
  picked: '',
  question: 'Danger now',
  from: '@haider_love_77',
  card: 'Haider +964 771 234 5678',
  town: 'Baghdad',
  words: '',
  title: '',
  link: 'https://chat.example.org/chat#fingerprint',
  value: '',
  lawyer: 'yes',
  source: 'StopNCII (stopncii.org)',
  checked: '28/11/2026',
  share: '',
  step: '',
}

const say = (language: Language, key: string, app: App = 'telegram'): string =>
  phrases.say(language, key, { ...SAMPLE, app }).replace(/[\u2068\u2069]/g, '')
const length = (text: string): number => Array.from(text).length

/**
 * May be longer than 350 characters (bots/amin/README.md, Words): everything that has to be said
 * before consent, and what is said in danger.
 */
const LONG = {
  has: (key: string): boolean =>
    /^(?:phone-)?ask-consent$/.test(key) || key === 'consent-more' || /^(?:ask-)?crisis-|^urgent-/.test(key),
}
const isButton = (key: string): boolean => /^(?:option|control|language|access|scope)-(?!.*changed)/.test(key)

const ENGINE = [
  'phone-ask-consent',
  'phone-ask-device',
  'phone-ask-danger',
  'phone-ask-story',
  'phone-ask-story-words',
  'phone-ask-evidence',
  'phone-ask-ids',
  'phone-ask-review',
  'phone-ask-review-words',
  'phone-farewell',
  'choose-language',
  'correct-which',
  'add-which',
  'summary-line',
  'controls-line',
  'answer-voice',
  'answer-files',
  'answer-unknown',
  'answer-skipped',

  'answer-none',
  'stopped-at',
  'resumed',
  'stopped',
  'paused-again',
  'watched-ask',
  'whether-safe',
  'control-watched-continue',
  'control-watched-stop',
  'go-on-file',
  'story-kept',
  'words-kept',
  'cry-heard',
  'late-answer',
  'message-lost',
  'card-changed',
  'still-above',
  'softly',
  'ask-consent-again',
  'consent-back',
  'who-we-are',
  'softly-consent',
  'consent-left-file',
  'consent-left-open',
  'softly-consent-again',
  'softly-consent-still',
  'saying-again',
  'saying-again-2',
  'saying-noted',
  'saying-arrived',
  'saying-person',
  'saying-read-short',
  'saying-called',
  'saying-called-2',
  'saying-called-nobody',
  'control-call-now',
  'media-noted',
  'forward-seen',
  'forward-kept',
  'forward-kept-from',
  'contact-kept',
  'shared-kept-too',
  'place-kept',
  'place-kept-near',
  'ids-whose',
  'ids-yours',
  'progress',
  'lessons',
  'control-lessons',
  'guides',
  'guides-chosen',
  'guides-near',
  'guide-finished',
  'guide-left',
  'guide-again',
  ...['guides', 'guide-next', 'guide-read', 'guide-later', 'guide-did', 'guide-show', 'guide-no'].map(
    (name) => `control-${name}`,
  ),
  'crisis-violence',
  'crisis-self-harm',
  'crisis-self-harm-other',
  'crisis-taken',
  'crisis-taken-other',
  'crisis-wound',
  'crisis-wound-other',
  'crisis-taken-threatened',
  'crisis-wound-threatened',
  'crisis-burn',
  'crisis-burn-other',
  'crisis-burn-threatened',
  'crisis-violence-other',
  'crisis-abuse-other',
  'crisis-meeting-other',
  'answer-removed',
  'crisis-abuse',
  'crisis-meeting',
  'crisis-deadline',
  'crisis-door',
  'crisis-home',
  'crisis-home-other',
  'urgent-waiting',
  'urgent-still-here',
  'identifiers-more',

  'choices-more',
  'choices-numbers',
  'choose-answer',
  'also-noted',
  'line-removed',
  'required',
  'not-understood',
  'not-understood-amount',
  'not-understood-time',
  'not-understood-media',
  'not-understood-review',
  'not-understood-whose',
  'not-understood-age',
  'files-more',
  'files-wait',
  'offer-human',
  'worry-left',
  'unread-words',
  'human-requested',

  'urgent-called',
  'waiting',
  'with-team',
  'added-to-case',
  'already-answered',
  'already-answered-change',
  'control-change',
  'back-none',
  'help',

  'noted',
  'about-us',
  'answer-amount',
  'verify-us',
  'verify-us-unnamed',
  'exit-innocent',
  'exit-innocent-2',
  'exit-innocent-3',
  'exit-note',
  'tea-note',
  'unsupported',
  'language-changed',
  ...LANGUAGES.map(offerKey),
]
const SYSTEM = [
  'in-line-lately',
  'in-line-unknown',
  'in-line-longer',
  ...[1, 2, 3].map((n) => `still-in-line-${n}`),
  'agent-joined',
  'someone-of-team',
  'returned-to-bot',
  'closing',
  'case-closed',
  'reopened',
  'receipt',
  'receipt-fingerprint',
  'media-refused-age',
  'media-refused-age-here',
  'media-refused-age-there',
  'media-refused-pictures',
  'media-refused-pictures-here',
  'media-refused-pictures-there',
  'minor-told',
  'minor-stands',
  'minor-asked',
  'stopped-sent',
  'minor-pictures',
  'age-open',
  'age-open-other',
  'edit-kept',
  'media-refused-unsaid',
  'media-refused-unsaid-here',
  'media-refused-unsaid-there',
  'file-waits-consent',
  'file-waits-age',
  'file-waits-too',
  'file-waits-again',
  'file-let-go',
  'file-stays',
  'too-large',

  'too-many',
  'evidence-gone',
  'evidence-unreachable',
  'evidence-no-room',
  'nothing-arrived',
  'call-unanswered',
  'late-hello',
  'queue-returned',
  'case-code',
  'way-back',
  'way-back-again',
  'place-help',
  'place-help-near',
  'place-help-yes',
  'place-help-no',
  'place-yes',
  'place-no',
  'go-on',
  'go-on-kept',
  'go-on-kept-too',
  'go-on-send',
  'go-on-send-too',
  'go-on-left',
  'go-on-words',
  'closed-here',
  'erase-key',
  'secret-guessable',
  'secret-stays',
  'secret-page',
  'secret-page-again',
  'moment',
  'send-place',
  'place-by-menu',
  'secret-typed',
  'stays-page',
  'stays-telegram',
  'stays-whatsapp',
  'stays-webchat',
  'stays-botpress',
  'show-pin-ask',
  'show-wrong',
  'show-left',
  'change-pin-ask',
  'change-left',
  'return-tried',
  'return-files-along',
  'hidden-called',
  'hidden-called-life',
  'checkin',
  'checkin-again',
  ...[1, 2, 3, 4, 5].map((n) => `comfort-${n}`),
  ...['exit', 'start', 'help', 'human', 'language', 'stop', 'back', 'skip'].map(
    (command) => `cmd-${command}`,
  ),
]
/** Of core/services/access. */
const ACCESS = [
  'access-set-pin',
  'access-erase-yes',
  'access-check-in-yes',
  'access-check-in-no',
  'check-in-ask',
  'check-in-agreed',
  'check-in-refused',
  'access-erase-no',
  'access-erase-certificate',
  ...['pin', 'decoy', 'duress'].flatMap((secret) => [`${secret}-ask`, `${secret}-about`]),
  ...['kept', 'shape', 'taken', 'covered'].map((what) => `secret-${what}`),
  'secrets-done',
  ...['code-ask', 'code-shape', 'pin-ask', 'wrong', 'wait', 'left', 'forgot', 'welcome'].map(
    (what) => `return-${what}`,
  ),
  'decoy-welcome',
  'consents',
  'share-investigators-ask',
  'share-ngo-ask',
  'access-hand-on-yes',
  'access-hand-on-no',
  'hand-on-left',
  ...SCOPES.map(scopeKey),
  'outside-help-about',
  'consent-yes',
  'consent-no',
  'have',
  'have-hash',
  'have-nothing',
  'have-hashes',
  'have-record',
  'looks-none',
  'looks-by',
  'looks-unnamed',
  'correct-add',
  'share-ask',
  'share-done',
  'share-minor',
  'read-ask',
  'read-ask-more',
  'read-fix-ask',
  'read-done',
  'read-passed',
  'access-read-yes',
  'access-read-fix',
  'access-share',
  'access-share-yes',
  'access-share-no',
  'correction-kept',
  'erase-ask',
  'erase-after',
  'erase-kept',
  'erase-held',
  'erased',
  'expired',
  'check-agent',
  'check-life',
  'check-words',
  'ping-discreet',
  'help-more',
]
/** Who reads along on a channel, and what administrators are told of its account. */
const CHANNELS = [
  'channel-note-whatsapp',
  'channel-note-whatsapp-cloud',
  'channel-note-botpress',
  'channel-test-answer',
  ...[...ADVICE, 'cloud'].map((advice) => `whatsapp-advice-${advice}`),
]
const NEEDED = [
  ...CHANNELS,
  ...flowKeys(flow),
  ...CONTROLS.map(controlKey),
  ...LANGUAGES.map(languageKey),
  ...teams.map(teamKey),
  ...triageRules.rules.map((rule) => rule.reason),
  ...ENGINE,
  ...SYSTEM,
  ...ACCESS,
]

describe('every text exists in every language', () => {
  test.each(LANGUAGES)('%s has the keys that are needed, and no others', (language) => {
    expect([...keysOf(language)].sort()).toEqual([...new Set(NEEDED)].sort())
  })

  test.each(['ar', 'ckb'] as const)('%s names the same variables as en', (language) => {
    expect(Object.fromEntries(variables(language))).toEqual(Object.fromEntries(variables('en')))
  })

  test('what is counted has all six forms of Arabic, and an other everywhere', () => {
    const counted = resource('en').filter((message) => pluralsIn(message.value as Node).length > 0)
    expect(counted.map((message) => message.id).sort()).toEqual([
      'answer-files',
      'case-closed',
      'closing',
      'receipt',
      'receipt-fingerprint',
      'return-files-along',
    ])
    for (const { id } of counted) {
      const arabic = resource('ar').find((message) => message.id === id)
      expect([...pluralsIn(arabic?.value as Node)].sort()).toEqual([
        'few',
        'many',
        'one',
        'other',
        'two',
        'zero',
      ])
      for (const count of [0, 1, 2, 3, 11, 100])
        expect(phrases.say('ar', id, { ...SAMPLE, count })).not.toBe('')
    }
  })
})

describe.each(LANGUAGES)('the texts of %s', (language) => {
  const keys = keysOf(language)

  test.each(keys.filter(isButton))('%s fits on a button', (key) => {
    expect(length(phrases.say(language, key))).toBeLessThanOrEqual(24)
  })

  test.each(keys.filter((key) => !LONG.has(key)))('%s is at most 350 characters', (key) => {
    for (const app of APPS) expect(length(say(language, key, app)), app).toBeLessThanOrEqual(350)
  })

  test('a command of the menu fits Telegram (at most 256 characters, core.telegram.org/bots/api#botcommand)', () => {
    for (const key of keys.filter((one) => one.startsWith('cmd-')))
      expect(length(phrases.say(language, key))).toBeLessThanOrEqual(256)
  })

  test('no word is said that hurts', () => {
    for (const key of keys) expect(hurtingWords(language, say(language, key)), key).toEqual([])
  })

  test('the label of an option is understood when it is typed', () => {
    for (const step of flow.steps)
      if ('options' in step)
        for (const option of step.options) {
          const label = phrases.say(language, optionKey(step.id, option.id))
          expect(optionNamed(flow, step.options, fold(label)), label).toBe(option.id)
        }
  })

  test('the label of a way on is understood when it is typed', () => {
    for (const control of CONTROLS)
      expect(commandIn(flow, fold(phrases.say(language, controlKey(control))))).toBe(control)
  })

  test('what a text asks to write is understood', () => {
    const texts = keys.flatMap((key) => APPS.map((app) => say(language, key, app)))
    const asked = new Set(
      texts.flatMap((text) => [...text.matchAll(/[«“]([^»”]+)[»”]/g)].map((match) => match[1] ?? '')),
    )
    const plain = [...asked].filter((word) => !NAMES.has(word) && !word.includes(SAMPLE.question))
    // "Send" counts at the review alone, which is where it is asked for.
    const review = flow.steps.flatMap((step) => (step.kind === 'review' ? step.options : []))
    const known = (word: string) =>
      commandIn(flow, fold(word)) ?? optionNamed(flow, review, fold(word)) ?? languageNamed(flow, fold(word))
    for (const word of plain) expect(known(word) ?? readAge(word), word).toBeDefined()
    expect(plain.length).toBeGreaterThan(8)
  })
})

/** Quoted for another reason than to be typed. */
const NAMES = new Set([
  'أمين',
  'ئەمین',
  'view once',
  'العرض لمرة واحدة',
  'تەنها یەک جار بینین',
  '',
  // What stands on the buttons of the apps.
  'Mute',
  'Auto-delete',
  'Delete',
  'Delete chat',
  'Clear chat',
  'Disappearing messages',
  'Chat lock',
  'This message was deleted',
  'كتم',
  'الحذف التلقائي',
  'حذف',
  'مسح محتوى الدردشة',
  'الرسائل ذاتية الاختفاء',
  'قفل الدردشة',
  'تم حذف هذه الرسالة',
  'deleted',
])

test.each(LANGUAGES)('the words to check an agent by, in %s, are 32 different ones', (language) => {
  const list = phrases.say(language, 'check-words').split(' ')
  expect(new Set(list.map(fold)).size).toBe(32)
  expect(list).toHaveLength(32)
})

test.each(['saying-cant-write', 'saying-how-send-evidence', 'guide-evidence'] as const)(
  'a text that invites to send what of children is not taken says so (%s)',
  (key) => {
    for (const language of LANGUAGES) expect(say(language, key), language).toMatch(/18/)
  },
)

test('Arabic does not guess whether a man or a woman reads', () => {
  for (const { id } of resource('ar')) expect(guessedWords(say('ar', id)), id).toEqual([])
})

test.each(LANGUAGES)(
  'danger to life says what to do at once, in %s, where no emergency number is configured',
  (language) => {
    const naming = resource(language).filter(({ id }) =>
      phrases.say(language, id, { ...SAMPLE, emergency: '911' }).includes('911'),
    )
    expect(naming.length).toBeGreaterThanOrEqual(7)
    for (const { id } of naming) {
      const text = phrases.say(language, id, { ...SAMPLE, emergency: 'none' })
      expect([id, text]).toEqual([id, expect.stringMatching(/police|الشرطة|پۆلیس/)])
      expect([id, text]).toEqual([id, expect.stringMatching(/ambulance|الإسعاف|ئەمبولانس/)])
      expect(text).not.toContain('none')
    }
  },
)

const NEIGHBOUR = /neighbour|الجيران|جار محل ثقة|دراوسێ/
const LEAVING = /leave that place|الخروج من|دەرچوون/
test.each(LANGUAGES)(
  'danger from others names a way out beside the number, in %s, where none is configured: a neighbour, and leaving where nobody stands outside the door',
  (language) => {
    const lasting = [
      'urgent-called',
      'urgent-still-here',
      'urgent-not-safe',
      'crisis-meeting',
      'crisis-meeting-other',
    ]
    const there = ['crisis-violence', 'crisis-violence-other', 'crisis-abuse', 'crisis-abuse-other']
    const home = ['crisis-home', 'crisis-home-other', 'crisis-door']
    for (const id of [...lasting, ...there, ...home]) {
      const text = phrases.say(language, id, { ...SAMPLE, emergency: 'none' })
      expect([id, text]).toEqual([id, expect.stringMatching(NEIGHBOUR)])
      expect([id, LEAVING.test(text)]).toEqual([id, !home.includes(id)])
    }
  },
)

/**
 * The one promise about family: the same sentence wherever it is said by itself, and the same
 * condition wherever it is said in other words.
 */
const FAMILY = {
  ar: {
    of: /(?:نتصل|نخبر|نكلم|يُخبر|يخبر)\S* ?\S*أهل/,
    says: 'لن نتصل بأهلك من دون موافقتك',
    without: 'من دون موافقتك',
  },
  ckb: {
    of: /(?:پەیوەندی|ئاگادار|دەڵێن|ناڵێن)[^.؟]*خێزانت|خێزانت[^.؟]*(?:پەیوەندی|ئاگادار|دەڵێن|ناڵێن)/,
    says: 'بێ ڕەزامەندیی خۆت پەیوەندی بە خێزانتەوە ناکەین',
    without: 'بێ ڕەزامەندیی خۆت',
  },
  en: {
    of: /(?:contact|call|tell|inform|write to) your (?:family|parents|relatives)/i,
    says: 'We do not contact your family without your agreement',
    without: 'without your agreement',
  },
} as const

test.each(LANGUAGES)(
  'what is promised of the family is one sentence, in every text that speaks of it (%s)',
  (language) => {
    const { of, says, without } = FAMILY[language]
    const spoken = keysOf(language).filter((key) => of.test(say(language, key)))
    for (const key of [
      'saying-who-sees',
      'saying-tell-family',
      'saying-minor-who',
      'crisis-violence',
      'crisis-abuse',
    ])
      expect(say(language, key), key).toContain(says)
    expect(spoken.length).toBeGreaterThan(4)
    for (const key of spoken) expect(say(language, key), key).toContain(without)
  },
)

test.each(LANGUAGES)('nobody is called by a name that no team has: "the emergency team" (%s)', (language) => {
  const name = { ar: /فريق الطوارئ/, ckb: /تیمی فریاکەوتن/, en: /emergency team/i }[language]
  expect(keysOf(language).filter((key) => name.test(say(language, key)))).toEqual([])
})
