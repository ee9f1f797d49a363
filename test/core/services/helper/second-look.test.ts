import { assert, asyncProperty, constantFrom, uniqueArray } from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { makeMemoryHelper, saidByMemory, type MemoryHelper } from '../../../../adapters/memory/helper.ts'
import { CRISIS_LABELS } from '../../../../core/base/danger.ts'
import { SEVERITIES, type Severity } from '../../../../core/base/severity.ts'
import { hours, minutes } from '../../../../core/base/units.ts'
import { silent, SILENCES, type Said } from '../../../../core/ports/helper.ts'
import { agent, openStage, reachStory, type Person, type Stage, phrases } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'
import { injections } from './injections.ts'

/** Words in which neither the rules nor the learnt reader hear anything. */
const WORDS = 'somebody put the pictures of our wedding on a page and my uncle is on his way'
const claim = (quotation: string, of = 1, label = 'violence') => ({ of, quotation, label, about: 'self' })
const says = (...claims: readonly unknown[]): Said<unknown> => saidByMemory(claims)

let helper: MemoryHelper
let stage: Stage
let who: Person
const open = async (away = false): Promise<void> => {
  helper = makeMemoryHelper(away ? { at: 'away', host: 'api.example.org', model: 'memory' } : undefined)
  stage = await openStage(undefined, { helper, uses: ['danger', 'summary', 'reply', 'translate', 'facts'] })
  who = stage.person('1')
}
beforeEach(() => open())

const suggested = async () =>
  (await who.book()).events.filter(({ event }) => event.type === 'danger_suggested')
const told = async (text: string): Promise<void> => {
  await who.says(text)
  await stage.workAll()
}

describe('a message in which nothing sure was heard', () => {
  test('is shown to the model after it was answered, with the words before it', async () => {
    await who.says('I need help with something')
    await who.says(WORDS)
    const answered = who.heard().length
    helper.answers.push(silent('off'), says())
    await stage.workAll()
    expect(helper.shown.at(-1)?.words).toEqual(['I need help with something', WORDS])
    expect(who.heard()).toHaveLength(answered)
  })

  test('gets a soft sign with the words that were quoted, and who suggested it', async () => {
    helper.answers.push(says(claim('my uncle is on his way')))
    await told(WORDS)
    expect((await suggested()).map(({ event }) => event)).toEqual([
      expect.objectContaining({
        hit: expect.objectContaining({ label: 'violence', hard: false, rule: 'model-violence' }) as object,
        sentence: 'my uncle is on his way',
        model: 'memory',
      }),
    ])
  })

  test('is followed by one gentle question when the person writes again, and raises the case where it is not answered', async () => {
    helper.answers.push(says(claim('my uncle is on his way')))
    await told(WORDS)
    const before = (await who.book()).state.severity
    await who.says('are you there')
    expect(who.hears()).toBe(phrases.say('en', 'ask-worry-violence'))
    await stage.passTime(minutes(11))
    const { state } = await who.book()
    expect(state.severity < before).toBe(true)
    expect(state.conversation.called.danger).toBe(false)
  })

  test('is left as it was where the quotation is not there, is of another message, or repeats what was heard', async () => {
    for (const claims of [[claim('he will kill me')], [claim('my uncle is on his way', 7)], []]) {
      helper.answers.push(says(...claims))
      await told(WORDS)
    }
    expect(await suggested()).toEqual([])
    expect(stage.help?.guard.figures().dropped).toBe(2)
  })

  test('is asked about again later where the server was away, and then let be', async () => {
    helper.answers.push(silent('unreachable'), says(claim('my uncle is on his way')))
    await told(WORDS)
    expect(await suggested()).toHaveLength(1)
    helper.answers.push(...Array.from({ length: 9 }, () => silent('late')))
    const before = helper.shown.length
    await told('and then he sent one more to my father and mother')
    expect(helper.shown.length - before).toBe(4)
  })
})

test('a message that is sure, a key or one word is not shown to anybody', async () => {
  await told('he will kill me tonight')
  await told('hello')
  expect(helper.shown).toEqual([])
})

test('without the use nothing is ever asked', async () => {
  helper = makeMemoryHelper()
  stage = await openStage(undefined, { helper, uses: ['summary'] })
  who = stage.person('1')
  await told(WORDS)
  expect(helper.shown).toEqual([])
})

describe('a model that runs elsewhere', () => {
  beforeEach(() => open(true))
  const label = phrases.say('en', 'scope-outside-help')
  const agrees = async (): Promise<void> => {
    await who.says('consents')
    await who.presses(label)
  }

  test('is shown nothing without a yes to that, nothing of unknown age, and nothing more once it is taken back', async () => {
    await reachStory(who)
    await told(WORDS)
    expect(helper.shown).toEqual([])
    await agrees()
    await told(WORDS)
    expect(helper.shown).toHaveLength(1)
    await agrees()
    await told(WORDS)
    expect(helper.shown).toHaveLength(1)
  })

  test('is asked about in the list of consents, with what it means', async () => {
    await reachStory(who)
    await who.says('consents')
    expect(who.hears()).toContain(phrases.say('en', 'outside-help-about'))
  })

  test('is shown nothing of a child, whatever was agreed to', async () => {
    await who.sends({ kind: 'start' })
    await who.says('continue')
    await who.says('skip')
    await who.says('none')
    await who.says('me, 16-17')
    await agrees()
    await told(WORDS)
    expect(helper.shown).toEqual([])
  })
})

test('where the model is in the house nobody is asked whether words may leave it', async () => {
  await reachStory(who)
  await who.says('consents')
  expect(who.hears()).not.toContain(phrases.say('en', 'scope-outside-help'))
})

describe('erasing a case', () => {
  test('ends what is being asked about it, and a late answer is dropped', async () => {
    let stopped = false
    helper.answers.push(async (stop) => {
      const { rows } = await stage.store.views.list({}, { limit: 1 })
      stop.onStop(() => void (stopped = true))
      const [row] = rows
      if (row !== undefined) {
        await stage.desk.erase(row.code, 'test', 'test')
        stage.help?.stops.end(row.caseId)
      }
      return says(claim('my uncle is on his way'))
    })
    await who.says(WORDS)
    await stage.workAll()
    expect(stopped).toBe(true)
    const { rows } = await stage.store.views.list({}, { limit: 5 })
    expect(rows.map(({ status }) => status)).toEqual(['erased'])
  })
})

describe('whatever a model answers', () => {
  const ANSWERS: readonly Said<unknown>[] = [
    ...SILENCES.filter((why) => !['late', 'unreachable', 'busy', 'budget', 'stopped'].includes(why)).map(
      (why) => silent(why),
    ),
    says(),
    says(...CRISIS_LABELS.map((label) => claim('my uncle', 1, label))),
    says(...CRISIS_LABELS.map((label) => claim('none', 1, label))),
    says({ ...claim('my uncle'), hard: true, severity: 'P4', rule: 'safe' }),
  ]
  const START: Readonly<Record<Severity, readonly string[]>> = {
    P1: ['my brother will kill me tonight'],
    P2: ['continue', 'skip', 'hurt'],
    P3: ['continue', 'I am 22', 'he wants 500 dollars or he will publish my pictures'],
    P4: ['hello there'],
  }

  test.each(SEVERITIES)(
    'a case that was %s is never less urgent, and no question of it goes unasked',
    async (severity) => {
      for (const answer of ANSWERS) {
        await open()
        await who.sends({ kind: 'start' })
        for (const text of START[severity]) await who.says(text)
        const before = (await who.book()).state
        helper.answers.push(answer, answer)
        await told(WORDS)
        const { state, events } = await who.book()
        expect(state.severity <= before.severity).toBe(true)
        expect(state.conversation.crisis.filter(({ hard }) => hard).length).toBeGreaterThanOrEqual(
          before.conversation.crisis.filter(({ hard }) => hard).length,
        )
        expect(state.ruled <= before.ruled).toBe(true)
        expect(Object.keys(state.conversation.worries ?? {})).toEqual(
          expect.arrayContaining(Object.keys(before.conversation.worries ?? {})),
        )
        expect(events.some(({ event }) => event.type === 'severity_set')).toBe(false)
      }
    },
  )
})

test('a text that tries to talk to the model, of 200, lowers nothing, sends nothing and links nothing, though it obeys it', async () => {
  expect(injections).toHaveLength(200)
  const tells = async (person: Person, text: string): Promise<void> => {
    await person.says('my brother will kill me tonight')
    await person.says(text)
  }
  await assert(
    asyncProperty(
      uniqueArray(constantFrom(...injections), { minLength: 2, maxLength: 2 }),
      constantFrom(0, 1, 2),
      async (texts, how) => {
        await open()
        const [others = '', own = ''] = texts
        // Rules link cases that name the same address: here each has one of its own.
        await tells(stage.person('other'), others.replaceAll('evil.example', 'evil2.example'))
        await stage.workAll()
        await tells(who, own)
        const before = await who.book()
        const sent = stage.channel.sent.length
        // A model that does what it is told by the text.
        const obedient = [
          says(),
          says({ severity: 'P4', danger: 'none' }),
          says(claim(own.slice(0, 80), 2), claim('nothing happened', 2)),
        ][how]
        helper.answers.splice(0, helper.answers.length, obedient ?? says(), obedient ?? says())
        await stage.workAll()
        const { state, row } = await who.book()
        expect([state.severity <= before.state.severity, row.status]).toEqual([true, before.row.status])
        expect(stage.channel.sent.length).toBe(sent)
        expect([state.links, state.marks]).toEqual([before.state.links, before.state.marks])
      },
    ),
    runs(30),
  )
})

test('an agent who holds the case sees the sign, and the bot says nothing', async () => {
  await reachStory(who)
  await stage.desk.claim(await who.code(), agent('Noor'))
  await stage.sendAll()
  await stage.workAll()
  const sent = stage.channel.sent.length
  helper.answers.push(says(claim('my uncle is on his way', 3)))
  await told(WORDS)
  await stage.passTime(hours(1))
  expect(stage.channel.sent).toHaveLength(sent)
  expect(await suggested()).toHaveLength(1)
})
