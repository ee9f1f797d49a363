import { describe, expect, test } from 'vitest'
import { evolveErasure, openErasure } from '../../../../core/model/erasure-request.ts'
import { emptyCase } from '../../../../core/model/state.ts'
import { verifyStore } from '../../../../core/custody/verify-case.ts'
import { describeFault } from '../../../../core/custody/store-fault.ts'
import { readHeader } from '../../../../core/model/entry.ts'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { hours, instant, seconds } from '../../../../core/base/units.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const NOOR = agent('Noor')
const SALMA = agent('Salma')
const ADA = agent('Ada')
const SECRET = 'Zahra asked for it at the counter'

type Scene = {
  readonly stage: Stage
  readonly person: Person
  readonly code: CaseCode
  readonly caseId: CaseId
}

/** A case with a file that Noor holds. */
const held = async (): Promise<Scene> => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  await person.says('a story that is long enough to be told')
  await stage.workAll()
  const code = await person.code()
  const { caseId } = (await person.book()).row
  await stage.desk.claim(code, NOOR)
  await stage.sendAll()
  return { stage, person, code, caseId }
}

const ask = async ({ stage, code }: Scene, who = NOOR, over = false): Promise<number> => {
  const outcome = await stage.desk.erasure.ask(code, who, { ground: 'person', reason: SECRET }, over)
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.seq
}

const said = (outcome: { readonly status: string; readonly why?: string }): string =>
  outcome.why ?? outcome.status
const approve = async ({ stage, code }: Scene, who: typeof NOOR, request: number): Promise<string> =>
  said(await stage.desk.erasure.approve(code, who, request))
const refuse = async ({ stage, code }: Scene, who: typeof NOOR, request: number): Promise<string> =>
  said(await stage.desk.erasure.refuse(code, who, request, 'not shown who asked'))

const tombstones = async ({ stage, caseId }: Scene): Promise<number> =>
  (await stage.store.ledger.read(caseId)).filter(({ header }) => header.includes('case_erased')).length
const opens = async ({ stage, code }: Scene): Promise<boolean> =>
  typeof (await stage.desk.open(code)) === 'object'
const objectsLeft = async ({ stage }: Scene): Promise<number> => {
  let count = 0
  for await (const _ of stage.vault.list()) count += 1
  return count
}
const faultsOf = async ({ stage: { ports, keys } }: Scene): Promise<string[]> => {
  const faults: string[] = []
  for await (const fault of verifyStore({ ...ports, keys })) faults.push(describeFault(fault))
  return faults
}

describe('two members of the team', () => {
  test('have a case erased: the key, the files and the search are gone, and the chain still holds', async () => {
    const scene = await held()
    const { stage, code, caseId } = scene
    expect(await objectsLeft(scene)).toBeGreaterThan(0)
    const page = { limit: 10 }
    expect((await stage.desk.search({ text: 'story', filter: {} }, page)).rows).toHaveLength(1)
    const before = (await stage.store.ledger.read(caseId)).length
    const request = await ask(scene)
    expect(await stage.desk.erasure.approve(code, SALMA, request)).toEqual({
      status: 'gone',
      seq: before + 2,
      hash: (await stage.store.ledger.read(caseId)).at(-1)!.hash,
      objects: 1,
    })
    expect(await stage.desk.open(code)).toBe('erased')
    expect(await stage.keys.get(caseId)).toBe('destroyed')
    expect(await objectsLeft(scene)).toBe(0)
    expect((await stage.desk.search({ text: 'story', filter: {} }, page)).rows).toEqual([])
    expect(await stage.desk.custody(code)).toMatchObject({ intact: true })
    expect(await faultsOf(scene)).toEqual([])
  })

  test('leave their ids and the fixed ground in the open for ever, and no word of the reason', async () => {
    const scene = await held()
    const { stage, code, caseId } = scene
    await approve(scene, SALMA, await ask(scene))
    const entries = await stage.store.ledger.read(caseId)
    expect(readHeader(stage.ports.hasher, entries.at(-1)!.header)).toMatchObject({
      actor: `agent:${SALMA.id}`,
      kinds: ['erasure_approved', 'case_erased'],
      asked: NOOR.id,
      by: SALMA.id,
      reason: 'person',
    })
    expect(entries.map(({ header }) => header).join()).not.toContain('Zahra')
    const { acts } = await stage.desk.trail({ from: instant(0), to: instant(Number.MAX_SAFE_INTEGER), code })
    expect(acts.slice(0, 2).map(({ agent: who, kinds }) => [who, ...kinds])).toEqual([
      [SALMA.id, 'erasure_approved', 'case_erased'],
      [NOOR.id, 'erasure_requested'],
    ])
  })

  test('tell the person nothing; who writes again begins anew', async () => {
    const scene = await held()
    const { stage, person, code } = scene
    const heard = person.heard().length
    await approve(scene, SALMA, await ask(scene))
    await stage.workAll()
    await stage.sendAll()
    expect(person.heard()).toHaveLength(heard)
    await person.says('hello')
    expect(await person.code()).not.toBe(code)
    expect((await person.book()).state.seq).toBe(2)
  })

  test('are needed always: who asked neither agrees nor refuses', async () => {
    const scene = await held()
    const request = await ask(scene)
    expect([await approve(scene, NOOR, request), await refuse(scene, NOOR, request)]).toEqual([
      'same_person',
      'same_person',
    ])
    expect(await opens(scene)).toBe(true)
  })

  test.each([
    ['holds the case', NOOR, false, 'done'],
    ['does not hold it', SALMA, false, 'not_yours'],
    ['may agree to such', SALMA, true, 'done'],
  ] as const)('may ask where one %s: %s', async (_what, who, over, comes) => {
    const { stage, code } = await held()
    expect(said(await stage.desk.erasure.ask(code, who, { ground: 'other', reason: 'a trial' }, over))).toBe(
      comes,
    )
  })

  test('give a reason', async () => {
    const scene = await held()
    const { stage, code } = scene
    expect(said(await stage.desk.erasure.ask(code, NOOR, { ground: 'law', reason: ' ' }))).toBe(
      'reason_required',
    )
    expect(said(await stage.desk.erasure.refuse(code, SALMA, await ask(scene), '  '))).toBe('reason_required')
  })
})

describe('a request to erase', () => {
  test('is over with a refusal, and the next one counts', async () => {
    const scene = await held()
    const first = await ask(scene)
    expect(await refuse(scene, SALMA, first)).toBe('done')
    expect([await approve(scene, ADA, first), await refuse(scene, ADA, first)]).toEqual([
      'already',
      'already',
    ])
    const second = await ask(scene)
    expect(await approve(scene, ADA, first)).toBe('superseded')
    expect(await approve(scene, ADA, second)).toBe('gone')
  })

  test('gives way to a later one of anybody: who agreed to the first agreed to nothing else', async () => {
    const scene = await held()
    const first = await ask(scene)
    const second = await ask(scene, SALMA, true)
    expect(await approve(scene, ADA, first)).toBe('superseded')
    expect(await approve(scene, SALMA, second)).toBe('same_person')
    expect(await approve(scene, NOOR, second)).toBe('gone')
  })

  test('that nobody made cannot be answered', async () => {
    const scene = await held()
    expect(await approve(scene, SALMA, 3)).toBe('unknown')
    expect(await approve(scene, SALMA, (await ask(scene)) + 7)).toBe('unknown')
  })

  test('lapses after a day', async () => {
    const scene = await held()
    const request = await ask(scene)
    scene.stage.clock.advance(hours(24))
    expect([await approve(scene, SALMA, request), await refuse(scene, SALMA, request)]).toEqual([
      'lapsed',
      'lapsed',
    ])
    const again = await ask(scene)
    scene.stage.clock.advance(seconds(24 * 3600 - 1))
    expect(await approve(scene, SALMA, again)).toBe('gone')
  })

  test('does not stand against a hold, which may come after it', async () => {
    const scene = await held()
    const { stage, code } = scene
    const request = await ask(scene)
    await stage.desk.hold(code, ADA, 'letter 114')
    expect(await approve(scene, SALMA, request)).toBe('hold')
    expect(said(await stage.desk.erasure.ask(code, NOOR, { ground: 'law', reason: 'again' }))).toBe('hold')
    await stage.desk.liftHold(code, ADA, 'closed')
    expect(await approve(scene, SALMA, request)).toBe('gone')
  })

  test('is void once the person wrote: who asked reads it first and asks anew', async () => {
    const scene = await held()
    const request = await ask(scene)
    await scene.person.says('he is at my door')
    expect(await approve(scene, SALMA, request)).toBe('written_since')
    expect(await opens(scene)).toBe(true)
    expect(await approve(scene, SALMA, await ask(scene))).toBe('gone')
  })

  test('stands where only the team wrote', async () => {
    const scene = await held()
    const { stage, code, caseId } = scene
    const request = await ask(scene)
    await stage.desk.note(code, SALMA, 'I looked at it')
    await stage.desk.say(code, NOOR, 'one moment', (await stage.casebook.load(caseId)).version)
    expect(await approve(scene, SALMA, request)).toBe('gone')
  })

  test.each(['person_blocked', 'person_exited'] as const)('does not count %s as writing', (type) => {
    const before = { seq: 3, by: NOOR.id, ground: 'other', reason: 'r', at: instant(0) } as const
    expect(evolveErasure(before, { type }, { seq: 4, at: instant(1) })).toEqual(before)
  })

  test('is open until a second before its day is over', () => {
    const erasure = { seq: 3, by: NOOR.id, ground: 'other', reason: 'r', at: instant(0) } as const
    const state = { ...emptyCase('c' as CaseId), erasure }
    expect([hours(24) - 1, hours(24)].map((at) => openErasure(state, instant(at))?.seq)).toEqual([
      3,
      undefined,
    ])
  })
})

describe('agreeing in the very moment', () => {
  /**
   * Something comes first: just before the tombstone is written, or just before the ledger is read
   * for it.
   */
  const interrupt = (
    { stage }: Scene,
    before: 'writing' | 'reading',
    first: () => Promise<unknown>,
  ): void => {
    const { commit, read } = stage.store.ledger
    let reads = 0
    const come = async (): Promise<void> => {
      Object.assign(stage.store.ledger, { commit, read })
      await first()
    }
    if (before === 'writing')
      Object.assign(stage.store.ledger, {
        commit: async (one: Parameters<typeof commit>[0]) => {
          if (one.kinds.includes('case_erased')) await come()
          return commit(one)
        },
      })
    else
      Object.assign(stage.store.ledger, {
        read: async (...of: Parameters<typeof read>) => {
          reads += 1
          // The first reading is what was judged.
          if (reads === 2) await come()
          return read(...of)
        },
      })
  }

  describe.each(['writing', 'reading'] as const)('before %s', (before) => {
    test.each<readonly [string, (scene: Scene, request: number) => Promise<unknown>, string]>([
      ['in which the person writes', ({ person }) => person.says('help me'), 'written_since'],
      ['in which a hold is set', ({ stage, code }) => stage.desk.hold(code, ADA, 'just in time'), 'hold'],
      ['in which it is asked for anew', (scene) => ask(scene), 'superseded'],
      ['in which another refuses', (scene, request) => refuse(scene, ADA, request), 'already'],
      [
        'in which the operator erases',
        ({ stage, code }) => stage.desk.erase(code, 'command-line', 'r'),
        'erased',
      ],
    ])('%s it is judged anew', async (_what, first, comes) => {
      const scene = await held()
      const request = await ask(scene)
      interrupt(scene, before, () => first(scene, request))
      expect(await approve(scene, SALMA, request)).toBe(comes)
      expect(await tombstones(scene)).toBe(comes === 'erased' ? 1 : 0)
    })
  })

  test('as another, the case is erased once', async () => {
    const scene = await held()
    const request = await ask(scene)
    const both = await Promise.all([approve(scene, SALMA, request), approve(scene, ADA, request)])
    expect(both.toSorted()).toEqual(['erased', 'gone'])
    expect(await tombstones(scene)).toBe(1)
    expect(await faultsOf(scene)).toEqual([])
  })

  test('and the answer is lost, who agreed is told again, and nobody else', async () => {
    const scene = await held()
    const request = await ask(scene)
    const first = await scene.stage.desk.erasure.approve(scene.code, SALMA, request)
    expect(await scene.stage.desk.erasure.approve(scene.code, SALMA, request)).toEqual(first)
    expect(await approve(scene, ADA, request)).toBe('erased')
    expect(await approve(scene, NOOR, request)).toBe('erased')
    expect(await tombstones(scene)).toBe(1)
  })

  test('as the machine dies, what is left is erased by the next that works', async () => {
    const scene = await held()
    const { stage, caseId } = scene
    const request = await ask(scene)
    const { destroy } = stage.sealer
    Object.assign(stage.sealer, { destroy: () => Promise.reject(new Error('cut')) })
    await expect(stage.desk.erasure.approve(scene.code, SALMA, request)).rejects.toThrow('cut')
    Object.assign(stage.sealer, { destroy })
    expect(await stage.keys.get(caseId)).toBeInstanceOf(Uint8Array)
    await stage.workAll()
    expect(await stage.keys.get(caseId)).toBe('destroyed')
    expect(await objectsLeft(scene)).toBe(0)
    expect(await tombstones(scene)).toBe(1)
    expect(await faultsOf(scene)).toEqual([])
  })
})
