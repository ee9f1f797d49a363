import { expect, test } from 'vitest'
import { openStage, type Person, phrases } from '../../../build/stage.ts'

const PIN = '483917'

const SAID = {
  en: { cry: 'my brother will kill me tonight', yes: 'yes', no: 'no', skip: 'skip' },
  ar: { cry: 'اخوي راح يقتلني الليلة', yes: 'نعم', no: 'لا', skip: 'تجاوز' },
  ckb: { cry: 'براکەم ئەمشەو دەمکوژێت', yes: 'بەڵێ', no: 'نەخێر', skip: 'تێپەڕاندن' },
} as const
type Tongue = keyof typeof SAID
const WORDS = [
  ['en', 'code'],
  ['ar', 'رمز'],
  ['ckb', 'کۆد'],
] as const

const keysOf = async (who: Person): Promise<readonly string[]> =>
  (await who.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
const talkOf = async (who: Person) => (await who.book()).state.conversation

/** Somebody in danger, who was asked whether the next minutes are safe and has not answered. */
const asked = async (language: Tongue) => {
  const stage = await openStage()
  const who = stage.person('1', language)
  const { cry, yes } = SAID[language]
  for (const text of [cry, yes]) await who.says(text)
  expect((await keysOf(who)).at(-1)).toBe('ask-fast-safe')
  /** Writes these, and reads what was answered. */
  const answers = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const before = (await keysOf(who)).length
    for (const text of texts) await who.says(text)
    return (await keysOf(who)).slice(before)
  }
  return { who, answers }
}

test.each(WORDS)(
  'who is in danger and has an urgent question before them gets the way back for a word, and then that question again, which takes its answer (%s: «%s»)',
  async (language, word) => {
    const { who, answers } = await asked(language)
    const { skip, no } = SAID[language]
    const waits = (await talkOf(who)).open
    expect(await answers(word)).toEqual(['case-code', 'pin-ask'])
    expect(who.heard().join('\n')).toContain(await who.code())
    expect(await talkOf(who)).toMatchObject({ urgent: true, open: waits })
    expect((await answers(PIN)).at(-1)).toBe('decoy-ask')
    // The word for danger is passed over as well: what was asked before stands last.
    expect(await answers(skip, skip)).toEqual(['duress-ask', 'secrets-done', 'ask-fast-safe'])
    expect(await talkOf(who)).toMatchObject({ urgent: true, open: waits })
    expect(await answers(no)).toEqual(['urgent-not-safe', 'ask-fast-what'])
    const { state } = await who.book()
    expect(state.conversation.answers['fast-safe']).toEqual({ kind: 'choice', option: 'no' })
    expect(state).toMatchObject({ severity: 'P1', hands: { status: 'waiting' } })

    // And it is a way back: it leads to the urgent question that stood there.
    await who.says('0')
    await who.says(word)
    expect(await talkOf(who)).toMatchObject({ exited: true })
    expect((await answers(PIN)).at(-1)).toBe('ask-fast-what')
    expect(await talkOf(who)).toMatchObject({ exited: false, urgent: true })
  },
)

test.each(WORDS)(
  'the button of an urgent question counts while a PIN is asked for, and so do words that are no PIN (%s: «%s»)',
  async (language, word) => {
    const { who, answers } = await asked(language)
    await answers(word)
    await who.presses(phrases.say(language, 'option-fast-safe-no'))
    expect((await talkOf(who)).answers['fast-safe']).toEqual({ kind: 'choice', option: 'no' })
    expect((await keysOf(who)).at(-1)).toBe('ask-fast-what')
    await answers(word)
    const tells = { en: 'he is on his way', ar: 'هو بالطريق الي', ckb: 'لە ڕێگایە بۆ لام' }[language]
    expect(await answers(tells)).toContain('ask-fast-where')
    expect((await talkOf(who)).answers['fast-what']).toMatchObject({ kind: 'text', text: tells })
  },
)

test('a question that names whom to call in an emergency comes again as well', async () => {
  const stage = await openStage()
  const who = stage.person('1', 'en')
  for (const text of ['hello', 'continue', 'I am 22', 'i want to kill myself']) await who.says(text)
  expect((await keysOf(who)).at(-1)).toBe('ask-crisis-now')
  for (const text of ['code', PIN, 'skip', 'skip']) await who.says(text)
  expect((await keysOf(who)).slice(-2)).toEqual(['secrets-done', 'ask-crisis-now'])
})
