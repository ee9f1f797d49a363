import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flow as firstFlow } from '../../bots/amin/flow.ts'
import { words } from '../../bots/amin/words.ts'
import { readAmount } from '../../core/policy/conversation/amount.ts'
import { isDoubtedNumber } from '../../core/policy/conversation/pick-age.ts'
import { decideConversation } from '../../core/policy/conversation/decide.ts'
import { isWatched } from '../../core/policy/conversation/gates.ts'
import { detectLanguage } from '../../core/text/detect-language.ts'
import type { Flow } from '../../core/model/flow.ts'
import { fold } from '../../core/text/fold.ts'
import type { ConversationContext, ConversationInput } from '../../core/policy/conversation/input.ts'
import { isLookedOn, waitsFor } from '../../core/policy/conversation/looked-on.ts'
import { renderSay } from '../../core/policy/conversation/render.ts'
import { beginConversation } from '../../core/model/conversation.ts'
import { evolveConversation } from '../../core/model/evolve-conversation.ts'
import type { ConversationState } from '../../core/model/conversation.ts'
import { collects, findStep, optionsOf } from '../../core/policy/conversation/steps.ts'
import { readTime } from '../../core/text/time.ts'
import { readToken } from '../../core/policy/conversation/token.ts'
import { extractIdentifiers } from '../../core/text/identifiers/extract.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import { LANGUAGES } from '../../core/base/language.ts'
import { fullFlow } from '../core/policy/conversation/full-flow.ts'
import { checks, NOON, phrases, talk, textOnly, withButtons } from '../core/policy/conversation/talk.ts'
import type { Talk, Turned } from '../core/policy/conversation/talk.ts'
import { runs } from './runs.ts'

type Act =
  | { readonly do: 'write'; readonly text: string }
  /** Presses one of the buttons shown so far, the newest ones likelier. */
  | { readonly do: 'tap'; readonly back: number }
  | { readonly do: 'press'; readonly token: string }
  | {
      readonly do: 'send'
      readonly media: 'photo' | 'voice' | 'document'
      readonly caption: string | undefined
    }
  | { readonly do: 'input'; readonly input: ConversationInput }
  | { readonly do: 'wait'; readonly hours: number }
  | { readonly do: 'claim' }

const everyWord = [
  ...Object.values(words.commands).flat(),
  ...Object.values(words.languages).flat(),
  ...[firstFlow, fullFlow].flatMap((flow) =>
    flow.steps.flatMap((step) => optionsOf(step).flatMap((option) => option.words)),
  ),
]
const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...everyWord) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '1',
      '2',
      '3',
      '1, 2',
      '٣',
      '۴',
      '6',
      '15',
      '24',
      '250',
      'in 2 hours',
      '07701234567 @x_y',
      '1 and then he wrote to my family',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'He has my photos and wants money, 500 dollars',
      'عنده صوري ويريد مليون ونص لباجر',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
)
const input: fc.Arbitrary<ConversationInput> = fc.oneof(
  fc.constantFrom<ConversationInput>(
    { kind: 'start' },
    { kind: 'resume' },
    { kind: 'unsupported', what: 'x' },
    { kind: 'media_refused' },
  ),
  fc
    .constantFrom('exit' as const, 'help', 'human', 'language', 'stop', 'back', 'skip', 'restart')
    .map((command) => ({ kind: 'command' as const, command })),
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('tap' as const), back: fc.nat({ max: 12 }) }) },
  { weight: 5, arbitrary: text.map((one) => ({ do: 'write' as const, text: one })) },
  { weight: 1, arbitrary: fc.string({ maxLength: 70 }).map((token) => ({ do: 'press' as const, token })) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('send' as const),
      media: fc.constantFrom('photo' as const, 'voice' as const, 'document' as const),
      caption: fc.option(text, { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: input.map((one) => ({ do: 'input' as const, input: one })) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.constant<Act>({ do: 'claim' }) },
)
const acts = fc.array(act, { maxLength: 40, size: 'max' })
const flows = fc.constantFrom(firstFlow, fullFlow)

const play = (chat: Talk, one: Act): Turned | undefined => {
  switch (one.do) {
    case 'write':
      return chat.write(one.text)
    case 'tap':
      return chat.press(chat.tokens().at(-1 - one.back) ?? '')
    case 'press':
      return chat.press(one.token)
    case 'send':
      return chat.send(one.media, one.caption)
    case 'input':
      return chat.do(one.input)
    case 'wait':
      chat.wait(one.hours * 3_600_000)
      return undefined
    case 'claim':
      chat.happen({ type: 'case_claimed', agent: 'a' as never, alias: 'Noor' })
      chat.happen({ type: 'case_released', agent: 'a' as never, to: 'bot' })
      return undefined
  }
}

const lived = (flow: Flow, list: readonly Act[]): Talk => {
  const chat = talk({ flow })
  for (const one of list) play(chat, one)
  return chat
}

const RUNS = runs(80)
const context = (state: ConversationState): ConversationContext => ({
  now: NOON,
  language: state.language ?? 'ar',
  checks,
})
const evolved = (state: ConversationState, turn: ReturnType<typeof decideConversation>): ConversationState =>
  turn.events.reduce(evolveConversation, state)

describe('whatever a person does', () => {
  test('the bot asks at most one question, numbers them without a gap, and says nothing twice in a breath', () => {
    fc.assert(
      fc.property(flows, acts, (flow, list) => {
        const chat = talk({ flow })
        for (const one of list) {
          const before = chat.state().asked
          const turn = play(chat, one)
          const asked = (turn?.events ?? []).filter((event) => event.type === 'question_asked')
          // What a question of danger came between stands again without a word, and may be answered at once.
          const answers = (turn?.events ?? []).flatMap((event) =>
            event.type === 'answer_given' ? [event.step] : [],
          )
          const open = asked.filter(({ step }, at) => at === asked.length - 1 || !answers.includes(step))
          expect(open.length).toBeLessThanOrEqual(1)
          for (const [at, question] of asked.entries()) expect(question.asked).toBe(before + 1 + at)
          expect(new Set(turn?.keys).size).toBe(turn?.keys.length ?? 0)
        }
      }),
      RUNS,
    )
  })

  test('an answer is never lost: what was answered stays answered, or was passed by the person’s own word', () => {
    fc.assert(
      fc.property(flows, acts, (flow, list) => {
        const chat = talk({ flow })
        for (const one of list) {
          const before = chat.state()
          const turn = play(chat, one)
          const passed = (turn?.events ?? []).flatMap((event) =>
            event.type === 'step_skipped' ? [event.step] : [],
          )
          for (const step of Object.keys(before.answers))
            if (!passed.includes(step)) expect(chat.state().answers[step]).toBeDefined()
          for (const step of passed)
            expect(before.answers[step] === undefined || before.open?.reopened === true).toBe(true)
          for (const step of before.order) expect(chat.state().order).toContain(step)
        }
      }),
      RUNS,
    )
  })

  test('every file that was taken is in an answer', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const chat = talk({ flow: firstFlow })
        const taken: string[] = []
        for (const one of list) {
          const turn = play(chat, one)
          if (
            one.do === 'send' &&
            turn !== undefined &&
            turn.events.some((event) => event.type === 'answer_given')
          ) {
            for (const event of turn.events)
              if (event.type === 'answer_given' && event.answer.kind === 'media')
                taken.push(event.answer.evidence.at(-1) ?? '')
          }
        }
        const kept = chat.state().answers['evidence']
        expect(kept?.kind === 'media' ? kept.evidence : []).toEqual(taken)
      }),
      RUNS,
    )
  })

  test('the state is plain JSON, the same from the ledger, and leads to the same decision', () => {
    fc.assert(
      fc.property(flows, acts, text, (flow, list, next) => {
        const chat = lived(flow, list)
        const state = chat.state()
        const stored = JSON.parse(JSON.stringify(state)) as ConversationState
        expect(stored).toEqual(state)
        expect(chat.log().reduce(evolveConversation, beginConversation())).toEqual(state)
        const message: ConversationInput = { kind: 'text', text: untrusted(next) }
        expect(decideConversation(flow, stored, message, context(stored))).toEqual(
          decideConversation(flow, state, message, context(state)),
        )
      }),
      RUNS,
    )
  })

  test('all that is said exists in every language and on every channel, on buttons that fit', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const chat = talk({ flow: firstFlow })
        for (const one of list)
          for (const said of play(chat, one)?.says ?? [])
            for (const language of LANGUAGES) {
              expect(renderSay(phrases, language, textOnly, said).text).not.toBe('')
              for (const button of renderSay(phrases, language, withButtons, said).buttons ?? []) {
                expect(button.token).toMatch(/^[\x21-\x7e]{1,64}$/)
                expect(readToken(button.token)).toBeDefined()
              }
            }
      }),
      runs(40),
    )
  })

  test('leaving works, and brings one innocent text', () => {
    fc.assert(
      fc.property(
        flows,
        acts,
        fc.constantFrom('0', '٠', '۰', 'خروج', 'دەرچوون', 'exit'),
        (flow, list, word) => {
          const turn = lived(flow, list).write(word)
          expect(turn.events).toEqual([{ type: 'person_exited' }])
          expect(turn.keys).toEqual([expect.stringMatching(/^exit-innocent/)])
        },
      ),
      RUNS,
    )
  })

  test('a person can be called', () => {
    fc.assert(
      fc.property(flows, acts, fc.constantFrom(...words.commands.human), (flow, list, word) => {
        const chat = lived(flow, list)
        const called = chat.state().called.person
        const before = isWatched(chat.state())
        const turn = chat.write(word)
        const watched = before || isLookedOn(flow, chat.state())
        expect(turn.events.some((event) => event.type === 'handoff_requested')).toBe(!called)
        // Where somebody looks on no more is said than that somebody comes.
        if (watched) expect(turn.keys).not.toContain('human-requested')
        else expect(turn.keys).toContain('human-requested')
      }),
      RUNS,
    )
  })
})

/** What was answered to a step. Several answers are a set: in which order they were picked says nothing. */
const answersTo = (step: string, { events }: ReturnType<typeof decideConversation>): readonly unknown[] =>
  events.flatMap((event): readonly unknown[] => {
    if (event.type !== 'answer_given' || event.step !== step) return []
    const { answer } = event
    return answer.kind === 'choices' ? [{ ...answer, options: answer.options.toSorted() }] : [answer]
  })

describe('numbers and buttons', () => {
  const DIGITS = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹']

  test('a typed number, in any digits, is the button of that place', () => {
    fc.assert(
      fc.property(flows, acts, fc.nat(), fc.constantFrom(...DIGITS), (flow, list, pick, digits) => {
        const { exited, paused, submitted, open, menu, watched, ...rest } = lived(flow, list).state()
        const step = open === undefined ? undefined : findStep(flow, open.step)
        if (
          exited ||
          paused !== undefined ||
          watched === true ||
          submitted ||
          menu !== undefined ||
          step === undefined ||
          open === undefined
        )
          return
        const options = optionsOf(step)
        if (options.length === 0) return
        const state: ConversationState = { ...rest, exited, submitted, open }
        const index = pick % options.length
        const typed = String(index + 1).replace(/\d/g, (digit) => digits[Number(digit)]!)
        const token = `${open.asked}:${step.id}:${options[index]!.id}`
        if (open.picked && !collects(step)) return
        // A seven may be a child's age as well, and is asked back.
        if (isDoubtedNumber(flow, step, typed)) return
        const said = decideConversation(flow, state, { kind: 'text', text: untrusted(typed) }, context(state))
        const pressed = decideConversation(flow, state, { kind: 'press', token }, context(state))
        if (step.kind !== 'choices') expect(said).toEqual(pressed)
        // Of several answers a press is one, marked in place, and more may follow it: the answer is
        // the same, what comes next need not be.
        else if (step.oneMessage !== true)
          expect(answersTo(step.id, said)).toEqual(answersTo(step.id, pressed))
      }),
      runs(250),
    )
  })

  test('back after an answer is the question that was answered', () => {
    fc.assert(
      fc.property(flows, acts, fc.nat(), (flow, list, pick) => {
        const state = lived(flow, list).state()
        const step = state.open === undefined ? undefined : findStep(flow, state.open.step)
        if (
          step?.kind !== 'choice' ||
          step.id === 'consent' ||
          state.open === undefined ||
          state.open.picked ||
          state.open.reopened
        )
          return
        if (state.exited || state.paused !== undefined || state.submitted || isWatched(state)) return
        const option = step.options[pick % step.options.length]!
        const answered = decideConversation(
          flow,
          state,
          { kind: 'press', token: `1:${step.id}:${option.id}` },
          context(state),
        )
        const next = evolved(state, answered)
        // Where others look on it is asked first whether it is safe.
        if (next.paused !== undefined || isWatched(next) || waitsFor(flow, next, 'back') !== undefined) return
        // A check came between on the way back: the way goes on from the question that it had come to.
        if (next.open?.reopened === true) return
        const back = decideConversation(flow, next, { kind: 'command', command: 'back' }, context(next))
        expect(back.events.map((event) => ('step' in event ? [event.type, event.step] : []))).toEqual([
          ['step_reopened', step.id],
          ['question_asked', step.id],
        ])
        expect(evolved(next, back).answers).toEqual(next.answers)
      }),
      runs(250),
    )
  })
})

describe('reading', () => {
  test('no text makes a reader throw', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 300 })), (one) => {
        fold(one)
        detectLanguage(one)
        readTime(one, NOON)
        const amount = readAmount(one, 'IQD', true)
        expect(amount === undefined || (amount.amount > 0 && Number.isFinite(amount.amount))).toBe(true)
        for (const found of extractIdentifiers(one, checks)) expect(one).toContain(found.raw)
      }),
      runs(500),
    )
  })

  test('folding twice is folding once', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...everyWord), fc.string({ unit: 'grapheme', maxLength: 40 })),
        (one) => {
          expect(fold(fold(one))).toBe(fold(one))
        },
      ),
      runs(500),
    )
  })

  test('an amount in thousands is the same in words, digits and other digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (thousands) => {
        const arabic = String(thousands).replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!)
        for (const one of [
          `${thousands}`,
          `${thousands} الف`,
          `${arabic} ألف دينار`,
          `${thousands},000`,
          `${thousands}k`,
          `${thousands} هەزار`,
        ])
          expect(readAmount(one, 'IQD', true)).toEqual({ amount: thousands * 1000, currency: 'IQD' })
      }),
      runs(100),
    )
  })

  test('a date begins at first light of its day in Baghdad', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-02'), max: new Date('2100-12-30'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          expect(readTime(day, NOON)).toBe(
            day === '2026-01-06' ? Date.parse('2026-01-06T20:59:00Z') : Date.parse(`${day}T06:00:00+03:00`),
          )
        },
      ),
      runs(100),
    )
  })
})
