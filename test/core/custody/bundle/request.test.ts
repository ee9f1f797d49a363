import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ExportRule } from '../../../../core/custody/bundle/request.ts'
import { judgeOrder } from '../../../../core/custody/bundle/request.ts'
import { hours } from '../../../../core/base/units.ts'
import { openBundleWorld, openCase, takeBundle, type BundleCase, type BundleWorld } from './world.ts'

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
const OTHER = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg'
const who = (name: string) => ({ by: name, actor: `agent:${name}` as const })
const ORDER = { scope: 'share-investigators', recipients: [] } as const

describe('where a bundle may go', () => {
  const rule = (more: Partial<ExportRule> = {}): ExportRule => ({
    twoPersons: false,
    onlySealed: false,
    ...more,
  })
  const isKey = (key: string): boolean => key === KEY || key === OTHER
  test.each([
    ['anywhere, open', rule(), [], undefined],
    ['anywhere, sealed', rule(), [KEY, OTHER], undefined],
    ['not open where only sealed ones leave', rule({ onlySealed: true }), [], 'sealed_only'],
    ['sealed where only sealed ones leave', rule({ onlySealed: true }), [KEY], undefined],
    ['to a key that is allowed', rule({ recipients: [KEY] }), [KEY], undefined],
    ['not to another', rule({ recipients: [KEY] }), [KEY, OTHER], 'recipient_unknown'],
    ['open where only some keys are allowed', rule({ recipients: [KEY] }), [], undefined],
    ['not to what is no key', rule(), ['age1nonsense'], 'recipient_invalid'],
    ['not twice to one', rule(), [KEY, KEY], 'recipient_invalid'],
  ] as const)('%s', (_what, given, recipients, fault) => {
    expect(judgeOrder(given, { scope: 'person', recipients }, isKey)).toBe(fault)
  })
})

describe('two people', () => {
  let world: BundleWorld
  let it: BundleCase
  beforeEach(async () => {
    world = await openBundleWorld({ twoPersons: true })
    it = await openCase(world)
  })
  afterEach(() => world.close())

  const ask = async (name = 'asker'): Promise<number> => {
    const outcome = await world.exports.request(it.code, who(name), 'the court wants it', ORDER)
    if (outcome.status !== 'done') throw new Error(outcome.status)
    return outcome.seq
  }
  const answer = (name: string, request: number, agreed = true) =>
    world.exports.answer(it.code, who(name), request, agreed, 'I read it')
  const fetch = async (name: string, request: number) => {
    const outcome = await world.exports.fetch(it.code, who(name), request)
    return outcome.status === 'refused' ? outcome.why : outcome.status
  }

  type Step = readonly [who: string, does: 'approves' | 'refuses', comes: string]
  test.each<readonly [string, readonly Step[], string, string]>([
    ['nobody answered', [], 'asker', 'waiting'],
    ['the same person may not agree', [['asker', 'approves', 'same_person']], 'asker', 'waiting'],
    [
      'the same person may not refuse for somebody else',
      [['asker', 'refuses', 'same_person']],
      'asker',
      'waiting',
    ],
    ['another agreed', [['boss', 'approves', 'done']], 'asker', 'open'],
    ['whoever agreed may fetch it too', [['boss', 'approves', 'done']], 'boss', 'open'],
    ['a third may not', [['boss', 'approves', 'done']], 'third', 'not_theirs'],
    ['another refused', [['boss', 'refuses', 'done']], 'asker', 'refused'],
    [
      'a refusal is not undone by agreeing',
      [
        ['boss', 'refuses', 'done'],
        ['chief', 'approves', 'answered'],
      ],
      'asker',
      'refused',
    ],
    [
      'an agreement is not undone by refusing',
      [
        ['boss', 'approves', 'done'],
        ['chief', 'refuses', 'answered'],
      ],
      'asker',
      'open',
    ],
  ])('%s', async (_what, steps, fetcher, comes) => {
    const request = await ask()
    for (const [name, does, expected] of steps) {
      const outcome = await answer(name, request, does === 'approves')
      expect(outcome.status === 'refused' ? outcome.why : outcome.status).toBe(expected)
    }
    expect(await fetch(fetcher, request)).toBe(comes)
  })

  test('both and their reasons stand in the chain', async () => {
    const request = await ask()
    await answer('boss', request)
    const { events } = await world.casebook.read(it.id)
    expect(events.flat().slice(-2)).toEqual([
      {
        type: 'export_requested',
        by: 'asker',
        reason: 'the court wants it',
        scope: 'share-investigators',
        recipients: [],
      },
      { type: 'export_approved', by: 'boss', request, reason: 'I read it' },
    ])
  })

  test('a refused request needs a new one, and the answer to an old one does not count for the new', async () => {
    const first = await ask()
    await answer('boss', first, false)
    const second = await ask()
    expect(await answer('boss', first)).toEqual({ status: 'refused', why: 'superseded' })
    expect(await fetch('asker', first)).toBe('superseded')
    expect(await fetch('asker', second)).toBe('waiting')
    await answer('boss', second)
    expect(await fetch('asker', second)).toBe('open')
    expect(await fetch('asker', second + 100)).toBe('unknown')
  })

  test('after a day it is over', async () => {
    const request = await ask()
    world.wait(hours(48))
    await answer('boss', request)
    world.wait(hours(23))
    expect(await fetch('asker', request)).toBe('open')
    world.wait(hours(1))
    expect(await fetch('asker', request)).toBe('over')
  })

  test('an agreement does not outlive the consent', async () => {
    const request = await ask()
    await answer('boss', request)
    await it.append({ type: 'consent_withdrawn', scope: 'share-investigators', version: '1', language: 'ar' })
    expect(await fetch('asker', request)).toBe('consent')
    expect(await world.exports.request(it.code, who('asker'), 'again', ORDER)).toMatchObject({
      why: 'consent',
    })
  })

  test('the command line exports what was agreed to, and nothing else', async () => {
    const command = async (order: Parameters<typeof world.exports.command>[2]) => {
      const outcome = await world.exports.command(it.code, { by: 'command-line', actor: 'system' }, order)
      return outcome.status === 'refused' ? outcome.why : outcome.status
    }
    expect(await command(ORDER)).toBe('two_persons')
    const outcome = await world.exports.request(it.code, who('asker'), 'for the court', {
      ...ORDER,
      recipients: [KEY, OTHER],
    })
    expect(await command({ ...ORDER, recipients: [KEY, OTHER] })).toBe('two_persons')
    if (outcome.status === 'done') await answer('boss', outcome.seq)
    expect(await command({ ...ORDER, recipients: [OTHER, KEY] })).toBe('open')
    expect(await command({ ...ORDER, recipients: [KEY] })).toBe('two_persons')
    expect(await command({ scope: 'person', recipients: [KEY, OTHER] })).toBe('two_persons')
  })

  test('asking and agreeing change nothing of what the bundle shows', async () => {
    const first = await ask()
    await answer('boss', first)
    const one = await takeBundle(await world.exports.fetch(it.code, who('asker'), first))
    const second = await ask('another')
    await answer('boss', second)
    const two = await takeBundle(await world.exports.fetch(it.code, who('another'), second))
    expect(two.equals(one)).toBe(true)
  })
})
