import { describe, expect, test } from 'vitest'
import { shortFlow as flow } from './short-flow.ts'
import { checkFlow } from '../../../../core/policy/conversation/check-flow.ts'
import { consentGiven, mediaAllowed } from '../../../../core/policy/conversation/gates.ts'
import type { Language } from '../../../../core/base/language.ts'
import { atReview, atStory, HOUR, STORY, talk } from './talk.ts'

test('the flow holds together', () => {
  expect(() => checkFlow(flow)).not.toThrow()
})

describe('from the first word to the team', () => {
  test('the start greets with the question for consent and asks nothing else', () => {
    const chat = talk()
    const turn = chat.do({ kind: 'start' })
    expect(turn.events).toEqual([{ type: 'question_asked', step: 'consent', asked: 1 }])
    expect(turn.keys).toEqual(['ask-consent'])
    expect(chat.shown()[0]?.buttons?.map((button) => button.label)).toEqual([
      'Yes, I want to talk',
      'Read more',
      'Leave',
      'Talk to a person',
    ])
  })

  test('seven presses and one story lead to a submitted case and a call for people', () => {
    const chat = atReview()
    const turn = chat.tap('review', 'send')
    expect(turn.events).toEqual([{ type: 'case_submitted' }, { type: 'handoff_requested', why: 'submitted' }])
    expect(turn.says).toEqual([{ key: 'waiting' }])
    expect(chat.state().submitted).toBe(true)
  })

  test.each<[Language, readonly string[], string]>([
    [
      'ar',
      [
        'نكمل',
        'نعم، لي وحدي',
        'لا شيء',
        'أنا، 18 فأكثر',
        'شخص يهددني وعنده صوري ويريد مال',
        'تجاوز',
        'إرسال',
      ],
      'إرسال',
    ],
    [
      'ckb',
      [
        'بەردەوام',
        'بەڵێ، تەنها هی خۆمە',
        'هیچیان',
        'خۆم، ١٨ یان زیاتر',
        'کەسێک هەڕەشەم لێ دەکات و وێنەکانم لایە',
        'تێپەڕاندن',
        'ناردن',
      ],
      '',
    ],
    ['en', ['continue', 'Yes, only mine', 'None', 'Me, 18+', STORY, 'skip', 'SEND'], ''],
  ])('in %s it can be walked with words alone', (language, words) => {
    const chat = talk({ language })
    chat.do({ kind: 'start' })
    for (const word of words) chat.write(word)
    expect(chat.state().submitted).toBe(true)
  })

  test.each(['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹'])(
    'it can be walked with the numbers %s alone',
    (digits) => {
      const chat = talk({ language: 'ar' })
      const type = (text: string): void =>
        void chat.write(text.replace(/\d/g, (digit) => digits[Number(digit)]!))
      chat.do({ kind: 'start' })
      for (const number of ['1', '1', '6', '1']) type(number)
      chat.write('شخص يهددني وعنده صوري ويريد مال')
      chat.write('تم')
      type('1')
      expect(chat.state().submitted).toBe(true)
    },
  )

  test('what was answered stands in the review, in the language of the person', () => {
    const chat = atStory('ar')
    chat.write('شخص من الإنترنت عنده صوري ويريد فلوس')
    chat.tap('evidence', '!skip')
    const text = chat.shown()[0]?.text.replace(/[\u2068\u2069]/g, '')
    expect(text).toContain('أمان الهاتف: نعم، لي وحدي')
    expect(text).toContain('ما حدث: شخص من الإنترنت عنده صوري ويريد فلوس')
    expect(text).toContain('الأدلة: لم يُذكر')
  })
})

describe('consent', () => {
  test('reading more leaves the question open under the longer text', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    const turn = chat.tap('consent', 'more')
    expect(turn.events).toEqual([])
    expect(turn.keys).toEqual(['consent-more'])
    expect(turn.says[0]?.choices?.length).toBe(4)
    expect(chat.tap('consent', 'continue').keys).toEqual(['ask-device'])
  })

  test('leaving stops the bot; the next message finds the question again, in a word that knows they were here', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    expect(chat.tap('consent', 'leave').kinds).toEqual(['conversation_paused'])
    const turn = chat.write('hello?')
    expect(turn.kinds).toEqual(['conversation_resumed'])
    expect(turn.keys).toEqual(['consent-back'])
    expect(consentGiven(flow, chat.state())).toBe(false)
  })

  test('consent that is passed over is left open without pressing, and the second time offers a person', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    expect(chat.write('skip').keys).toEqual(['consent-left-open'])
    expect(chat.write('I don’t know').keys).toEqual(['offer-human'])
    expect(consentGiven(flow, chat.state())).toBe(false)
  })
})

describe('what is told before consent', () => {
  test('a story in the first message is kept, and not asked for again', () => {
    const chat = talk()
    const first = chat.write(STORY)
    expect(first.events[0]).toMatchObject({
      type: 'answer_given',
      step: 'story',
      answer: { kind: 'text', text: STORY },
      inbound: 'in-1',
    })
    expect(first.keys).toEqual(['ask-consent'])
    expect(chat.tap('consent', 'continue').keys).toEqual(['story-kept', 'ask-device'])
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    expect(chat.tap('age', 'me-18').keys).toEqual(['ask-evidence'])
    expect(chat.state().answers['story']).toEqual({ kind: 'text', text: STORY })
  })

  test('a greeting is not a story', () => {
    const chat = talk({ language: 'ar' })
    expect(chat.write('السلام عليكم').kinds).toEqual(['question_asked'])
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    expect(chat.tap('age', 'me-18').keys).toEqual(['ask-story'])
  })

  test('more of the story before consent joins it, is acknowledged, and is never a failed answer', () => {
    const chat = talk()
    chat.write(STORY)
    expect(chat.write('He is asking for five hundred dollars until tomorrow').keys).toEqual([
      'softly-consent',
    ])
    expect(chat.write('and I do not know what to do now').keys).toEqual(['softly-consent-again'])
    expect(chat.state().misses).toBe(0)
    expect(chat.state().answers['story']).toMatchObject({
      text: expect.stringContaining('five hundred dollars'),
    })
  })
})

describe('a phone that is not safe', () => {
  const watched = () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    return { chat, turn: chat.tap('device', 'watched') }
  }

  test('being watched stops everything and says how to return', () => {
    const { turn } = watched()
    expect(turn.events).toMatchObject([
      { type: 'answer_given', step: 'device', answer: { option: 'watched' } },
      { type: 'conversation_paused', until: 'word' },
    ])
    expect(turn.keys).toEqual(['paused-watched'])
  })

  test('whoever holds the phone meanwhile learns nothing, and only once the word of return', () => {
    const { chat } = watched()
    expect(chat.write('who are you?').keys).toEqual(['paused-again'])
    expect(chat.write('what is this').keys).toEqual([])
    expect(chat.press('1:danger:hurt').events).toEqual([])
    expect(chat.do({ kind: 'resume' }).says).toEqual([])
  })

  test.each(['1', 'continue', 'تابع', 'بەردەوام'])(
    '«%s» opens nothing by itself: first it is asked whether it is safe, and a yes returns to the next question',
    (word) => {
      const { chat } = watched()
      const asked = chat.write(word)
      expect(asked.keys).toEqual(['watched-ask'])
      expect(asked.kinds).not.toContain('conversation_resumed')
      expect(chat.state().paused).toBe('word')
      const turn = chat.write('yes')
      expect(turn.kinds.filter((kind) => kind !== 'language_chosen')).toEqual([
        'conversation_resumed',
        'question_asked',
      ])
      expect(turn.keys).toEqual(['resumed', 'ask-danger'])
    },
  )

  test('a no, or anything else, keeps it stopped, and the next word of return asks anew', () => {
    const { chat } = watched()
    chat.write('continue')
    expect(chat.write('what is all this').keys).toEqual(['paused-again'])
    expect(chat.write('no').kinds).toEqual(['conversation_paused'])
    expect(chat.write('yes').keys).not.toContain('resumed')
    expect(chat.write('1').keys).toEqual(['watched-ask'])
    expect(chat.do({ kind: 'start' }).keys).toEqual(['watched-ask'])
    expect(chat.write('1').keys).toEqual(['resumed', 'ask-danger'])
  })

  test('the wish for a person is heard all the same', () => {
    const { chat } = watched()
    expect(chat.write('urgent').kinds).toContain('handoff_requested')
  })

  test('not knowing is an option of its own', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('I don’t know')
    expect(chat.state().answers['device']).toEqual({ kind: 'choice', option: 'unsure' })
  })
})

describe('danger now', () => {
  const atDanger = (language: Language = 'en') => {
    const chat = talk({ language })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    return chat
  }

  test('any hit calls people at once, before "done" and while the flow goes on', () => {
    const chat = atDanger()
    const turn = chat.tap('danger', 'hurt')
    expect(turn.events).toMatchObject([
      { type: 'answer_given', step: 'danger', answer: { kind: 'choices', options: ['hurt'] } },
      { type: 'handoff_requested', why: 'danger' },
    ])
    expect(turn.keys).toEqual(['urgent-called', 'choices-more'])
    expect(chat.tap('danger', '!done').keys).toEqual(['ask-age'])
  })

  test('a second hit is noted but does not call again', () => {
    const chat = atDanger()
    chat.tap('danger', 'hurt')
    const turn = chat.tap('danger', 'meeting')
    expect(turn.kinds).toEqual(['answer_given'])
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'meeting'] })
  })

  test('a button that was pressed twice loses nothing', () => {
    const chat = atDanger()
    chat.tap('danger', 'hurt')
    chat.tap('danger', 'hurt')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt'] })
  })

  test.each(['1, 3', '1 3', '١، ٣', '۱،۳', '1 و 3', 'someone may hurt me, deadline', '1\n3'])(
    'several at once: «%s»',
    (text) => {
      const chat = atDanger()
      const turn = chat.write(text)
      expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['hurt', 'deadline'] })
      expect(turn.keys).toEqual(['urgent-called', 'ask-age'])
    },
  )

  test('"none" stands alone and goes on at once', () => {
    const chat = atDanger()
    expect(chat.tap('danger', 'none').keys).toEqual(['ask-age'])
  })

  test('"none" gives way to a danger that is added', () => {
    const chat = atDanger()
    chat.write('6, 2')
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['self-harm'] })
  })

  test('an option and the story in one message answer both questions', () => {
    const chat = atDanger()
    const turn = chat.write('3 he wants money until tomorrow or sends my photos')
    expect(turn.keys).toEqual(['urgent-called', 'ask-age'])
    expect(chat.state().answers['danger']).toEqual({ kind: 'choices', options: ['deadline'] })
    expect(chat.state().answers['story']).toEqual({
      kind: 'text',
      text: '3 he wants money until tomorrow or sends my photos',
    })
  })
})

describe('age', () => {
  const atAge = () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    return chat
  }

  test.each(['me-16-17', 'me-13-15', 'me-under-13', 'other-minor'])(
    '%s: people are called, files stay closed and are not asked for',
    (option) => {
      const chat = atAge()
      const turn = chat.tap('age', option)
      expect(turn.keys).toEqual(['minor', 'ask-story-words'])
      expect(turn.kinds).toContain('handoff_requested')
      expect(mediaAllowed(flow, chat.state())).toBe('age')
      expect(chat.write(STORY).keys).toEqual(['story-thanks', 'ask-review'])
    },
  )

  test.each(['no-answer', 'skip', 'I do not know'])('%s counts as unknown: files stay closed', (how) => {
    const chat = atAge()
    const turn = how === 'no-answer' ? chat.tap('age', how) : chat.write(how)
    expect(turn.keys).toEqual(['age-unknown', 'ask-story-words'])
    expect(mediaAllowed(flow, chat.state())).toBe('age')
    expect(chat.write(STORY).keys).toEqual(['story-thanks', 'ask-review'])
  })

  test.each([
    ['15', 'me-13-15'],
    ['١٧', 'me-16-17'],
    ['24', 'me-18'],
    ['11', 'me-under-13'],
  ])('a typed age is its band: %s', (age, option) => {
    const chat = atAge()
    chat.write(age)
    expect(chat.state().answers['age']).toEqual({ kind: 'choice', option })
  })

  test('files are refused until consent, then until the age is known, then taken', () => {
    const chat = talk()
    expect(mediaAllowed(flow, chat.state())).toBe('consent')
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    expect(mediaAllowed(flow, chat.state())).toBe('unknown')
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    chat.tap('age', 'other-adult')
    expect(mediaAllowed(flow, chat.state())).toBe('open')
  })

  test('an adult answer that is corrected to a minor closes the door again', () => {
    const chat = atStory()
    chat.write('back')
    chat.tap('age', 'me-16-17')
    expect(mediaAllowed(flow, chat.state())).toBe('age')
  })
})

describe('story and evidence', () => {
  test('a voice note tells the story as well', () => {
    const chat = atStory()
    const turn = chat.send('voice')
    expect(turn.events[0]).toMatchObject({
      type: 'answer_given',
      step: 'story',
      answer: { kind: 'voice', evidence: 'ev-6' },
    })
    expect(turn.keys).toEqual(['story-thanks', 'ask-evidence'])
  })

  test('a picture with words under it is evidence and story', () => {
    const chat = atStory()
    chat.send('photo', STORY)
    expect(chat.state().answers['story']).toEqual({ kind: 'text', text: STORY })
    expect(chat.state().answers['evidence']).toEqual({ kind: 'media', evidence: ['ev-6'] })
    expect(chat.state().open?.step).toBe('evidence')
  })

  test('"I don’t know" is an answer to the story', () => {
    const chat = atStory()
    expect(chat.write('I don’t know').events[0]).toEqual({
      type: 'step_skipped',
      step: 'story',
      how: 'unknown',
    })
  })

  test('an album is collected file by file without a word; its receipt says that more can follow, and the review waits for "done"', () => {
    const chat = atStory()
    chat.write(STORY)
    for (let i = 0; i < 10; i += 1) expect(chat.send('photo').keys).toEqual([])
    expect(chat.state().answers['evidence']).toMatchObject({ evidence: { length: 10 } })
    expect(chat.do({ kind: 'settled' }).keys).toEqual(['files-more'])
    chat.send('photo')
    expect(chat.do({ kind: 'settled' }).keys).toEqual(['files-more'])
    expect(chat.tap('evidence', '!done').keys).toEqual(['ask-review'])
  })

  test('where nothing more came for a while, the files are taken for all of them', () => {
    const chat = atStory()
    chat.write(STORY)
    expect(chat.do({ kind: 'settled', quiet: true }).keys).toEqual([])
    chat.send('photo')
    expect(chat.do({ kind: 'settled', quiet: true }).keys).toEqual(['ask-review'])
    expect(chat.do({ kind: 'settled', quiet: true }).keys).toEqual([])
  })

  test('"done" goes on at once', () => {
    const chat = atStory()
    chat.write(STORY)
    chat.send('photo')
    expect(chat.write('done').keys).toEqual(['ask-review'])
  })

  test('a file sent at another question is kept, and the question for files still comes', () => {
    const chat = atStory()
    const turn = chat.send('photo')
    expect(turn.keys).toEqual(['media-noted'])
    expect(chat.state().open?.step).toBe('story')
    expect(chat.write(STORY).keys).toEqual(['story-thanks', 'ask-evidence'])
    expect(chat.write('done').keys).toEqual(['ask-review'])
    expect(chat.state().answers['evidence']).toEqual({ kind: 'media', evidence: ['ev-6'] })
    expect(chat.state().skipped['evidence']).toBeUndefined()
  })

  test('words between the files join the story', () => {
    const chat = atStory()
    chat.write(STORY)
    expect(chat.write('This is the account he writes from').keys).toEqual(['words-kept'])
    expect(chat.state().answers['story']).toEqual({
      kind: 'text',
      text: `${STORY}\nThis is the account he writes from`,
    })
  })

  test('a name or a number between the files joins the story, however short', () => {
    const chat = atStory()
    chat.write(STORY)
    expect(chat.write('his is @bad.guy').keys).toEqual(['words-kept'])
    expect(chat.state().answers['story']).toEqual({ kind: 'text', text: `${STORY}\nhis is @bad.guy` })
    expect(chat.write('what?').keys).toEqual(['not-understood-media', 'ask-evidence'])
  })

  test('a refused file says nothing here, and its caption still counts', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.tap('device', 'mine')
    chat.tap('danger', 'none')
    chat.tap('age', 'me-16-17')
    expect(chat.do({ kind: 'media_refused' }).says).toEqual([])
    const captioned = chat.do({ kind: 'media_refused', caption: STORY as never })
    expect(captioned.kinds).toContain('answer_given')
  })
})

describe('review', () => {
  test('an answer is chosen, asked again, and leads back to the review', () => {
    const chat = atReview()
    const menu = chat.tap('review', 'correct')
    expect(menu.keys).toEqual(['correct-which'])
    expect(menu.events).toEqual([])
    const again = chat.tap('age', '!edit')
    expect(again.events).toMatchObject([
      { type: 'step_reopened', step: 'age', why: 'edit' },
      { type: 'question_asked', step: 'age' },
    ])
    expect(chat.tap('age', 'other-adult').keys).toEqual(['ask-review'])
    expect(chat.state().answers['age']).toEqual({ kind: 'choice', option: 'other-adult' })
  })

  test('out of the list of lines a button and the word lead back to the card, and nothing is asked anew', () => {
    const chat = atReview()
    chat.tap('review', 'correct')
    const back = chat.tap('review', '!back')
    expect([back.keys, back.events]).toEqual([['ask-review'], []])
    chat.tap('review', 'correct')
    expect(chat.write('رجوع').keys).toEqual(['ask-review'])
    expect(chat.state().open?.step).toBe('review')
  })

  test('the list of answers takes typed numbers', () => {
    const chat = atReview()
    chat.write('2')
    expect(chat.write('٤').events[0]).toMatchObject({ type: 'step_reopened', step: 'story' })
    chat.write('Another story altogether')
    expect(chat.state().answers['story']).toEqual({ kind: 'text', text: 'Another story altogether' })
  })

  test('a correction that opens a new question asks it before the review', () => {
    const chat = talk()
    chat.do({ kind: 'start' })
    for (const [step, option] of [
      ['consent', 'continue'],
      ['device', 'mine'],
      ['danger', 'none'],
      ['age', 'no-answer'],
    ] as const)
      chat.tap(step, option)
    chat.write(STORY)
    chat.tap('review', 'correct')
    chat.tap('age', '!edit')
    expect(chat.tap('age', 'me-18').keys).toEqual(['ask-evidence'])
  })

  test('consent is not in the list: it is withdrawn, not corrected', () => {
    const chat = atReview()
    const labels = chat.tap('review', 'correct').says[0]?.choices?.map((choice) => choice.label)
    expect(labels).toEqual([
      'step-device-title',
      'step-danger-title',
      'step-age-title',
      'step-story-title',
      'step-evidence-title',
      'control-back',
    ])
  })

  test('erase asks once more', () => {
    const chat = atReview()
    const turn = chat.tap('review', 'erase')
    expect(turn.events).toEqual([{ type: 'access_asked', what: 'erase' }])
    expect(turn.keys).toEqual(['erase-ask'])
  })
})

describe('after it was sent', () => {
  const sent = () => {
    const chat = atReview()
    chat.tap('review', 'send')
    return chat
  }

  test('what is written is added, and every message is answered until somebody of the team acts', () => {
    const chat = sent()
    expect(chat.write('He wrote again.').keys).toEqual(['added-to-case'])
    expect(chat.write('And again.').keys).toEqual(['saying-noted'])
    expect(chat.send('photo').keys).toEqual([])
    chat.happen({ type: 'case_released', agent: 'a' as never, to: 'bot' })
    expect(chat.write('Thank you').keys).toEqual(['added-to-case'])
  })

  test('handed back, the bot has nothing to ask', () => {
    const chat = sent()
    expect(chat.do({ kind: 'resume' })).toMatchObject({ events: [], says: [] })
  })

  test('old buttons say where the case is and change nothing', () => {
    const chat = sent()
    expect(chat.tap('age', 'me-13-15')).toMatchObject({ kinds: [], keys: ['already-answered'] })
    expect(chat.tap('review', 'send')).toMatchObject({ kinds: [], keys: ['with-team'] })
    expect(chat.press('3:age:!edit')).toMatchObject({ kinds: [] })
  })

  test('"urgent" reaches people as danger, and again once somebody came and left', () => {
    const chat = sent()
    expect(chat.write('urgent').events).toEqual([{ type: 'handoff_requested', why: 'danger' }])
    expect(chat.write('urgent').kinds).toEqual([])
    chat.happen({ type: 'case_claimed', agent: 'a' as never, alias: 'Noor' })
    expect(chat.write('urgent').kinds).toEqual(['handoff_requested'])
  })
})

test('twelve hours later the question that waits is introduced, unless the message answers it', () => {
  const silent = atStory()
  silent.wait(13 * HOUR)
  expect(silent.do({ kind: 'start' }).keys).toEqual(['stopped-at', 'ask-story'])
  const answering = talk()
  answering.do({ kind: 'start' })
  answering.tap('consent', 'continue')
  answering.wait(13 * HOUR)
  expect(answering.write('1').keys).toEqual(['ask-danger'])
  answering.wait(13 * HOUR)
  expect(answering.write('hello').keys).toEqual(['stopped-at', 'ask-danger'])
})
