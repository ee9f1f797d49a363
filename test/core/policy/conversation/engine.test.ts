import { describe, expect, test } from 'vitest'
import { checkFlow } from '../../../../core/policy/conversation/check-flow.ts'
import { decideConversation } from '../../../../core/policy/conversation/decide.ts'
import { detectLanguage } from '../../../../core/text/detect-language.ts'
import type { Flow } from '../../../../core/model/flow.ts'
import { evolveConversation } from '../../../../core/model/evolve-conversation.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { fullFlow } from './full-flow.ts'
import { shortFlow } from './short-flow.ts'
import { atReview, atStory, checks, HOUR, NOON, STORY, talk } from './talk.ts'
import type { Talk } from './talk.ts'

const MINUTE = 60_000

const toMaterial = (story: string): Talk => {
  const chat = talk({ flow: fullFlow })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.tap('device', 'mine')
  chat.tap('danger', 'none')
  chat.tap('age', 'me-18')
  chat.write(story)
  return chat
}

describe('a flow of every kind of answer, given as data', () => {
  test('it holds together', () => {
    expect(() => checkFlow(fullFlow)).not.toThrow()
  })

  test('each question is asked in its turn and each answer kept in its kind', () => {
    const chat = toMaterial('It began with a call from a stranger')
    expect(chat.state().open?.step).toBe('material')
    chat.write('1, 3')
    chat.write('money, more photos')
    expect(chat.state().open?.step).toBe('amount')
    chat.write('مليون ونص')
    chat.write('yes')
    chat.write('within hours')
    expect(chat.state().open?.step).toBe('deadline-at')
    chat.write('in 2 hours')
    expect(chat.state().open?.step).toBe('suspect')
    chat.write('0770 123 4567 and @bad.guy')
    chat.write('t.me/badguy')
    chat.write('done')
    chat.write('relative')
    expect(chat.write('skip').keys).toEqual(['required', 'ask-relative'])
    chat.write('an uncle')
    expect(chat.state().open?.step).toBe('recording')
    chat.send('voice')
    chat.send('photo')
    chat.write('done')
    chat.write('a woman')
    chat.write('Basra')
    expect(chat.state().open?.step).toBe('review')
    const { answers } = chat.state()
    expect(answers).toMatchObject({
      material: { kind: 'choices', options: ['intimate', 'chats'] },
      demand: { kind: 'choices', options: ['money', 'photos'] },
      amount: { kind: 'amount', amount: 1_500_000, currency: 'IQD', raw: 'مليون ونص' },
      paid: { kind: 'choice', option: 'yes' },
      'deadline-at': { kind: 'time', raw: 'in 2 hours' },
      suspect: {
        kind: 'identifiers',
        identifiers: [
          { type: 'phone', normal: '+9647701234567' },
          { type: 'handle', normal: 'bad.guy' },
          { type: 'telegram', normal: 'u:badguy' },
        ],
      },
      relative: { kind: 'text', text: 'an uncle' },
      recording: { kind: 'voice' },
      evidence: { kind: 'media', evidence: { length: 1 } },
      contact: { kind: 'choice', option: 'woman' },
      city: { kind: 'text', text: 'Basra' },
    })
    expect(chat.tap('review', 'send').kinds).toEqual(['case_submitted', 'handoff_requested'])
  })

  test('branches that do not apply are not asked', () => {
    const chat = toMaterial('It began with a call from a stranger')
    chat.write('5')
    expect(chat.write('other').keys).toEqual(['choices-more'])
    chat.write('done')
    expect(chat.state().open?.step).toBe('deadline')
    chat.write('already published')
    expect(chat.state().open?.step).toBe('post')
    chat.write('https://www.facebook.com/posts/1?fbclid=x')
    chat.write('done')
    expect(chat.state().open?.step).toBe('suspect')
    expect(chat.state().answers['post']).toMatchObject({
      identifiers: [{ type: 'url', normal: 'facebook.com/posts/1' }],
    })
  })

  test('a story answers the questions it can, says what was noted, and calls people for a danger in it', () => {
    const chat = talk({ flow: fullFlow })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    const turn = chat.write(
      'He has my photos, wants money, 500 dollars, and wants to meet. His number is 07701234567',
    )
    expect(turn.keys).toEqual(['story-thanks', 'urgent-called', 'also-noted', 'ask-paid'])
    expect(turn.events).toContainEqual({ type: 'handoff_requested', why: 'danger' })
    expect(chat.state().answers).toMatchObject({
      material: { options: ['intimate'] },
      demand: { options: ['money', 'meet'] },
      amount: { amount: 500, currency: 'USD', raw: '' },
      suspect: { identifiers: [{ type: 'phone', normal: '+9647701234567' }] },
    })
  })

  test('hints alone answer the question that waits', () => {
    const chat = toMaterial('It began with a call from a stranger')
    expect(chat.write('he has our chat').keys).toEqual(['choices-more'])
    expect(chat.state().answers['material']).toEqual({ kind: 'choices', options: ['chats'] })
  })

  test('words in place of a voice note are taken', () => {
    const flow: Flow = {
      ...fullFlow,
      steps: fullFlow.steps
        .filter((step) => ['consent', 'device', 'age', 'story', 'recording', 'review'].includes(step.id))
        .map((step) => (step.id === 'recording' ? { id: 'recording', kind: 'voice' } : step)),
    }
    checkFlow(flow)
    const chat = talk({ flow })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('age', 'me-18')
    chat.write(STORY)
    expect(chat.write('cannot speak now').keys).toEqual(['ask-review'])
    expect(chat.state().answers['recording']).toEqual({ kind: 'text', text: 'cannot speak now' })
  })

  test('identifiers are kept as written where nothing can be read out of them', () => {
    const chat = toMaterial('It began with a call from a stranger')
    for (const word of ['5', 'other', 'done', 'no time']) chat.write(word)
    expect(chat.write('he calls himself the doctor').keys).toEqual(['identifiers-more'])
    expect(chat.state().answers['suspect']).toEqual({
      kind: 'identifiers',
      identifiers: [],
      raw: 'he calls himself the doctor',
    })
    expect(chat.write('@doctor').keys).toEqual([])
    expect(chat.state().answers['suspect']).toMatchObject({
      raw: 'he calls himself the doctor\n@doctor',
      identifiers: [{ normal: 'doctor' }],
    })
  })

  test.each(['material', 'demand', 'amount', 'deadline', 'suspect', 'evidence', 'city'])(
    '"skip" and "I don’t know" pass %s',
    (target) => {
      for (const word of ['skip', 'I don’t know', 'تجاوز', 'نازانم']) {
        const chat = toMaterial('It began with a call from a stranger')
        while (chat.state().open?.step !== target) {
          if (chat.state().open?.step === 'demand') chat.write('money, other')
          else chat.write('skip')
        }
        const turn = chat.write(word)
        expect(turn.events[0]).toMatchObject({
          type: 'step_skipped',
          step: target,
          how: word === 'skip' || word === 'تجاوز' ? 'skip' : 'unknown',
        })
        expect(chat.state().open?.step).not.toBe(target)
      }
    },
  )
})

test('what an option causes is caused once, however often it is pressed', () => {
  const telling: Flow = {
    ...fullFlow,
    steps: fullFlow.steps.map((step) =>
      step.id === 'material' && step.kind === 'choices'
        ? {
            ...step,
            options: step.options.map((one) => ({ ...one, effects: [{ do: 'tell', key: 'story-thanks' }] })),
          }
        : step,
    ),
  }
  const chat = talk({ flow: telling })
  chat.do({ kind: 'start' })
  for (const [step, option] of [
    ['consent', 'continue'],
    ['device', 'mine'],
    ['danger', 'none'],
    ['age', 'me-18'],
  ] as const)
    chat.tap(step, option)
  chat.write('It began with a call from a stranger')
  expect(chat.tap('material', 'fake').keys).toEqual(['story-thanks', 'choices-more'])
  expect(chat.tap('material', 'fake').keys).toEqual(['choices-more'])
  expect(chat.tap('material', 'chats').keys).toEqual(['story-thanks', 'choices-more'])
})

describe('what was not understood', () => {
  test('is explained once with the numbered list, then a person is offered, then the question only stays', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    const once = chat.write('hmm')
    expect(once.keys).toEqual(['not-understood', 'ask-consent-again'])
    expect(once.says[1]?.numbered).toBe(true)
    expect(chat.shown()[1]?.text).toContain('1. Yes, I want to talk\n2. Read more\n3. Leave')
    expect(chat.write('hm').keys).toEqual(['offer-human'])
    expect(chat.write('h').keys).toEqual(['softly-consent'])
    expect(chat.write('h').says[0]?.choices?.map(({ label }) => label)).toContain('option-consent-continue')
  })

  test('is explained again after a while', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    for (const word of ['hmm', 'hm', 'h']) chat.write(word)
    chat.wait(11 * MINUTE)
    expect(chat.write('hm?').keys).toEqual(['ask-consent-again'])
  })

  test('is said once in a conversation: at the next question a person is offered', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    for (const word of ['hmm', 'hm', 'continue']) chat.write(word)
    expect(chat.write('hmm').keys).toEqual(['offer-human'])
    expect(chat.write('hmm').keys).toEqual(['softly'])
  })

  test.each([
    ['amount', 'a lot', 'not-understood-amount'],
    ['deadline-at', 'soon', 'not-understood-time'],
  ])('a %s gets an example of its own', (step, word, key) => {
    const chat = toMaterial('It began with a call from a stranger')
    chat.write('5')
    chat.write(step === 'amount' ? 'money, other' : 'more photos, other')
    if (step === 'deadline-at') chat.write('within hours')
    expect(chat.write(word).keys).toEqual([key, `ask-${step}`])
  })

  test('a number that is not in the list is no answer', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    expect(chat.write('9').keys).toEqual(['not-understood', 'ask-consent-again'])
    expect(chat.write('1, 2').kinds).toEqual([])
  })
})

describe('back and forth', () => {
  test('back asks the question before; its answer stays until it is answered anew', () => {
    const chat = atStory()
    const turn = chat.write('back')
    expect(turn.events).toMatchObject([
      { type: 'step_reopened', step: 'age', why: 'back' },
      { type: 'question_asked', step: 'age', asked: 6 },
    ])
    expect(chat.state().answers['age']).toEqual({ kind: 'choice', option: 'me-18' })
    expect(chat.tap('age', 'me-18').keys).toEqual(['ask-story'])
  })

  test('back goes further back each time, and at the beginning says so', () => {
    const chat = atStory()
    expect(chat.do({ kind: 'command', command: 'back' }).events[0]).toMatchObject({ step: 'age' })
    expect(chat.tap('age', '!back').events[0]).toMatchObject({ step: 'danger' })
    expect(chat.write('go back').events[0]).toMatchObject({ step: 'device' })
    expect(chat.write('رجوع').events[0]).toMatchObject({ step: 'consent' })
    expect(chat.write('back')).toMatchObject({ kinds: [], keys: ['back-none', 'ask-consent-again'] })
  })

  test('back from a question that is half answered is the one before it', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'deadline')
    expect(chat.write('back').events[0]).toMatchObject({ type: 'step_reopened', step: 'device' })
    chat.tap('device', 'shared')
    expect(chat.state().open?.step).toBe('age')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['deadline'] })
  })

  test('skipping a question that was reopened keeps its answer', () => {
    const chat = atStory()
    chat.write('back')
    expect(chat.write('skip').keys).toEqual(['ask-story'])
    expect(chat.state().answers['age']).toEqual({ kind: 'choice', option: 'me-18' })
    expect(chat.state().skipped['age']).toBeUndefined()
  })

  test('several choices that are reopened are chosen anew', () => {
    const chat = atStory()
    chat.write('back')
    chat.write('back')
    chat.tap('danger', 'deadline')
    chat.tap('danger', '!done')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['deadline'] })
  })

  test('an answer that was skipped can be given later', () => {
    const chat = atStory()
    chat.write('skip')
    chat.write('back')
    chat.write(STORY)
    expect(chat.state().answers['story']).toEqual({ kind: 'text', text: STORY })
    expect(chat.state().skipped['story']).toBeUndefined()
  })
})

describe('buttons of earlier questions', () => {
  test('the same answer again is known already', () => {
    const chat = atStory()
    expect(chat.tap('device', 'mine')).toMatchObject({ kinds: [], keys: ['already-answered'] })
    expect(chat.state().open?.step).toBe('story')
  })

  test('another answer is offered as a change, and changes only when that is pressed', () => {
    const chat = atStory()
    const turn = chat.tap('device', 'shared')
    expect(turn).toMatchObject({ kinds: [], keys: ['already-answered-change'] })
    expect(chat.state().answers['device']).toEqual({ kind: 'choice', option: 'mine' })
    expect(chat.tap('device', '!edit').keys).toEqual(['ask-device'])
    expect(chat.tap('device', 'shared').keys).toEqual(['ask-story'])
  })

  test('a button of a question that still waits answers it, whatever ordinal it carries', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    expect(chat.press('99:consent:continue').keys).toEqual(['ask-device'])
  })

  test('a question that was left by going back can still be answered by its own button', () => {
    const chat = atStory()
    chat.write('back')
    chat.write('back')
    const turn = chat.tap('age', 'me-16-17')
    expect(turn.keys).toEqual(['already-answered-change'])
  })

  test.each([
    '',
    'x',
    '1:nowhere:x',
    '1:consent:nothing',
    '1:constructor:x',
    '1:__proto__:x',
    '1:consent:!fly',
    '0:!language:fr',
    '5:review:send',
  ])('an invented token «%s» changes nothing and asks what waits', (token) => {
    const chat = atStory()
    const before = chat.state()
    const turn = chat.press(token)
    expect(turn.events).toEqual([])
    expect(turn.says.length).toBe(1)
    expect(chat.state().answers).toEqual(before.answers)
  })
})

describe('language', () => {
  test.each([
    ['سلام عليكم عندي مشكلة', 'ckb', 'ar'],
    ['سڵاو یارمەتیم پێویستە', 'ar', 'ckb'],
    ['Hello, I need somebody', 'ar', 'en'],
    ['3indi mushkila', 'en', 'ar'],
  ] as const)('the first words «%s» choose it', (text, from, to) => {
    const chat = talk({ language: from })
    chat.do({ kind: 'start' })
    expect(chat.write(text).events[0]).toEqual({ type: 'language_chosen', language: to, by: 'words' })
  })

  test('later words change nothing: two messages in another language, and its speaker is asked once whether to go on in it', () => {
    const chat = atStory()
    const language = () => chat.state().language
    chat.write('He wrote this to me today')
    expect(chat.write('هو يكول راح ينشر صوري باجر').kinds).not.toContain('language_chosen')
    const turn = chat.write('شنو اسوي هسه وين اروح')
    expect([language(), turn.kinds.includes('language_chosen')]).toEqual(['en', false])
    expect(turn.keys).toContain('offer-language-ar')
    expect(turn.says.flatMap(({ choices }) => choices ?? []).map(({ token }) => token)).toContain(
      '0:!language:ar',
    )
    const others = ['اريد احد يساعدني هسه', 'ما اعرف شنو اسوي بعد'].flatMap((text) => chat.write(text).keys)
    expect(others).not.toContain('offer-language-ar')
    expect(language()).toBe('en')
    expect(chat.press('0:!language:ar').keys).toContain('language-changed')
    expect(language()).toBe('ar')
  })

  test.each(['na3am', 'نعم', 'yes', 'bale'])(
    '«%s» takes the offer where the open question does not know it',
    (word) => {
      const chat = atStory()
      chat.write('He wrote this to me today')
      chat.write('هو يكول راح ينشر صوري باجر')
      chat.write('شنو اسوي هسه وين اروح')
      chat.write(word)
      expect(chat.state().language).toBe('ar')
    },
  )

  test('a language that was chosen holds, whatever is written', () => {
    const chat = atStory()
    chat.press('0:!language:en')
    for (const text of [
      'راح انشر صورك باجر',
      '3umri 22 w wahid yhadidni',
      'دەڵێت وێنەکانم بڵاو دەکاتەوە',
      'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
    ])
      expect(chat.write(text).kinds).not.toContain('language_chosen')
    expect(chat.state().language).toBe('en')
    const fresh = talk({ language: 'ar' })
    fresh.press('0:!language:en')
    expect(fresh.write('هلو عندي مشكله وياي واحد').kinds).not.toContain('language_chosen')
  })

  test.each([
    ['ar', 'a wallet', 'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE'],
    ['ar', 'a link', 'https://www.facebook.com/haider.love.77/posts/the-photos-of-you'],
    ['ar', 'a handle', '@haider_love_the_best_77'],
    ['ar', 'an address', 'haider.love.and.more@example.com'],
    ['en', 'a link with Arabic in it', 'https://example.com/صور/البنت/في/بغداد'],
  ] as const)(
    'of a chat in %s is not changed by %s, as the first words or later, nor asked about',
    (language, _, text) => {
      const fresh = talk({ language })
      fresh.do({ kind: 'start' })
      const first = fresh.write(text)
      const chat = atStory(language)
      const later = [chat.write(text), chat.write(text), chat.write(text)]
      for (const turn of [first, ...later]) {
        expect(turn.kinds).not.toContain('language_chosen')
        expect(turn.keys.join(' ')).not.toMatch(/offer-language/)
      }
      expect([fresh.state().language, chat.state().language]).toEqual([language, language])
    },
  )

  test('of a chat in Arabic is not changed by a contact card with a name in Latin letters, first or later', () => {
    const card = {
      kind: 'contact',
      kept: true,
      shown: untrusted('My Brother John Smith from London'),
      identifiers: [],
    } as const
    const chat = talk({ language: 'ar' })
    const turns = [chat.do(card), chat.do(card), chat.write('مرحبا'), chat.do(card), chat.do(card)]
    for (const turn of turns) {
      expect(turn.kinds).not.toContain('language_chosen')
      expect(turn.keys.join(' ')).not.toMatch(/offer-language/)
    }
    expect(chat.state().language).toBe('ar')
  })

  test('what a hidden chat is written counts for no language', () => {
    const chat = talk({ language: 'ar' })
    chat.do({ kind: 'start' })
    chat.do({ kind: 'command', command: 'exit' })
    for (const text of ['hi who is this please', 'who are you and what is this'])
      expect(chat.write(text).keys).not.toContain('offer-language-en')
    expect(chat.state().language).toBe('ar')
    expect(chat.state().strays).toBeUndefined()
  })

  test('wallets, handles, amounts, names and quoted words choose nothing, first or later', () => {
    const chat = talk({ language: 'ar' })
    chat.do({ kind: 'start' })
    for (const text of [
      'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
      'haider_love_77',
      'rebaz_k99',
      '300 USD',
      '“I will post them”',
      '😢',
    ])
      expect([text, chat.write(text).kinds.includes('language_chosen')]).toEqual([text, false])
    expect(chat.state().language).toBe('ar')
    const english = atStory()
    english.write('He wrote this to me today')
    const keys = [
      'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE',
      'TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE send there now',
    ].flatMap((text) => english.write(text).keys)
    expect(keys.filter((key) => key.startsWith('offer-language'))).toEqual([])
  })

  test('Arabic in Latin letters is Arabic from the first message to the last, without an offer', () => {
    const chat = talk({ language: 'en' })
    chat.do({ kind: 'start' })
    const texts = [
      'hala wahid 3inda suwari',
      'telefoni ili bas',
      'na3am',
      'wahid yhadidni b suwari',
      'yreed flus minni',
      'shasawi hassa',
      'ma adri shno ism il hisab',
      'la',
    ]
    const turns = texts.map((text) => chat.write(text))
    expect(turns.flatMap(({ events }) => events.filter(({ type }) => type === 'language_chosen'))).toEqual([
      { type: 'language_chosen', language: 'ar', by: 'words' },
    ])
    expect(turns.flatMap(({ keys }) => keys).filter((key) => key.startsWith('offer-language'))).toEqual([])
  })

  test('digits, links and "ok" choose nothing', () => {
    const chat = talk({ language: 'ar' })
    chat.do({ kind: 'start' })
    for (const text of ['1', 'ok', 'https://t.me/someone'])
      expect(chat.write(text).kinds).not.toContain('language_chosen')
    expect(chat.state().language).toBe('ar')
  })

  test.each([
    ['English', 'en'],
    ['كوردي', 'ckb'],
    ['العربية', 'ar'],
  ] as const)('its name «%s» changes it in the middle and asks again', (name, language) => {
    const chat = atStory(language === 'en' ? 'ar' : 'en')
    const turn = chat.write(name)
    expect(chat.state().language).toBe(language)
    expect(turn.keys).toEqual(['language-changed', 'ask-story'])
    expect(turn.kinds.filter((kind) => kind === 'question_asked')).toEqual([])
  })

  test('the command lists the languages; a number or a button chooses', () => {
    const chat = atStory()
    expect(chat.do({ kind: 'command', command: 'language' }).keys).toEqual(['choose-language'])
    expect(chat.write('2').events).toEqual([{ type: 'language_chosen', language: 'ckb' }])
    chat.do({ kind: 'command', command: 'language' })
    expect(chat.press('0:!language:ar').keys).toEqual(['language-changed', 'ask-story'])
  })

  test('it can be chosen before anything else, and after everything', () => {
    const fresh = talk()
    expect(fresh.write('کوردی').keys).toEqual(['language-changed', 'ask-consent'])
    const sent = atReview()
    sent.tap('review', 'send')
    expect(sent.write('عربي').keys).toEqual(['language-changed'])
  })
})

describe('words that work at any time', () => {
  test.each(['human', 'أريد شخصاً', 'قسەکردن لەگەڵ کەسێک', 'human please'])(
    '«%s» calls a person, once until somebody comes',
    (word) => {
      const chat = atStory(detectLanguage(word))
      const turn = chat.write(word)
      expect(turn.events).toEqual([{ type: 'handoff_requested', why: 'person' }])
      expect(turn.says).toEqual([{ key: 'human-requested' }])
      expect(chat.write(word)).toMatchObject({ kinds: [], keys: ['human-requested'] })
      expect(chat.write(STORY).keys).toContain('ask-evidence')
    },
  )

  test.each(['urgent', 'عاجل', 'بەپەلە', 'urgent please'])(
    '«%s» calls people for danger, and is answered each time',
    (word) => {
      const chat = atStory(detectLanguage(word))
      const turn = chat.write(word)
      expect(turn.events).toEqual([{ type: 'handoff_requested', why: 'danger' }])
      expect(turn.says).toEqual([{ key: 'urgent-called', args: { emergency: 'none' } }])
      expect(chat.write(word)).toMatchObject({ kinds: [], keys: ['urgent-called'] })
    },
  )

  test('a person can be called before consent, with the very first message', () => {
    const chat = talk()
    const turn = chat.write('urgent')
    expect(turn.kinds).toEqual(['handoff_requested', 'question_asked'])
    expect(turn.keys).toEqual(['urgent-called', 'ask-consent'])
  })

  test.each(['erase', 'مسح', 'سڕینەوە'])('«%s» asks once more before anything is erased', (word) => {
    const chat = atStory(detectLanguage(word))
    expect(chat.write(word)).toMatchObject({
      events: [{ type: 'access_asked', what: 'erase' }],
      keys: ['erase-ask'],
    })
  })

  test.each(['stop', 'توقف', 'وەستان'])('«%s» stops; the next message goes on', (word) => {
    const chat = atStory(detectLanguage(word))
    expect(chat.write(word)).toMatchObject({ kinds: ['conversation_paused'], keys: ['stopped'] })
    const next = chat.write(STORY).kinds.filter((kind) => kind !== 'language_chosen')
    expect(next).toEqual(['conversation_resumed', 'answer_given', 'question_asked'])
  })

  test('stopping twice stays stopped', () => {
    const chat = atStory()
    chat.write('stop')
    expect(chat.write('stop').keys).toEqual(['stopped'])
    expect(chat.state().paused).toBe('message')
  })

  test('after a stop, "continue" asks what waited', () => {
    const chat = atStory()
    chat.write('stop')
    expect(chat.write('continue').keys).toEqual(['resumed', 'ask-story'])
  })

  test('what was noted is shown on demand', () => {
    const chat = atStory()
    expect(chat.write('what did you note').keys).toEqual(['noted'])
    expect(chat.shown()[0]?.text).toContain('Danger now')
  })

  test('help, the note on leaving, and who we are', () => {
    const chat = atStory()
    expect(chat.write('help').keys).toEqual(['help', 'help-more'])
    expect(chat.write('about exit').keys).toEqual(['exit-note'])
    expect(chat.write('who are you').keys).toEqual(['verify-us-unnamed'])
    const named = talk({ official: '@amin' })
    named.do({ kind: 'start' })
    expect(named.write('who are you').says).toMatchObject([{ key: 'verify-us', args: { official: '@amin' } }])
  })

  test.each([
    ['state', 'en', 'a state authority', 'a civil society'],
    ['ngo', 'en', 'a civil society organisation, not the state', 'a state authority'],
    ['ngo', 'ar', 'منظمة مجتمع مدني', 'تديرها جهة حكومية'],
    ['state', 'ckb', 'دەزگایەکی حکومی', 'ڕێکخراوێکی مەدەنی'],
  ] as const)(
    'the first message says who runs this and of what kind (%s, in %s), and so does the answer to who asks',
    (kind, language, said, not) => {
      const name = { ar: 'مركز الأمل', ckb: 'ناوەندی هیوا', en: 'Hope Centre' }
      const chat = talk({ flow: { ...shortFlow, operator: { name, kind } }, language, official: '@amin' })
      const ask = { en: 'who are you', ar: 'من أنتم', ckb: 'ئێوە کێن' }[language]
      for (const turn of [chat.do({ kind: 'start' }), chat.write(ask)]) {
        expect(turn.keys).toHaveLength(1)
        const text = chat.shown().at(-1)?.text ?? ''
        expect(text).toContain(name[language])
        expect(text).toContain(said)
        expect(text).not.toContain(not)
        expect(text).toContain('@amin')
      }
    },
  )

  test('where nobody stated who runs this, that is said and nothing is made up', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    expect(chat.shown()[0]?.text).toContain('Who runs it has not given a name here yet.')
    expect(chat.shown()[0]?.text).not.toContain('account here')
  })

  test('the same words inside a sentence are no commands', () => {
    const chat = atStory()
    expect(chat.write('I told him to stop and he went back to it').kinds).toContain('answer_given')
  })
})

describe('quick exit', () => {
  test.each(['0', '٠', '۰', 'خروج', 'دەرچوون', 'exit', ' Exit! '])(
    '«%s» hides the conversation behind an innocent text',
    (word) => {
      const chat = atStory()
      const turn = chat.write(word)
      expect(turn.events).toEqual([{ type: 'person_exited' }])
      expect(turn.keys.length).toBe(1)
      expect(turn.keys[0]).toMatch(/^exit-innocent/)
      expect(turn.says[0]?.choices).toBeUndefined()
    },
  )

  test('it works in every question, numbers included, before consent, and after submission', () => {
    const amount = toMaterial('It began with a call from a stranger')
    amount.write('5')
    amount.write('money, other')
    expect(amount.state().open?.step).toBe('amount')
    expect(amount.write('0').kinds).toEqual(['person_exited'])
    expect(talk().write('0').kinds).toEqual(['person_exited'])
    const sent = atReview()
    sent.tap('review', 'send')
    expect(sent.do({ kind: 'command', command: 'exit' }).kinds).toEqual(['person_exited'])
    expect(atStory().send('photo', '0').kinds).toEqual(['person_exited'])
  })

  test('an amount that begins with 0 is no exit', () => {
    const chat = toMaterial('It began with a call from a stranger')
    chat.write('5')
    chat.write('money, other')
    expect(chat.write('0.5 million').kinds).toContain('answer_given')
  })

  test('afterwards the bot is silent to whoever writes, until the word of return', () => {
    const chat = atStory()
    chat.write('0')
    for (const text of ['hello', 'who is this', '1', 'what did my daughter tell you'])
      expect(chat.write(text)).toMatchObject({ kinds: [], keys: [] })
    expect(chat.press('5:story:!skip')).toMatchObject({ kinds: [], keys: [] })
    expect(chat.do({ kind: 'resume' })).toMatchObject({ kinds: [], keys: [] })
    expect(chat.write('continue').keys).toEqual(['resumed', 'ask-story'])
    expect(chat.state().exited).toBe(false)
  })

  test('the start button returns as well, and the wish for a person is heard', () => {
    const chat = atStory()
    chat.write('0')
    expect(chat.do({ kind: 'start' }).keys).toEqual(['resumed', 'ask-story'])
    chat.write('0')
    expect(chat.write('urgent').kinds).toEqual(['conversation_resumed', 'handoff_requested'])
  })
})

describe('coming back', () => {
  test('handed back by an agent, the bot says where it stopped and asks that', () => {
    const chat = atStory()
    const turn = chat.do({ kind: 'resume' })
    expect(turn.events).toEqual([])
    expect(turn.keys).toEqual(['stopped-at', 'ask-story'])
    expect(chat.shown()[0]?.text).toContain('What happened')
  })

  test('handed back before anything was asked, it greets', () => {
    expect(talk().do({ kind: 'resume' }).keys).toEqual(['ask-consent'])
  })

  test('a question that was half answered is still open', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'deadline')
    expect(chat.do({ kind: 'resume' }).keys).toEqual(['stopped-at', 'ask-danger'])
    expect(chat.tap('danger', '!done').keys).toEqual(['ask-age'])
  })

  test('pressing start again at once only repeats the question', () => {
    const chat = atStory()
    expect(chat.do({ kind: 'start' }).keys).toEqual(['ask-story'])
  })

  test('the time between messages counts, not that of the newest alone', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.wait(13 * HOUR)
    expect(chat.write('hm').keys).toEqual(['ask-consent'])
    expect(chat.write('hm').keys).toEqual(['not-understood', 'ask-consent-again'])
  })
})

test('what cannot be read is explained, and the question stays', () => {
  const chat = atStory()
  expect(chat.do({ kind: 'unsupported', what: 'story' })).toMatchObject({ kinds: [], keys: ['unsupported'] })
  expect(talk().do({ kind: 'unsupported', what: 'sticker' }).keys).toEqual(['unsupported', 'ask-consent'])
})

test('a blank message is no message', () => {
  expect(atStory().write(' \n\t ')).toMatchObject({ kinds: [], keys: [] })
})

test('an edit or a message of others leaves the conversation as it is', () => {
  const chat = atStory()
  const before = chat.state()
  for (const event of [
    { type: 'person_blocked' },
    { type: 'receipt_scheduled' },
    { type: 'team_assigned', team: 'minors' },
  ] as const)
    expect(evolveConversation(before, event)).toEqual(before)
})

test('a story of a million characters is an answer, read in one pass (a second one over each letter would outlast the test’s limit)', () => {
  const chat = toMaterial('x')
  chat.write('back')
  for (const letters of ['a', 'ا', '1 ', '07701234567 ', 'ab@', '((((', 'ئـ', 'ha '.repeat(5)]) {
    const text = untrusted(letters.repeat(Math.ceil(1_000_000 / letters.length)))
    const { events } = decideConversation(
      fullFlow,
      chat.state(),
      { kind: 'text', text },
      { now: NOON, language: 'ar', checks },
    )
    expect(events[0]).toMatchObject({ type: 'answer_given', step: 'story', answer: { text } })
  }
})

describe('the last guards of a turn', () => {
  test('a pause of minutes is no coming back: only after twelve hours is said where it stopped', () => {
    const chat = atStory()
    chat.wait(13 * 60_000)
    expect(chat.write('hello').keys).not.toContain('stopped-at')
    chat.wait(12 * HOUR + 60_000)
    expect(chat.write('hello').keys).toContain('stopped-at')
  })

  test('what is told before consent is kept as words and answers no other question', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.write(
      'He wants 500 dollars until tomorrow, his account is @someone_77 and he has my photos and videos',
    )
    const { answers } = chat.state()
    expect(Object.keys(answers).filter((step) => step !== 'story')).toEqual([])
  })
})
