import { describe, expect, test } from 'vitest'
import { WHATSAPP_CLOUD_CAPABILITIES } from '../../../../adapters/channels/whatsapp-cloud/capabilities.ts'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import type { CrisisHit } from '../../../../core/base/danger.ts'
import type { EvidenceId } from '../../../../core/base/ids.ts'
import { LANGUAGES } from '../../../../core/base/language.ts'
import { checkFlow } from '../../../../core/policy/conversation/check-flow.ts'
import { addable, isDiscreet } from '../../../../core/policy/conversation/steps.ts'
import { phrases, talk, textOnly, type Talk } from './talk.ts'

const MUCH =
  'A man I met on instagram three weeks ago was kind to me at first and then he asked for more and more, and now he says that everybody will know about it unless I do what he says'

/** Words that may mean a time limit. */
const HINT: CrisisHit = {
  label: 'deadline',
  hard: false,
  rule: 'deadline/hint',
  start: 0,
  end: 10,
  about: 'self',
}

const agreed = (): Talk => {
  const chat = talk({ flow, language: 'en', crisis: content.crisis })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  return chat
}
const asked = (chat: Talk): readonly string[] =>
  chat.log().flatMap((event) => (event.type === 'question_asked' ? [event.step] : []))

describe('the first message', () => {
  test('has three doors, a word for reading on and one for leaving, in every language', () => {
    for (const language of LANGUAGES) {
      const chat = talk({ flow, language, crisis: content.crisis })
      chat.do({ kind: 'start' })
      const shown = chat.shown(WHATSAPP_CLOUD_CAPABILITIES).at(-1)
      expect(shown?.buttons).toHaveLength(3)
      expect(shown?.text).toMatch(/read more|معلومات أكثر|زانیاری زیاتر/i)
    }
  })

  test('fits in a breath: under 450 characters, and one question', () => {
    for (const language of LANGUAGES) {
      const chat = talk({ flow, language, crisis: content.crisis })
      chat.do({ kind: 'start' })
      const text = chat.shown().at(-1)?.text ?? ''
      expect([language, text.length < 450]).toEqual([language, true])
      expect(text.match(/[?؟]/g)).toHaveLength(1)
    }
  })

  test('calls people for whoever presses that they are in danger, agrees to nothing for them, and asks whether somebody may come', () => {
    const chat = talk({ flow, language: 'en', crisis: content.crisis })
    chat.do({ kind: 'start' })
    const turn = chat.tap('consent', 'danger')
    expect(turn.kinds).toContain('handoff_requested')
    expect(turn.keys).toEqual(['urgent-called', 'ask-join'])
    expect(chat.state().answers['consent']).toBeUndefined()
  })

  test('takes no consent back from whoever presses the door to help later', () => {
    const chat = agreed()
    const turn = chat.press('1:consent:danger')
    expect(turn.kinds).toContain('handoff_requested')
    expect(chat.state().answers['consent']).toEqual({ kind: 'choice', option: 'continue' })
  })

  test.each([
    ['ar', 'لا مو بخطر هسه بس هو يكول الليلة ينشر', 'لا'],
    ['ckb', 'نا ئێستا باشم بەڵام دەڵێت ئەمشەو بڵاوی دەکاتەوە', 'نا'],
    ['en', 'no i dont know what to do he keeps writing', 'no'],
  ] as const)('is left by a no alone, and not by one that goes on (%s)', (language, more, no) => {
    const chat = talk({ flow, language, crisis: content.crisis })
    chat.do({ kind: 'start' })
    chat.write(more)
    expect(chat.state().paused).toBeUndefined()
    chat.write(no)
    expect(chat.state().paused).toBe('message')
  })

  test('shows what helps to whoever only wants advice, and asks nothing of them', () => {
    const chat = talk({ flow, language: 'en', crisis: content.crisis })
    chat.do({ kind: 'start' })
    expect(chat.tap('consent', 'advice').keys).toEqual(['guides'])
    expect(chat.state().answers).toEqual({})
  })
})

describe('a time limit in the words', () => {
  test.each([
    ['ar', 'اكو واحد عنده صوري ويكول باجر ينشرهم اذا ما ادفع', 'today'],
    ['en', 'he has my photos. he will post them tonight', 'today'],
    ['ckb', 'کەسێک وێنەکانمی هەیە و دەڵێت سبەی بڵاویان دەکاتەوە', 'today'],
    ['en', 'he has my private photos and he gave me two hours', 'hours'],
  ] as const)('%s: «%s» stands on the card, and is not asked', (language, words, limit) => {
    const chat = talk({ flow, language, crisis: content.crisis })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write(words)
    expect(chat.state().answers['deadline']).toEqual({ kind: 'choice', option: limit })
  })

  test('that words only hint at is asked about by the question for danger, and by no other beside it', () => {
    const hint = 'he took my photos and wrote that thursday is near, what then'
    const chat = talk({ flow, language: 'en', crisis: { read: () => [HINT] } })
    chat.write(hint)
    chat.tap('consent', 'continue')
    expect(asked(chat)).toEqual(['consent', 'danger'])
    chat.tap('danger', 'none')
    expect(asked(chat)).toEqual(['consent', 'danger', 'age'])
    expect(chat.state().answers['worry-deadline']).toEqual({ kind: 'choice', option: 'no' })
  })

  test('that words only hint at is asked about where the question for danger was passed over', () => {
    const chat = talk({ flow, language: 'en', crisis: { read: () => [HINT] } })
    chat.write('he took my photos and wrote that thursday is near, what then')
    chat.tap('consent', 'continue')
    chat.write('skip')
    expect(asked(chat)).toEqual(['consent', 'danger', 'worry-deadline'])
  })

  test('is none where a time is named and nothing ends then', () => {
    const chat = agreed()
    chat.write('somebody has my photos and tomorrow I have an exam at school')
    expect(chat.state().answers['deadline']).toBeUndefined()
  })
})

describe('the card', () => {
  test.each([
    ['ar', 'لا، شكرا، لا ترسلوا شيئا الى احد'],
    ['ckb', 'نا نا مەنێرن'],
    ['en', "no don't send it"],
  ] as const)('%s: «%s» sends nothing, and says so', (language, words) => {
    const chat = talk({ flow, language, crisis: content.crisis })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('skip')
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    for (let n = 0; n < 5 && chat.state().open?.step !== 'review'; n += 1) chat.write('skip')
    expect(chat.write(words).keys).toEqual(['review-kept'])
    expect(chat.state().submitted).toBe(false)
  })
})

test.each([
  'wait, I will send it now',
  'do I have to send it now?',
  'is it ok send later?',
  'he said دزوه لاهلي and then he was gone',
])('«%s» at the card sends nothing', (words) => {
  const chat = agreed()
  for (let n = 0; n < 12 && chat.state().open?.step !== 'review'; n += 1) chat.write('skip')
  chat.write(words)
  expect(chat.state().submitted).toBe(false)
})

test('the time limit of somebody else is not put on the card', () => {
  const limit: CrisisHit = { ...HINT, hard: true, detail: { hours: 2 }, about: 'other' }
  const chat = talk({ flow, language: 'en', crisis: { read: () => [limit] } })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.write('he gave my friend two hours and tomorrow I have an exam')
  expect(chat.state().answers['deadline']).toBeUndefined()
})

describe('the story comes first', () => {
  test('right after agreeing there is one open invitation', () => {
    expect(asked(agreed())).toEqual(['consent', 'story'])
  })

  test('who told much is asked for danger and age alone, and then sees the card', () => {
    const chat = agreed()
    chat.write(MUCH)
    chat.tap('danger', 'none')
    expect(chat.tap('age', 'me-18').keys.at(-1)).toBe('ask-review')
    expect(asked(chat)).toEqual(['consent', 'story', 'danger', 'age', 'review'])
  })

  test('who tells little is asked for six things at most', () => {
    const chat = agreed()
    for (let n = 0; n < 12 && chat.state().open?.step !== 'review'; n += 1) chat.write('skip')
    expect(asked(chat)).toEqual(['consent', 'story', 'danger', 'age', 'material', 'demand', 'ids', 'review'])
  })

  test('who says that others see the phone is asked further and left in peace, though they wrote that they are alone', () => {
    const chat = agreed()
    chat.write('somebody threatens me with photos and I am alone now')
    chat.tap('danger', 'phone')
    expect(asked(chat).at(-1)).toBe('device')
    expect(isDiscreet(flow, chat.state())).toBe(true)
    chat.tap('device', 'shared')
    expect(isDiscreet(flow, chat.state())).toBe(true)
  })

  test('a voice note before the age is known is an answer: the talk goes on to the age, and it is kept as the story', () => {
    const chat = agreed()
    const evidence = 'VOICE' as EvidenceId
    chat.happen({ type: 'evidence_waiting', evidence, kind: 'voice', why: 'age' } as never)
    const turn = chat.do({ kind: 'media_waits', evidence, media: 'voice', why: 'age' })
    expect(turn.keys).toEqual(['file-waits-age', 'ask-danger'])
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    expect(chat.state().answers['story']).toEqual({ kind: 'voice', evidence })
  })

  test('a child whose voice waits is asked to write instead', () => {
    const chat = agreed()
    const evidence = 'VOICE' as EvidenceId
    chat.happen({ type: 'evidence_waiting', evidence, kind: 'voice', why: 'age' } as never)
    chat.do({ kind: 'media_waits', evidence, media: 'voice', why: 'age' })
    chat.tap('danger', 'none')
    expect(chat.tap('age', 'me-13-15').keys).toContain('ask-story-words')
    expect(chat.state().answers['story']).toBeUndefined()
  })
})

describe('the phone', () => {
  test('is asked about only of who says that others see it', () => {
    const chat = agreed()
    chat.write('skip')
    expect(chat.tap('danger', 'phone').keys).toEqual(['ask-device'])
    expect(chat.tap('device', 'shared').keys).toContain('exit-note')
  })

  test('is nobody’s by a «none» to the dangers, which asked nothing of it, and others’ where they told so', () => {
    const own = agreed()
    own.write('skip')
    own.tap('danger', 'none')
    expect(own.state().answers['device']).toBeUndefined()
    expect(own.state().open?.step).not.toBe('device')
    const searched = agreed()
    searched.write('somebody threatens me, and they check my phone every night at home')
    searched.tap('danger', 'none')
    expect(searched.state().answers['device']).toEqual({ kind: 'choice', option: 'shared' })
  })
})

describe('the card', () => {
  const atCard = (): Talk => {
    const chat = agreed()
    chat.write(MUCH)
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    return chat
  }

  test('can be added to: what nobody asked and nothing told is a list, by button and by number', () => {
    const chat = atCard()
    expect(chat.tap('review', 'add').keys).toEqual(['add-which'])
    const lines = addable(flow, chat.state()).map(({ id }) => id)
    expect(lines).toEqual(expect.arrayContaining(['material', 'demand', 'deadline', 'ids', 'governorate']))
    expect(chat.shown(textOnly)[0]?.text).toContain(`${lines.indexOf('deadline') + 1}. `)
    expect(chat.write(String(lines.indexOf('deadline') + 1)).keys).toEqual(['ask-deadline'])
    expect(chat.write('tomorrow').keys.at(-1)).toBe('ask-review')
    expect(chat.state().answers['deadline']).toEqual({ kind: 'choice', option: 'today' })
    expect(addable(flow, chat.state()).map(({ id }) => id)).not.toContain('deadline')
  })

  test.each(['add', 'correct'])('leads back to itself out of the list to %s, by a button', (list) => {
    const chat = atCard()
    chat.tap('review', list)
    const back = chat.tap('review', '!back')
    expect([back.keys.map((key) => key.replace('-words', '')), back.events]).toEqual([['ask-review'], []])
    expect(chat.state().open?.step).toBe('review')
  })

  test('leads back to itself from a line that is added', () => {
    const chat = atCard()
    chat.tap('review', 'add')
    expect(chat.tap('governorate', '!edit').keys).toEqual(['ask-governorate'])
    expect(chat.write('Basra').keys.at(-1)).toBe('ask-review')
  })
})

test('a flow that hears of the phone in an answer that is not there is refused', () => {
  const discreet = { ...flow.discreet, told: { step: 'danger', options: ['nowhere'] } }
  expect(() => checkFlow({ ...flow, discreet })).toThrow(/who sees the phone/)
})

test('a flow that spares a question by a step that is not there is refused', () => {
  const broken = {
    ...flow,
    steps: flow.steps.map((step) =>
      step.id === 'demand' ? { ...step, spared: { step: 'no-such', words: 3 } } : step,
    ),
  }
  expect(() => checkFlow(broken)).toThrow('no-such')
})

test('words that are nothing but a button of the question are that button, also where they sound like a danger', () => {
  const word = phrases.say('en', 'option-danger-none', { app: 'telegram' })
  const hit: CrisisHit = { ...HINT, label: 'violence', hard: true }
  const at = (): Talk => {
    const chat = talk({ flow, language: 'en', crisis: { read: () => [hit] } })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.do({ kind: 'command', command: 'skip' })
    expect(chat.state().open?.step).toBe('danger')
    return chat
  }
  const [named, said] = [at(), at()]
  named.write(word)
  expect([named.state().urgent, named.state().answers['danger']]).toMatchObject([
    false,
    { kind: 'choices', options: ['none'] },
  ])
  said.write(`${word} but he stands at my door`)
  expect(said.state().urgent).toBe(true)
})

describe('who wants to send before all was asked', () => {
  test.each([
    ['ar', 'دزوها'],
    ['ckb', 'بینێرە'],
    ['en', 'ok send it'],
  ] as const)('is shown the card at once, and sends it there with the same words (%s)', (language, send) => {
    const chat = talk({ flow, language, crisis: content.crisis })
    chat.do({ kind: 'start' })
    chat.tap('consent', 'continue')
    chat.write('he has my photos')
    chat.tap('danger', 'none')
    chat.tap('age', 'me-18')
    expect(chat.state().open?.step).not.toBe('review')
    chat.write(send)
    expect(chat.state().open?.step).toBe('review')
    expect(chat.state().submitted).toBe(false)
    chat.write(send)
    expect(chat.state().submitted).toBe(true)
  })

  test('is asked for danger and age all the same', () => {
    const chat = agreed()
    chat.write('he has my photos')
    chat.write('send it')
    expect(chat.state().open?.step).toBe('danger')
    expect(chat.state().skipped).toEqual({})
  })
})
