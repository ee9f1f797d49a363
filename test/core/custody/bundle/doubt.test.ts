import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CaseEvent } from '../../../../core/model/events.ts'
import { BY, ORDER, openBundleWorld, openCase, takeBundle, unzip, type BundleWorld } from './world.ts'

let world: BundleWorld
beforeEach(async () => {
  world = await openBundleWorld()
})
afterEach(() => world.close())

type Line = { readonly step: string; readonly answer: unknown; readonly unproven?: true }

const age = (option: string, unproven = false, step = 'age'): CaseEvent => ({
  type: 'answer_given',
  step,
  answer: { kind: 'choice', option },
  ...(unproven ? { unproven: true as const } : {}),
})
const LEFT: readonly CaseEvent[] = [{ type: 'person_exited' }, { type: 'return_unproven' }]
const SHOWN: CaseEvent = { type: 'conversation_resumed' }

const told = async (step: string, ...events: readonly CaseEvent[]): Promise<readonly Line[]> => {
  const it = await openCase(world)
  await it.says('He wants 500 dollars')
  await it.append(...events)
  const bundle = await takeBundle(await world.exports.command(it.code, BY, ORDER))
  const root = unzip(world.folder, bundle, it.code)
  const { answers } = JSON.parse(readFileSync(join(root, 'data/case.json'), 'utf8')) as {
    readonly answers: readonly Line[]
  }
  return answers.filter((line) => line.step === step)
}

describe('an age that was said in a chat that was left, by who may be another, in the report', () => {
  test('is said to be taken back once its person came, and is no answer any more', async () => {
    expect(await told('device', ...LEFT, age('shared', true, 'device'), SHOWN)).toMatchObject([
      { answer: { kind: 'skipped', how: 'taken-back' } },
    ])
  })

  test('stands in the place of nothing that the person said before', async () => {
    const [line, ...more] = await told('age', age('me-18'), ...LEFT, age('me-under-13', true), SHOWN)
    expect(more).toEqual([])
    expect(JSON.stringify(line?.answer)).not.toMatch(/13/)
    expect(line).toMatchObject({ answer: { kind: 'label' } })
    expect(line?.unproven).toBeUndefined()
  })

  test('is marked as not shown to be the person’s while it counts', async () => {
    expect(await told('age', ...LEFT, age('me-18', true))).toMatchObject([
      { answer: { kind: 'label' }, unproven: true },
    ])
  })

  test('gives way to what the person says themselves afterwards', async () => {
    const [line] = await told('age', ...LEFT, age('me-under-13', true), SHOWN, age('me-18'))
    expect(line).toMatchObject({ answer: { kind: 'label' } })
    expect(JSON.stringify(line)).toMatch(/18/)
  })
})
