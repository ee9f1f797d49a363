import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import { content } from '../../../../bots/content.ts'
import { checkFlow } from '../../../../core/policy/conversation/check-flow.ts'
import { findStep, optionsOf, untoldSteps } from '../../../../core/policy/conversation/steps.ts'
import { worryOf } from '../../../../core/model/worry.ts'
import type { ConversationState } from '../../../../core/model/conversation.ts'
import { LANGUAGES, type Language } from '../../../../core/base/language.ts'
import { fold } from '../../../../core/text/fold.ts'
import { detectLanguage } from '../../../../core/text/detect-language.ts'
import { runs } from '../../../property/runs.ts'
import { talk, textOnly, type Talk } from './talk.ts'

const intake = (language: Language = 'en'): Talk => talk({ flow, language, crisis: content.crisis })

const at = (path: readonly (readonly [step: string, what: string])[], language: Language = 'en'): Talk => {
  const chat = intake(language)
  chat.do({ kind: 'start' })
  for (const [step, what] of path) chat.tap(step, what)
  return chat
}

const AGREED = [['consent', 'continue']] as const
/** What is asked of everybody after their own words. */
const KNOWN = [
  ['danger', 'none'],
  ['age', 'me-18'],
] as const
/** As far as what was not told. */
const ADULT = [...AGREED, ['story', '!skip'], ...KNOWN] as const

test('the intake holds together', () => {
  expect(() => checkFlow(flow)).not.toThrow()
})

describe('every path, walked by machine', () => {
  type Act =
    { readonly kind: 'tap'; readonly token: string } | { readonly kind: 'write'; readonly text: string }

  /** What stays the same of two conversations that go on in the same way. */
  const placeOf = (state: ConversationState): string => {
    const age = state.answers['age']
    const consent = state.answers['consent'] === undefined ? '-' : '+'
    const open = state.open?.picked === true ? `${state.open.step}*` : (state.open?.step ?? '-')
    const how = [
      state.urgent ? 'urgent' : '',
      state.submitted ? 'submitted' : '',
      state.paused ?? '',
      state.exited ? 'exited' : '',
    ].join('')
    return [open, how, consent, age?.kind === 'choice' ? age.option : '-', state.menu ?? '-'].join('|')
  }

  /** The conversation with one thing more done in it. */
  const after = (chat: Talk, act: Act): Talk => {
    const next = chat.fork()
    if (act.kind === 'tap') next.press(act.token)
    else next.write(act.text)
    return next
  }

  /**
   * Thousands of messages, each of which is read for danger: at each place words of another language. A long
   * run (test/property/runs.ts) walks thrice, and comes to every place with the words of each.
   */
  test.each(LANGUAGES.slice(0, runs(1).numRuns))(
    'from %s on no place is a dead end, none asks a question twice, and each can be left',
    (language) => {
      const places = new Set<string>()
      const word = (
        command: 'skip' | 'unknown' | 'back' | 'stop' | 'done' | 'urgent' | 'continue',
      ): string => {
        const here = LANGUAGES[(LANGUAGES.indexOf(language) + places.size) % LANGUAGES.length]
        const words = flow.words.commands[command]
        return words.find((one) => detectLanguage(one) === here) ?? words[0] ?? ''
      }
      const begun = intake(language)
      begun.do({ kind: 'start' })
      const queue = [begun]
      const asked = new Set<string>()
      for (let chat = queue.shift(); chat !== undefined; chat = queue.shift()) {
        const place = placeOf(chat.state())
        if (places.has(place)) continue
        places.add(place)
        const open = chat.state().open?.step
        if (open !== undefined) asked.add(open)
        const step = open === undefined ? undefined : findStep(flow, open)
        // What is only read has a walk of its own (guides.test.ts): it leads back to where it began.
        const buttons = chat
          .tokens()
          .filter((token) => token.startsWith(`${chat.state().asked}:`) && !token.endsWith(':consent:advice'))
        const acts: Act[] = [
          ...[...new Set(buttons)].map((token) => ({ kind: 'tap' as const, token })),
          ...(['skip', 'unknown', 'back', 'stop', 'done', 'urgent', 'continue'] as const).map((command) => ({
            kind: 'write' as const,
            text: word(command),
          })),
          { kind: 'write', text: '1' },
          ...(step?.kind === 'text'
            ? [{ kind: 'write' as const, text: 'he has my photos and wants money until tomorrow' }]
            : []),
          ...(open === flow.story.step ? [{ kind: 'write' as const, text: 'i took all the pills' }] : []),
          ...(step?.kind === 'identifiers'
            ? [{ kind: 'write' as const, text: '07701234567 @some_one' }]
            : []),
        ]
        for (const act of acts) {
          const next = after(chat, act)
          // Every message of a conversation that is neither hidden nor left to people is answered,
          // or moves it.
          const { exited, paused, submitted, urgent } = next.state()
          if (!exited && paused === undefined && !submitted && !urgent)
            expect([place, act, next.state().open !== undefined]).toEqual([place, act, true])
          queue.push(next)
        }
        // From everywhere a person can be had, the chat can be hidden, and everything can be erased.
        const human = chat.fork().write(flow.words.commands.human[0] ?? '')
        const quiet = chat.state().called.person
        expect([place, quiet || human.kinds.includes('handoff_requested')]).toEqual([place, true])
        const left = chat.fork().write('0')
        expect([place, left.kinds.includes('person_exited')]).toEqual([place, true])
        expect([place, chat.fork().write('erase').says.length > 0]).toEqual([place, true])
        // Everything but consent can be skipped, and whether it is safe on a phone that others look at.
        if (
          step !== undefined &&
          step.id !== flow.discreet.step &&
          step.kind !== 'review' &&
          step.required !== true &&
          chat.state().paused === undefined &&
          !chat.state().exited
        ) {
          const skipped = chat.fork().write(word('skip'))
          expect([
            place,
            skipped.state.open?.step === open &&
              skipped.state.open?.picked !== true &&
              skipped.state.asked === chat.state().asked,
          ]).toEqual([place, false])
        }
      }
      const never = flow.steps
        .filter((step) => step.silent !== true && !asked.has(step.id) && step.lane !== 'check')
        .map((step) => step.id)
      process.stdout.write(
        `${JSON.stringify({ test: 'coverage', language, places: places.size, steps: asked.size, neverAsked: never })}\n`,
      )
      expect(never).toEqual([])
    },
  )

  test.each(LANGUAGES)(
    'in %s the straight way asks each question once, and everything is said in that language',
    (language) => {
      const chat = intake(language)
      chat.do({ kind: 'start' })
      const seen: string[] = []
      for (let i = 0; i < 30 && !chat.state().submitted; i += 1) {
        const step = findStep(flow, chat.state().open?.step ?? '')
        if (step === undefined) break
        seen.push(step.id)
        for (const { text } of chat.shown(textOnly))
          expect([step.id, detectLanguage(text)]).toEqual([step.id, language])
        const [option] = optionsOf(step).filter(({ id }) =>
          ['continue', 'mine', 'none', 'me-18', 'private', 'money', 'stranger', 'send'].includes(id),
        )
        if (option !== undefined) chat.choose(step.id, option.id)
        else chat.tap(step.id, '!skip')
      }
      expect(chat.state().submitted).toBe(true)
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen).toHaveLength(8)
    },
  )
})

describe('how many answers it takes', () => {
  /** Park and Miller's generator: the same people in every run. */
  const makeDice = (seed: number) => {
    let state = (seed % 2_147_483_646) + 1
    const next = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    return {
      below: (n: number): number => Math.floor(next() * n),
      pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T,
    }
  }

  const TOLD = {
    ar: [
      'واحد تعرفت عليه بالانستا عنده صوري ويريد مليون دينار لباجر والا يدزها لاهلي. حسابه @bad_one_77',
      'هكر حسابي ويريد فلوس لباجر، رقمه 07701234567 وما اعرفه',
      'خطيبي السابق عنده فيديو الي ويهددني اذا ما ارجعله ينشره خلال يومين، رقمه ٠٧٨٠١٢٣٤٥٦٧',
    ],
    ckb: [
      'کەسێک کە نایناسم وێنەکانمی لایە و پارەی دەوێت تا سبەینێ، ژمارەکەی ٠٧٥٠١٢٣٤٥٦٧',
      'دەزگیرانی پێشووم ڤیدیۆی منی لایە و داوای پارە دەکات تا سبەینێ، @kurd_bad_1',
    ],
    en: [
      'A stranger I met online has my photos and wants 500 dollars by tomorrow or he sends them to my family. He is @bad_guy_12',
      'My ex has a video of me, wants money by tomorrow, his number is +9647701234567',
    ],
  } as const

  const person = (seed: number) => {
    const dice = makeDice(seed * 7919 + 13)
    return { language: dice.pick(LANGUAGES), dice }
  }

  const finish = (chat: Talk, answerOf: (step: string) => void): number => {
    let answers = 0
    while (!chat.state().submitted && answers < 40) {
      const step = chat.state().open?.step
      if (step === undefined) break
      answerOf(step)
      answers += 1
      if (chat.state().open?.picked === true && findStep(flow, step)?.kind === 'media')
        chat.do({ kind: 'settled', quiet: true })
    }
    return answers
  }

  const answerStep =
    (chat: Talk, dice: ReturnType<typeof makeDice>) =>
    (step: string): void => {
      const known = findStep(flow, step)
      if (known === undefined) return
      if (worryOf(step) !== undefined) return void chat.tap(step, 'no')
      switch (step) {
        case 'consent':
          return void chat.tap(step, 'continue')
        case 'danger':
          return void chat.tap(step, 'none')
        case 'device':
          return void chat.tap(step, dice.pick(['mine', 'shared', 'unsure']))
        case 'age':
          return void chat.tap(step, dice.pick(['me-18', 'other-adult', 'me-16-17', 'no-answer']))
        case 'review':
          return void chat.tap(step, dice.pick(['send', 'woman', 'man']))
        case 'evidence':
          return dice.below(2) === 0 ? void chat.tap(step, '!skip') : void chat.send('photo')
        case 'ids':
          return dice.below(2) === 0 ? void chat.write('skip') : void chat.write('07701234567')
        case 'story':
          return void chat.write(
            {
              ar: 'شخص يهددني من اسبوع',
              ckb: 'کەسێک هەڕەشەم لێ دەکات',
              en: 'somebody threatens me since a week',
            }[chat.state().language ?? 'en'],
          )
        default:
          return 'options' in known
            ? void chat.choose(step, dice.pick(known.options).id)
            : void chat.tap(step, '!skip')
      }
    }

  test('a full report takes at most 6 answers where the first message tells much, at most 9 one thing at a time', () => {
    const people = runs(150).numRuns
    const much: number[] = []
    const little: number[] = []
    for (let seed = 0; seed < people; seed += 1) {
      const { language, dice } = person(seed)
      const chat = intake(language)
      if (seed % 2 === 0) {
        chat.write(dice.pick(TOLD[language]))
        much.push(1 + finish(chat, answerStep(chat, dice)))
      } else {
        chat.do({ kind: 'start' })
        little.push(finish(chat, answerStep(chat, dice)))
      }
      expect([seed, chat.state().submitted]).toEqual([seed, true])
    }
    const spread = (counts: readonly number[]) =>
      Object.fromEntries(
        [...new Set(counts)].sort((a, b) => a - b).map((n) => [n, counts.filter((one) => one === n).length]),
      )
    process.stdout.write(
      `${JSON.stringify({ test: 'answers', people, tellsMuch: spread(much), oneThing: spread(little) })}\n`,
    )
    expect(Math.max(...much)).toBeLessThanOrEqual(6)
    expect(Math.max(...little)).toBeLessThanOrEqual(9)
  })

  const WORDS: Readonly<Record<string, string>> = {
    'fast-what': 'tonight at ten',
    'fast-where': 'Basra',
    'fast-id': '07701234567',
  }

  test('the way of somebody in danger takes 4', () => {
    const chat = at([
      ['consent', 'continue'],
      ['story', '!skip'],
      ['danger', 'hurt'],
    ])
    const asked: string[] = []
    for (let i = 0; i < 10; i += 1) {
      const step = chat.state().open
      if (step === undefined || step.picked) break
      asked.push(step.step)
      if (step.step === 'fast-safe') chat.tap('fast-safe', 'no')
      else chat.write(WORDS[step.step] ?? '')
    }
    expect(asked).toEqual(['fast-safe', 'fast-what', 'fast-where', 'fast-id'])
    expect(chat.state().called.danger).toBe(true)
  })
})

describe('next steps', () => {
  const keysOf = (path: readonly (readonly [string, string])[]): readonly string[] => {
    const chat = at(path)
    return chat
      .log()
      .flatMap((event) => (event.type === 'bot_said' && event.key.startsWith('card-') ? [event.key] : []))
  }
  const story = (chat: Talk, text: string): readonly string[] => chat.write(text).keys

  test.each([
    ['fake', 'card-deepfake'],
    ['account', 'card-account'],
    ['none-shown', 'card-bluff'],
  ])('material %s gives %s with the next question', (option, card) => {
    const chat = at(AGREED)
    story(chat, 'somebody threatens me since a week now')
    expect(KNOWN.flatMap(([step, what]) => chat.tap(step, what).keys)).toContain('card-first')
    expect(chat.choose('material', option).keys).toEqual([card, 'ask-demand'])
  })

  test('money gives the card for it, having paid another one', () => {
    const chat = at(ADULT)
    chat.choose('material', 'private')
    expect(chat.choose('demand', 'money').keys).toEqual(['card-money', 'ask-ids'])
    const paid = at(AGREED)
    story(paid, 'He has my photos and I paid him 500 dollars already, he wants more money')
    expect(paid.tap('danger', 'none').keys).toContain('card-paid')
  })

  test('how much was paid is never asked: it is noted where it was told, and only of who paid', () => {
    const told = at(AGREED)
    story(told, 'He has my photos and I paid him 500 dollars already, he wants 1500 dollars more')
    expect(told.state().answers).toMatchObject({
      paid: { option: 'yes' },
      amount: { amount: 1500 },
      'paid-amount': { amount: 500, currency: 'USD' },
    })
    expect(told.log().some((event) => event.type === 'bot_said' && event.key === 'ask-paid-amount')).toBe(
      false,
    )
    const asked = at(AGREED)
    story(asked, 'He has my photos and wants 500 dollars or he sends them')
    expect(asked.state().answers['paid-amount']).toBeUndefined()
    const open = at(AGREED)
    story(open, 'He has my photos and I already paid and he wants more money')
    expect(untoldSteps(flow, open.state())).toEqual(['paid-amount'])
    expect(untoldSteps(flow, told.state())).toEqual([])
    expect(untoldSteps(flow, asked.state())).toEqual([])
  })

  test('each card is said once, one a turn, and none before consent', () => {
    const chat = intake()
    expect(
      chat
        .write('He has my photos and wants money and I paid him')
        .keys.filter((key) => key.startsWith('card-')),
    ).toEqual([])
    for (const [step, what] of [...AGREED, ...KNOWN]) {
      const cards = chat.tap(step, what).keys.filter((key) => key.startsWith('card-'))
      expect(cards.length).toBeLessThanOrEqual(1)
    }
    const said = chat
      .log()
      .flatMap((event) => (event.type === 'bot_said' && event.key.startsWith('card-') ? [event.key] : []))
    expect(new Set(said).size).toBe(said.length)
    expect(said).toContain('card-paid')
  })

  test('nobody under 18 is sent to a service for adults', () => {
    const minor = [...AGREED, ['story', '!skip'], ['danger', 'none'], ['age', 'me-16-17']] as const
    const chat = at(minor)
    story(chat, 'he posted my photos on a public channel and sent it to my family')
    for (let i = 0; i < 12 && !chat.state().submitted; i += 1) {
      const step = chat.state().open?.step ?? ''
      if (step === 'review') chat.tap('review', 'send')
      else chat.write('skip')
    }
    for (let i = 0; i < 6; i += 1) chat.write(`one more thing ${i} he wrote to me`)
    const said = chat.log().flatMap((event) => (event.type === 'bot_said' ? [event.key] : []))
    expect(said).toContain('card-published-minor')
    expect(said).not.toContain('card-published')
    expect(said).not.toContain('card-stop-ncii')
  })

  test('nothing is dealt twice by going back', () => {
    expect(keysOf([...ADULT])).toEqual([])
  })
})

describe('who only asks', () => {
  test.each([
    ['is my account safe?', 'lesson-account'],
    ['هل حسابي آمن؟', 'lesson-account'],
    ['is this picture AI?', 'lesson-picture'],
    ['هەژمارەکەم پارێزراوە؟', 'lesson-account'],
  ])('«%s» is answered without a report', (text, key) => {
    const chat = intake()
    const turn = chat.write(text)
    expect(turn.keys).toEqual([key])
    expect(turn.state.asked).toBe(0)
  })

  test('the list is read by number, before and within a report', () => {
    for (const chat of [intake(), at(ADULT)]) {
      expect(chat.write('tips').keys).toEqual(['lessons'])
      expect(chat.write('2').keys).toEqual(['lesson-picture'])
      expect(chat.tap('!lesson', 'all').keys).toEqual(['lessons'])
    }
  })

  test('a report that begins afterwards begins with consent', () => {
    const chat = intake()
    chat.write('tips')
    expect(chat.write('somebody threatens me with my photos').keys).toEqual(['ask-consent'])
  })
})

test('progress is told, but not where somebody may look over the shoulder', () => {
  const shownAt = (device: string): string => {
    const chat = at([...AGREED, ['story', '!skip'], ['danger', 'phone'], ['device', device]])
    return chat.shown()[0]?.text.replace(/[\u2068\u2069]/g, '') ?? ''
  }
  expect(shownAt('mine')).toMatch(/\(5 of 9\)/)
  expect(shownAt('shared')).not.toMatch(/\(\d+ of \d+\)/)
  expect(shownAt('unsure')).not.toMatch(/\(\d+ of \d+\)/)
})

test('an age that is told answers the question for it', () => {
  for (const [text, age] of [
    ['عمري ٢٤ سنة وواحد يهددني بصوري', 'me-18'],
    ['اني عمري خمسطعش سنة وواحد يهددني بصوري', 'me-13-15'],
    ['تەمەنم شازدەیە و کەسێک هەڕەشەم لێ دەکات', 'me-16-17'],
    ["I'm 19 years old and somebody threatens me", 'me-18'],
  ] as const) {
    const chat = intake()
    chat.write(text)
    for (const [step, what] of [...AGREED, ...KNOWN.slice(0, 1)]) chat.tap(step, what)
    expect([text, chat.state().answers['age']]).toEqual([text, { kind: 'choice', option: age }])
  }
  const chat = intake()
  chat.write("I'm 20 meters away and he has 30 photos of me, I am 100 % sure")
  chat.tap('consent', 'continue')
  expect(chat.state().answers['age']).toBeUndefined()
})

test('no two options of a question fold to one word, and none to a command that must always work', () => {
  const always = new Set(
    (['exit', 'urgent'] as const).flatMap((command) => flow.words.commands[command].map(fold)),
  )
  for (const step of flow.steps)
    for (const option of optionsOf(step))
      for (const word of option.words)
        expect([step.id, word, always.has(fold(word))]).toEqual([step.id, word, false])
})
