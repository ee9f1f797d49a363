import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from '../../adapters/log/index.ts'
import { WEBCHAT_CAPABILITIES } from '../../adapters/channels/webchat/limits.ts'
import type { CaseId } from '../../core/base/ids.ts'
import { emptyCase, type CaseState } from '../../core/model/state.ts'
import { judge } from '../../scripts/bench/people/judge.ts'
import type { Person } from '../../scripts/bench/people/person.ts'
import { play, type Turn } from '../../scripts/bench/people/play.ts'
import { openTalk } from '../../scripts/commands/talk.ts'

const person: Person = {
  id: 'one',
  language: 'en',
  form: 'en',
  style: 'all-at-once',
  opening: [
    ['hi'],
    ['I am a woman of 24 from Basra. @haider_love_77 has my private photos and wants 500 dollars'],
  ],
  facts: {
    age: 24,
    gender: 'f',
    has: ['photo'],
    wants: 'money',
    amount: '500 USD',
    place: 'Basra',
    paid: false,
    identifiers: ['@haider_love_77'],
  },
  answers: {
    consent: 'yes',
    safe: 'yes',
    paid: 'not paid',
    deadline: 'no time',
    who: 'a stranger',
    evidence: 'FILE',
    send: 'send',
  },
  expects: 'report',
}

test('a scripted person is played until what they told is sent, and the card is held against what is true of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amin-people-'))
  const picture = join(folder, 'screenshot.png')
  writeFileSync(picture, 'a picture')
  const talk = openTalk('en', WEBCHAT_CAPABILITIES, openLog({ level: 'error' }))
  try {
    const played = await play(person, talk, picture)
    const verdict = judge(played)
    expect(verdict).toMatchObject({
      isMet: true,
      stuck: false,
      wrongLanguage: [],
      emptyPromises: [],
      unanswered: [],
    })
    expect(verdict.untilSent).toBeGreaterThan(0)
    expect(verdict.card).toMatchObject({ wrong: [] })
    expect(verdict.card?.right).toEqual(
      expect.arrayContaining(['age', 'has', 'wants', 'amount', 'place', 'identifier']),
    )
    expect(judge({ ...played, facts: { ...played.facts, age: 15, amount: '900 USD' } }).card?.wrong).toEqual([
      'age',
      'amount',
    ])
  } finally {
    await talk.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)

const at = (step: string): CaseState => {
  const state = emptyCase('a' as CaseId)
  const open = { step, asked: 1, reopened: false, picked: false }
  return { ...state, conversation: { ...state.conversation, asked: 1, open } }
}

const turn = (did: string, told: Turn['told'], step = 'deadline'): Turn => ({
  did: [did],
  told,
  state: at(step),
})

const judged = (...turns: readonly Turn[]) => judge({ person, facts: {}, turns, stuck: false })

test('words that nothing was said to are unanswered; a bare sign that it was read may stay so, and a chat that is hidden does', () => {
  const silent = turn('will you tell my family', [])
  const hidden = {
    ...silent,
    state: { ...at('story'), conversation: { ...at('story').conversation, exited: true } },
  }
  expect(judged(silent, { ...silent, kind: 'yes-ok' }, hidden).unanswered).toEqual([
    'will you tell my family',
  ])
})

test('a question in the same words as before is a repetition, unless something of their own came between', () => {
  const asked = turn('hello', [{ key: 'ask-deadline', text: 'Did they give a time?' }])
  expect(judged(asked, asked).repeated).toEqual(['ask-deadline'])
  expect(judged(asked, { ...asked, kind: 'afraid' }).repeated).toEqual([])
})

test('a question whose answer stood in what was written before was asked though told', () => {
  const asks = (step: string, did: string): Turn =>
    turn(did, [{ key: `ask-${step}`, text: 'Is this person known to you?' }], step)
  expect(judged(asks('relation', 'he is a stranger')).askedThoughTold).toEqual(['relation'])
  expect(judged(asks('relation', 'he wrote to me')).askedThoughTold).toEqual([])
})

test('texts of another language, and a call that nobody made, are found', () => {
  const promise = turn('help', [{ key: 'human-requested', text: 'A person from our team is being called.' }])
  const { conversation } = at('deadline')
  const called = {
    ...at('deadline'),
    conversation: { ...conversation, called: { danger: false, person: true } },
  }
  expect(judged(promise).emptyPromises).toEqual(['human-requested'])
  expect(judged({ ...promise, state: called }).emptyPromises).toEqual([])
  expect(judged(turn('help', [{ key: 'help', text: 'نسمعك، ولست وحدك في هذا' }])).wrongLanguage).toEqual([
    'help',
  ])
})
