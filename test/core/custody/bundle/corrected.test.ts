import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTexts } from '../../../../bots/texts.ts'
import type { AgentId, InboundId } from '../../../../core/base/ids.ts'
import { instant } from '../../../../core/base/units.ts'
import { answersOf } from '../../../../core/custody/bundle/answers.ts'
import { untrusted } from '../../../../core/base/untrusted.ts'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { BY, ORDER, openBundleWorld, openCase, takeBundle, unzip, type BundleWorld } from './world.ts'

let world: BundleWorld
beforeEach(async () => {
  world = await openBundleWorld()
})
afterEach(() => world.close())

const INBOUND = 'inbound-of-a-place' as InboundId
const NOOR = 'agent-noor' as AgentId
const device = (option: string): CaseEvent => ({
  type: 'answer_given',
  step: 'device',
  answer: { kind: 'choice', option },
})
const corrected = (step: string, option: string): CaseEvent => ({
  type: 'answer_corrected',
  agent: NOOR,
  step,
  answer: { kind: 'choice', option },
  reason: 'said so on the phone',
})

type Line = { readonly step: string; readonly answer: unknown; readonly corrected?: readonly object[] }

/** What the bundle says of a question, in both scopes, and the steps of what happened. */
const told = async (
  scope: 'share-investigators' | 'share-ngo',
  step: string,
  ...events: readonly CaseEvent[]
) => {
  const it = await openCase(world, ['share-investigators', 'share-ngo'])
  await it.says('he wants 500 dollars')
  await it.act('agent:agent-noor', { type: 'case_claimed', agent: NOOR, alias: 'Noor' })
  await it.append(...events)
  const bundle = await takeBundle(await world.exports.command(it.code, BY, { ...ORDER, scope }))
  const root = unzip(world.folder, bundle, it.code)
  const file = JSON.parse(readFileSync(join(root, 'data/case.json'), 'utf8')) as {
    readonly answers: readonly Line[]
    readonly timeline: readonly { readonly what: string }[]
  }
  return { line: file.answers.find((one) => one.step === step), what: file.timeline.map(({ what }) => what) }
}

describe('an answer that a member of the team put right, in what is handed on', () => {
  test('stands as the person gave it, with what it was corrected to, by whom, when and why', async () => {
    const { line, what } = await told(
      'share-investigators',
      'device',
      device('mine'),
      corrected('device', 'shared'),
    )
    expect(JSON.stringify(line?.answer)).toContain('only mine')
    expect(line?.corrected).toMatchObject([
      {
        answer: { kind: 'label' },
        by: 'Noor',
        reason: 'said so on the phone',
        at: { utc: expect.any(String) },
      },
    ])
    expect(JSON.stringify(line?.corrected)).toContain('Shared or checked')
    expect(what).toContain('answer_corrected')
  })

  test('tells an organisation no reason: what the team wrote is for investigators', async () => {
    const { line } = await told('share-ngo', 'material', corrected('material', 'fake'))
    expect(line?.answer).toEqual({ kind: 'skipped', how: 'not-asked' })
    expect(line?.corrected).toMatchObject([{ by: 'Noor' }])
    expect(JSON.stringify(line)).not.toContain('on the phone')
  })

  test.each(['share-investigators', 'share-ngo'] as const)(
    'is told with a place on the map, and with its correction, to investigators alone: %s',
    (scope) => {
      const given: CaseEvent = {
        type: 'answer_given',
        step: 'where',
        answer: { kind: 'text', text: untrusted('here') },
        inbound: INBOUND,
      }
      const events = [given, corrected('where', 'basra')].map((event, n) => ({
        event,
        seq: n + 1,
        n: 0,
        at: instant(n),
      }))
      const items = { idOf: new Map(), placed: new Set([INBOUND]) }
      const told = answersOf(openTexts(), { events, scope, items }, new Map())
      expect(told.map(({ step }) => step)).toEqual(scope === 'share-ngo' ? [] : ['where'])
    },
  )

  test('gives way to what the person answers afterwards', async () => {
    const { line } = await told('share-investigators', 'material', corrected('material', 'fake'), {
      type: 'answer_given',
      step: 'material',
      answer: { kind: 'choice', option: 'private' },
    })
    expect(line?.corrected).toBeUndefined()
  })
})
