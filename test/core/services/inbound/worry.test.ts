import { describe, expect, test } from 'vitest'
import type { CaseBook } from '../../../../core/services/desk/desk.ts'
import { NO_WORRY, outcomeOf, PERSON as PERSON_OPTION, worryStep } from '../../../../core/model/worry.ts'
import { findStep, optionsOf } from '../../../../core/policy/conversation/steps.ts'
import { CRISIS_LABELS } from '../../../../core/base/danger.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, phrases as texts } from '../../../build/stage.ts'

/** Words that may mean thoughts of suicide, and answers to the question. */
const HINT: Readonly<Record<Language, string>> = {
  ar: 'تعبت من الحياة',
  ckb: 'ئیتر توانام نەما',
  en: 'I cannot go on',
}
const NO: Readonly<Record<Language, string>> = { ar: 'لا', ckb: 'نەخێر', en: 'no' }
const YES: Readonly<Record<Language, string>> = { ar: 'نعم', ckb: 'بەڵێ', en: 'yes' }
const PERSON: Readonly<Record<Language, string>> = {
  ar: 'أريد شخصاً أكلمه',
  ckb: 'کەسێک، تکایە',
  en: 'A person, please',
}
const SURE: Readonly<Record<Language, string>> = {
  ar: 'راح انتحر',
  ckb: 'خۆم دەکوژم',
  en: 'I will kill myself',
}
/** Words of the question itself. */
const NAMES: Readonly<Record<Language, RegExp>> = {
  ar: /إنهاء حياتهم/,
  ckb: /کۆتاییهێنان بە ژیانیان/,
  en: /ending their life/,
}

const keys = ({ events }: CaseBook): readonly string[] =>
  events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))
const asked = async (who: Person): Promise<number> =>
  keys(await who.book()).filter((key) => key.startsWith('ask-worry-')).length
const outcome = async (who: Person) => outcomeOf((await who.book()).state.conversation, 'self_harm')
const severity = async (who: Person) => (await who.book()).state.severity

describe.each(LANGUAGES)('words that may mean danger (%s)', (language) => {
  const hinted = async () => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.says(HINT[language])
    return { stage, who }
  }

  test('are asked about at once, before consent too, in plain words and with a person offered', async () => {
    const { who } = await hinted()
    expect(who.hears()).toMatch(NAMES[language])
    expect((await who.book()).state.conversation.open?.step).toBe('worry-self-harm')
    expect((await who.book()).state.conversation.called).toEqual({ danger: false, person: false })
  })

  test('get this question alone: no "not understood", and no other list beside it', async () => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.sends({ kind: 'start' })
    const before = who.heard().length
    await who.says(HINT[language])
    expect(who.heard().slice(before)).toEqual([expect.stringMatching(NAMES[language])])
  })

  test('are asked about once: a no is noted, what was under way goes on, and the same words later that day raise nothing', async () => {
    const { who } = await hinted()
    await who.says(NO[language])
    expect(await outcome(who)).toBe('no')
    expect((await who.book()).state.conversation.open?.step).toBe('consent')
    await who.says(HINT[language])
    expect(await asked(who)).toBe(1)
    expect(await severity(who)).toBe('P4')
  })

  test('are as sure as sure words after a yes: people are called and the urgent questions come', async () => {
    const { who } = await hinted()
    await who.says(YES[language])
    const { state } = await who.book()
    expect(state.severity).toBe('P1')
    expect(state.conversation.called.danger).toBe(true)
    expect(state.conversation.open?.step).toBe('join')
  })

  test('bring a person where one is asked for, and somebody looks', async () => {
    const { who } = await hinted()
    await who.presses(PERSON[language])
    const { state } = await who.book()
    expect(state.conversation.called.person).toBe(true)
    expect(state.severity).toBe('P2')
    expect(state.conversation.open?.step).toBe('consent')
  })

  test('make a sure sign no less sure after a no', async () => {
    const { who } = await hinted()
    await who.says(NO[language])
    await who.says(SURE[language])
    expect(await severity(who)).toBe('P1')
    expect((await who.book()).state.conversation.called.danger).toBe(true)
  })
})

test.each(CRISIS_LABELS)(
  '%s has a question of its own, with a no and a person among its answers',
  (label) => {
    const step = findStep(flow, worryStep(label))
    expect(step?.lane).toBe('check')
    expect(step === undefined ? [] : optionsOf(step).map(({ id }) => id)).toEqual(
      expect.arrayContaining([NO_WORRY, PERSON_OPTION]),
    )
  },
)

describe('the question for a worry', () => {
  test.each(LANGUAGES)(
    'is not raised by an answer in the words that stand on its button (%s)',
    async (language) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await who.sends({ kind: 'start' })
      await who.says(texts.say(language, 'option-consent-continue'))
      await who.says(texts.say(language, 'control-skip'))
      for (const option of ['danger-phone', 'device-mine', 'age-me-18'])
        await who.says(texts.say(language, `option-${option}`))
      expect(await asked(who)).toBe(0)
      expect((await who.book()).state.conversation.open?.step).toBe('material')
    },
  )

  test('alone makes no report more urgent; ten minutes without an answer do, so that somebody looks', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('I cannot go on')
    expect(await severity(who)).toBe('P4')
    await stage.passTime(minutes(9))
    expect(await severity(who)).toBe('P4')
    await stage.passTime(minutes(2))
    expect(await severity(who)).toBe('P2')
    await who.says('no')
    expect(await severity(who)).toBe('P2')
  })

  test('that is passed over is not asked again: somebody looks, and the words count for the question before it', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('I cannot go on')
    expect((await who.book()).state.conversation.open?.step).toBe('worry-self-harm')
    await who.says('no', { sentAt: stage.clock.now() })
    await who.says('he asks me where I am, I am afraid of my brother')
    expect((await who.book()).state.conversation.open?.step).toBe('worry-violence')
    await who.says('he has private pictures of me and wants 500 dollars')
    const { state } = await who.book()
    expect(state.conversation.skipped['worry-violence']).toBe('skip')
    expect(state.severity).toBe('P2')
    expect(state.conversation.answers['material']).toEqual({ kind: 'choices', options: ['private'] })
    expect(state.conversation.open?.step).toBe('danger')
    expect(keys(await who.book()).filter((key) => key === 'ask-worry-violence')).toHaveLength(1)
    expect(who.heard().join('\n')).toContain("You don't have to answer my question")
  })

  test.each([
    ['No, I am only tired', 'no'],
    ['yes, since yesterday', 'yes'],
    ['sometimes', 'yes'],
    ['no one believes me anyway', 'passed'],
    ['no, I cannot go on', 'passed'],
    ["I don't know", 'passed'],
    ['talk to a person', 'person'],
  ])('takes free words: %s', async (words, expected) => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('I cannot go on')
    await who.says(words)
    expect(await outcome(who)).toBe(expected)
  })

  test.each([
    ['ar', 'تعبت من هالحياة وما اريد اكمل', 'راح تكولون لاهلي؟', 'ادفعله لو لا؟'],
    ['ckb', 'ماندووم لە ژیان', 'بە خێزانەکەم دەڵێن؟', 'پارەکەی بدەمێ؟'],
  ] as const)(
    'who asks something instead of answering is answered (%s)',
    async (language, tired, family, pay) => {
      for (const [words, answer] of [
        [family, 'saying-tell-family'],
        [pay, 'saying-should-pay'],
      ] as const) {
        const stage = await openStage()
        const who = stage.person('1', language)
        await who.says(tired)
        expect(await asked(who)).toBe(1)
        await who.says(words)
        const said = keys(await who.book())
        expect(said.slice(said.indexOf(answer), said.indexOf('worry-left') + 1)).toEqual([
          answer,
          'worry-left',
        ])
      }
    },
  )

  test.each([
    ['ar', 'خايفة كلش', 'راح تكولون لاهلي؟', 'saying-tell-family'],
    ['ckb', 'زۆر دەترسم', 'بە خێزانەکەم دەڵێن؟', 'saying-tell-family'],
    ['en', 'i cant breathe', 'is this a real person or a bot', 'saying-are-you-human'],
  ] as const)(
    'is not asked of who is afraid and asks something of us: that is answered (%s)',
    async (language, afraid, question, answer) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await reachStory(who)
      await who.says(afraid)
      await who.says(question)
      expect(await asked(who)).toBe(0)
      expect(keys(await who.book())).toContain(answer)
    },
  )

  test('is not raised by a question to us after words that were heavy and no danger', async () => {
    const stage = await openStage()
    const who = stage.person('1', 'ar')
    const talk = [
      'يا جماعة ساعدوني',
      'بنتي 16 سنة واحد يهددها بصورها يريد تطلع تشوفه الخميس',
      'ايه كملوا',
      'ما ادري شنو اسمه بس يوزره ghost_iq22',
      'لا ماكو خطر',
      'اني امها',
    ]
    for (const words of talk) await who.says(words)
    const before = await asked(who)
    await who.says('هل راح تحجون وية المدرسة')
    expect(await asked(who)).toBe(before)
  })

  test('stands in the place of comfort, which it is itself', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('I am so scared, I am afraid of my brother')
    const said = keys(await who.book())
    expect(said.at(-1)).toBe('ask-worry-violence')
    expect(said.filter((key) => key === 'saying-afraid')).toEqual([])
  })

  test('is asked once for several messages in a row', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.writes('he has my photos', 'I cannot go on', 'I cannot go on any more')
    await stage.fallQuiet()
    expect(await asked(who)).toBe(1)
  })

  test('comes for the graver of two worries, and for the other one afterwards', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.writes('I am scared of my brother', 'I cannot go on')
    await stage.fallQuiet()
    expect((await who.book()).state.conversation.open?.step).toBe('worry-self-harm')
    await who.says('no')
    expect((await who.book()).state.conversation.open?.step).toBe('worry-violence')
    await who.says('no')
    expect((await who.book()).state.conversation.open?.step).toBe('consent')
  })

  test('is asked of a case that waits for the team, and what was asked then stands no more once somebody came', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('talk to a person')
    await who.says('I cannot go on')
    expect(await asked(who)).toBe(1)
    await stage.desk.claim(await who.code(), agent('Noor'))
    await stage.desk.release(await who.code(), agent('Noor'), 'bot')
    await stage.sendAll()
    expect(await asked(who)).toBe(1)
    // Nobody of the team said a word to what may be a danger: people are called anew.
    expect((await who.book()).state.conversation.open?.step).toBe('fast-safe')
  })

  test('is never asked over a member of the team: they see the words, the severity rises, and nothing is asked after them', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await stage.desk.claim(await who.code(), agent('Noor'))
    await who.says('I cannot go on')
    expect(await asked(who)).toBe(0)
    const { events } = await who.book()
    expect(events.some(({ event }) => event.type === 'crisis_found')).toBe(true)
    await stage.passTime(minutes(11))
    expect(await severity(who)).toBe('P2')
    await stage.desk.release(await who.code(), agent('Noor'), 'bot')
    await who.says('hello')
    expect(await asked(who)).toBe(0)
  })

  test('that was open when somebody came still takes its buttons', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('I cannot go on')
    await stage.desk.claim(await who.code(), agent('Noor'))
    await who.presses('Yes')
    expect(await outcome(who)).toBe('yes')
    expect(await severity(who)).toBe('P1')
  })

  test('that was open when somebody came takes a no as well, so that nobody asks again', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('I cannot go on')
    await stage.desk.claim(await who.code(), agent('Noor'))
    await who.presses('No')
    expect(await outcome(who)).toBe('no')
  })

  test('is asked anew a day later, of new words', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('I cannot go on')
    await who.says('no')
    await stage.passTime(hours(25))
    await who.says('hello again')
    expect(await asked(who)).toBe(1)
    await who.says('I cannot go on')
    expect(await asked(who)).toBe(2)
    expect(await outcome(who)).toBe('waiting')
  })

  test('is not put on a phone that shows nothing: somebody looks at once instead', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('0')
    await who.says('I cannot go on')
    expect(await asked(who)).toBe(0)
    expect(await severity(who)).toBe('P2')
  })

  test('names the other person where a relative writes for somebody', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('my sister says she wants to die')
    expect(who.hears()).toContain('the person you are writing about')
    await who.says('yes')
    expect(who.heard().join('\n')).toContain('for being there for them')
    expect(await severity(who)).toBe('P1')
  })

  test('a later press on an old button counts: a no once it was passed over, a yes after a no', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await who.says('I cannot go on')
    await who.says('it rained here today')
    expect(await outcome(who)).toBe('passed')
    const tokens = stage.channel.sent.flatMap(({ content }) =>
      content.kind === 'text' ? (content.buttons ?? []) : [],
    )
    const press = async (option: string) => {
      const token = tokens.find((one) => one.token.endsWith(`worry-self-harm:${option}`))?.token ?? ''
      await who.sends({ kind: 'press', token })
    }
    await press('no')
    expect(await outcome(who)).toBe('no')
    await press('yes')
    expect(await outcome(who)).toBe('yes')
  })

  test('keeps what was being sent: more files are taken after it', async () => {
    const stage = await openStage()
    const who = stage.person('1')
    await reachStory(who)
    await who.says('A man I met online wants 250 dollars by tomorrow')
    for (let n = 0; n < 14 && (await who.book()).state.conversation.open?.step !== 'review'; n += 1)
      await who.says('skip')
    await who.presses('Add something')
    await who.presses('Evidence')
    await who.sendsFile(new Uint8Array([1, 2, 3]))
    await who.says('I cannot go on')
    expect((await who.book()).state.conversation.open?.step).toBe('worry-self-harm')
    await who.says('no')
    expect((await who.book()).state.conversation.open).toMatchObject({ step: 'evidence', picked: true })
  })
})

describe('an attempt that is over', () => {
  test.each([
    ['en', 'no but i tried last night'],
    ['en', 'not now but yesterday I tried'],
    ['en', 'no. I took pills on friday'],
    ['ar', 'لا بس البارحه حاولت'],
    ['ar', 'لا، بس حاولت قبل يومين'],
    ['ckb', 'نا، بەڵام دوێنێ هەوڵم دا'],
    ['ckb', 'نەخێر بەڵام هەوڵم داوە'],
  ] as const)(
    'beside a no to the question is no no: people are called (%s «%s»)',
    async (language, words) => {
      const stage = await openStage()
      const who = stage.person('1', language)
      await who.says(HINT[language])
      await who.says(words)
      expect((await who.book()).state).toMatchObject({
        severity: 'P1',
        conversation: { called: { danger: true } },
      })
    },
  )

  test.each([
    ['en', 'no, I tried to block him'],
    ['en', 'no I never tried'],
    ['ar', 'لا ما حاولت'],
    ['ar', 'لا، حاولت احظره'],
    ['ckb', 'نا، هەوڵم نەداوە'],
  ] as const)('and what was tried is not always that (%s «%s»)', async (language, words) => {
    const stage = await openStage()
    const who = stage.person('1', language)
    await who.says(HINT[language])
    await who.says(words)
    expect((await who.book()).state.conversation.called.danger).toBe(false)
  })
})
