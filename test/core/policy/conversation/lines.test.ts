import { describe, expect, test } from 'vitest'
import { flow } from '../../../../bots/amin/flow.ts'
import type { Language } from '../../../../core/base/language.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import { instant } from '../../../../core/base/units.ts'
import type { Crisis } from '../../../../core/text/danger/rules.ts'
import { addable, correctable } from '../../../../core/policy/conversation/steps.ts'
import { wholeAs } from '../../../../core/policy/conversation/together.ts'
import { phrases, talk, textOnly, type Talk } from './talk.ts'
import { rules } from '../../text/danger/lexicon-rules.ts'

const TOLD = 'I am 24. a man ali_love_77 on instagram has my photos and wants 500 dollars. I live in Basra'
/** The card stands, of who told all of it at once. */
const atCard = (language: Language = 'en', crisis?: Crisis): Talk => {
  const chat = talk({ flow, language, ...(crisis === undefined ? {} : { crisis }) })
  chat.do({ kind: 'start' })
  chat.tap('consent', 'continue')
  chat.write(TOLD)
  chat.tap('danger', 'none')
  for (let asked = 0; asked < 10 && chat.state().open?.step !== 'review'; asked += 1) chat.write('skip')
  expect(chat.state().open?.step).toBe('review')
  return chat
}
const card = (chat: Talk): string =>
  chat
    .shown(textOnly)
    .map(({ text }) => text)
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')

describe('a line of the card', () => {
  test.each<[Language, string, string]>([
    ['en', 'the amount is wrong', 'amount'],
    ['en', 'amount', 'amount'],
    ['ar', 'المبلغ غلط', 'amount'],
    ['ar', 'صحح المحافظة', 'governorate'],
    ['ckb', 'بڕەکە هەڵەیە', 'amount'],
  ])('that is named (%s, «%s») is asked about at once, and the card follows', (language, text, step) => {
    const chat = atCard(language)
    chat.write(text)
    expect(chat.state().open?.step).toBe(step)
    chat.write(step === 'amount' ? '300 dollars' : 'baghdad')
    expect(chat.state().open?.step).toBe('review')
    expect(JSON.stringify(chat.state().answers[step])).toMatch(/300|baghdad/)
  })

  test.each<[Language, string, string]>([
    ['en', 'remove the amount', 'amount'],
    ['en', 'take out the city', 'governorate'],
    ['ar', 'شيل المبلغ', 'amount'],
    ['ckb', 'پارێزگا لاببە', 'governorate'],
  ])('that is named to go (%s, «%s») goes by its button, and is not asked again', (language, text, step) => {
    const chat = atCard(language)
    // Words alone take nothing out.
    const told = chat.state().answers[step]
    expect(told).toMatchObject(step === 'amount' ? { amount: 500 } : { option: 'basra' })
    expect(chat.write(text).state.answers[step]).toEqual(told)
    const { keys, state } = chat.tap(step, '!remove')
    expect(keys).toContain('line-removed')
    expect(state.answers[step]).toBeUndefined()
    expect(keys.at(-1)).toMatch(/^ask-review/)
    // Who took it out passed nothing over.
    expect(card(chat)).toMatch(/: (?:taken out|أُزيل|لابرا)$/m)
    expect(card(chat)).not.toMatch(/: (?:not said|لم يُذكر|باس نەکرا)$/m)
    expect(card(chat)).not.toMatch(
      step === 'amount' ? /500 dollars$|500 دولار|500 دۆلار/m : /: (?:Basra|البصرة|بەسرە)/,
    )
    expect(chat.write('hello').keys.at(-1)).toMatch(/^ask-review/)
    expect(chat.state().answers[step]).toBeUndefined()
  })

  test('that nobody told is asked about where it is named to be added, and not where it is named to go', () => {
    const chat = atCard()
    chat.write('remove the deadline')
    expect(chat.state().open?.step).toBe('review')
    chat.write('add the deadline')
    expect(chat.state().open?.step).toBe('deadline')
  })

  test('can be taken out by a button once it was chosen to be corrected, and nowhere else', () => {
    const chat = atCard()
    chat.tap('review', 'correct')
    chat.press(chat.tokens().findLast((token) => token.endsWith(':amount:!edit')) ?? '')
    const { state, keys } = chat.tap('amount', '!remove')
    expect(state.answers['amount']).toBeUndefined()
    expect(keys.at(-1)).toMatch(/^ask-review/)
    expect(chat.tokens().filter((token) => token.endsWith('!remove'))).toHaveLength(1)
  })

  test('of an account takes the account out of the case: nobody is looked for by it', () => {
    const chat = atCard()
    chat.write('remove the account')
    const { events } = chat.tap('ids', '!remove')
    expect(events).toContainEqual({ type: 'identifiers_owned', normals: ['ali_love_77'], removed: true })
  })

  test.each<[Language, string]>([
    ['en', 'delete the account please'],
    ['ar', 'احذفوا الحساب'],
    ['ckb', 'هەژمارەکە بسڕەوە'],
  ])('is not taken out by who begs that his account be taken down (%s, «%s»)', (language, text) => {
    const chat = atCard(language)
    chat.write(text)
    expect(JSON.stringify(chat.state().answers['ids'])).toContain('ali_love_77')
  })

  test('by which people were called or keep silent is changed, never taken out: age, danger, a seen phone', () => {
    const chat = atCard()
    for (const step of ['age', 'danger']) {
      chat.tap('review', 'correct')
      chat.press(chat.tokens().findLast((token) => token.endsWith(`:${step}:!edit`)) ?? '')
      expect(chat.state().open?.step).toBe(step)
      expect(chat.tokens().some((token) => token.endsWith(`:${step}:!remove`))).toBe(false)
      chat.tap(step, step === 'age' ? 'me-18' : 'none')
    }
  })

  test('of what happened is rewritten, never taken out: the words are sealed as they came', () => {
    const chat = atCard()
    const { story } = chat.state().answers
    expect(story?.kind).toBe('text')
    chat.write('remove the story')
    expect(chat.state().answers['story']).toEqual(story)
    expect(chat.state().open?.step).toBe('story')
  })

  test('is not meant by words that say more', () => {
    const chat = atCard()
    chat.write('the amount is what my brother paid for his car')
    expect(chat.state().answers['amount']).toMatchObject({ amount: 500 })
    expect(chat.state().open?.step).toBe('review')
  })
})

describe('a word of the list just shown', () => {
  const lists = [
    ['correct', correctable],
    ['add', addable],
  ] as const

  describe.each(['ar', 'ckb', 'en'] as const)('in %s', (language) => {
    test.each(lists)('means that line, whatever else it may mean (%s)', (which, linesIn) => {
      const open = (): Talk => {
        const chat = atCard(language)
        chat.tap('review', which)
        return chat
      }
      const steps = linesIn(flow, open().state())
      expect(steps.length).toBeGreaterThan(4)
      for (const { id } of steps) {
        const chat = open()
        const typed = phrases.say(language, `step-${id}-title`)
        chat.write(typed)
        expect(chat.state().open?.step, typed).toBe(id)
      }
    })
  })

  test.each([
    ['en', 'to whom it came', 'spread'],
    ['en', 'the evidence', 'evidence'],
    ['ar', 'لمن وصلت', 'spread'],
    ['ar', 'المبلغ', 'amount'],
  ] as const)('is known as people say it, too (%s, «%s»)', (language, typed, step) => {
    const chat = atCard(language)
    chat.tap('review', step === 'amount' ? 'correct' : 'add')
    chat.write(typed)
    expect(chat.state().open?.step).toBe(step)
  })
})

test.each([
  ['en', 'danger now'],
  ['en', 'Danger now'],
  ['ar', 'الخطر الآن'],
  ['ar', 'خطر هسه'],
  ['ckb', 'مەترسیی ئێستا'],
  ['ckb', 'مەترسی ئێستا'],
] as const)('the danger named at the card opens its question at once (%s, «%s»)', (language, typed) => {
  const chat = atCard(language)
  chat.write(typed)
  expect(chat.state().open?.step).toBe('danger')
  expect(wholeAs(flow, atCard(language).state(), untrusted(typed), instant(0))).toBe('wish')
  // What is pressed there calls people, though it stood answered with "none" on the card.
  expect(chat.tap('danger', 'hurt').keys).toContain('crisis-violence')
  expect(chat.state().urgent).toBe(true)
})

test.each([
  ['en', 'danger now he is at my door', 'crisis-door'],
  ['ar', 'خطر هسه هو واكف بالباب', 'crisis-door'],
  ['ckb', 'مەترسی ئێستا دەمکوژێت', 'crisis-violence'],
] as const)(
  'more words of danger at the card name no line: people are called (%s, «%s»)',
  (language, typed, key) => {
    const chat = atCard(language, rules)
    const { keys, state } = chat.write(typed)
    expect(keys).toContain(key)
    expect(state.urgent).toBe(true)
    expect(state.called.danger).toBe(true)
    expect(state.open?.step).not.toBe('danger')
  },
)
