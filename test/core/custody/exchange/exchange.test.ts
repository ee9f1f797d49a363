import { describe, expect, test } from 'vitest'
import { openNote } from '../../../../core/custody/note.ts'
import { ask } from '../../../../core/custody/exchange/ask.ts'
import type { Agreement } from '../../../../core/custody/exchange/agreement.ts'
import { hours, instant } from '../../../../core/base/units.ts'
import { hasher } from '../world.ts'
import { agreed, anItem, ANNE, aSide, BASIM, between, foundBy, NOON } from './world.ts'

const OURS = ['phone:+9647701', 'phone:+9647702', 'phone:+9647703'].map((normal) => anItem(normal))
const THEIRS = ['phone:+9647702', 'phone:+9647703', 'phone:+9647704'].map((normal) => anItem(normal))
const BOTH = ['phone:+9647702', 'phone:+9647703']

const two = (other: Partial<Agreement> = {}) => {
  const held = agreed(other)
  const anne = aSide(ANNE, OURS)
  const basim = aSide(BASIM, THEIRS)
  return { held, anne, basim, ...between(held, anne, basim) }
}

describe('a run between two', () => {
  test('each learns which of its own items the other has, and no other', async () => {
    const { anne, basim, run } = two()
    expect(await run()).toMatchObject({ status: 'done', ours: 4, theirs: 4, left: 0, unconfirmed: false })
    expect([foundBy(anne), foundBy(basim)]).toEqual([BOTH, BOTH])
  })

  test.each([
    [['a'], BOTH, undefined],
    [['b'], undefined, BOTH],
  ] as const)('where %j is to learn, nobody else does, and no tag goes to them', async (learns, a, b) => {
    const { anne, basim, run, wire } = two({ learns })
    await run()
    expect([foundBy(anne), foundBy(basim)]).toEqual([a, b])
    const tags = wire.map(
      (text) => (JSON.parse(text.split('\n')[0] ?? '') as { tags: string }).tags.length > 0,
    )
    expect(tags).toEqual(a === undefined ? [false, false, true, false] : [false, true, false, false])
  })

  test('it does not matter who of them asks', async () => {
    const held = agreed()
    const [anne, basim] = [aSide(ANNE, OURS), aSide(BASIM, THEIRS)]
    expect((await between(held, basim, anne).run()).status).toBe('done')
    expect([foundBy(anne), foundBy(basim)]).toEqual([BOTH, BOTH])
  })

  test('the same number is another thing where it is of another kind', async () => {
    const { anne, basim, run } = two()
    basim.items = [anItem('phone:+9647702', 'handles')]
    await run()
    expect([foundBy(anne), foundBy(basim)]).toEqual([[], []])
  })

  test('sets that have nothing, or as much as a run takes, are compared as well', async () => {
    const { anne, basim, run } = two()
    anne.items = []
    expect(await run()).toMatchObject({ status: 'done', ours: 4, found: [] })
    anne.items = Array.from({ length: 20 }, (_, i) => anItem(`phone:+96477${i}`))
    basim.items = [anItem('phone:+964771'), anItem('phone:+9647719')]
    expect(await run()).toMatchObject({
      status: 'done',
      ours: 16,
      left: 4,
      found: [{ normal: 'phone:+964771' }],
    })
  })
})

describe('what is on the wire', () => {
  test('a set is as long as the next power of two says, so one item more or less changes no byte count', async () => {
    const lengths = async (count: number): Promise<readonly number[]> => {
      const { anne, run, wire } = two()
      anne.items = Array.from({ length: count }, (_, i) => anItem(`phone:+96477${i}`))
      await run()
      return wire.map(({ length }) => length)
    }
    const [five, eight, nine] = [await lengths(5), await lengths(8), await lengths(9)]
    expect(five).toEqual(eight)
    expect(nine).not.toEqual(eight)
  })

  test('the same sets come out as other points in each run', async () => {
    const { run, wire } = two()
    await run()
    await run()
    const points = wire.map((text) => (JSON.parse(text.split('\n')[0] ?? '') as { points: string }).points)
    const sets = [points[0], points[1], points[4], points[5]]
    expect(new Set(sets).size).toBe(4)
  })
})

describe('what stays of a run', () => {
  test('each side signs a transcript by which both can be held to the same messages, without any item', async () => {
    const { held, anne, basim, run } = two()
    await run()
    const texts = [anne, basim].map(({ kept, signer }) => {
      const text = openNote(signer, hasher, kept[0]?.transcript ?? '', signer.publicKey)
      return text ?? 'signed by nobody'
    })
    const messages = texts.map((text) => text.match(/^(?:first|second|third|last) [0-9a-f]{64}$/gm))
    expect(messages[0]).toHaveLength(4)
    expect(messages[1]).toEqual(messages[0])
    for (const text of texts) {
      expect(text).toContain(`agreement ${held.hash}\n`)
      expect(text).toMatch(/\nours 4\ntheirs 4\n/)
      expect(text).toMatch(/\noutcome done\n$/)
      expect(text).not.toContain('9647')
    }
  })

  test('the administrators’ log has sizes, outcome and the hash of the transcript, and not what was found', async () => {
    const { anne, basim, run } = two()
    const asked = await run()
    const session = asked.status === 'done' ? asked.session : ''
    for (const { counts, notes, kept } of [anne, basim]) {
      expect(counts.map(({ counted }) => [counted.session, counted.items])).toEqual([
        [session, 4],
        [session, 4],
      ])
      expect(new Set(counts.map(({ counted }) => counted.whose))).toEqual(new Set(['ours', 'theirs']))
      expect(notes).toEqual([
        {
          what: 'ended',
          session,
          outcome: 'done',
          transcript: hasher.sha256(kept[0]?.transcript ?? ''),
        },
      ])
    }
  })
})

describe('the budget', () => {
  test('is spent by padded sets over 24 hours, on both sides, and comes back after them', async () => {
    const { anne, basim, run } = two({ day: 16 })
    for (let n = 0; n < 4; n += 1) expect((await run()).status).toBe('done')
    expect(await run()).toEqual({ status: 'refused', why: 'budget_spent', theirs: false })
    // Who asks may keep no count: who is asked keeps one of its own.
    anne.counts.splice(0)
    expect(await run()).toEqual({ status: 'refused', why: 'budget_spent', theirs: true })
    // Nobody signs a refusal, so it is not told as the other side's word.
    expect(anne.kept.at(-1)?.transcript).toContain('\noutcome refused, as the line said: budget_spent\n')
    expect(basim.notes.at(-1)).toEqual({ what: 'refused', why: 'budget_spent' })
    const later = instant(NOON + hours(24) + 1)
    anne.clock.set(later)
    basim.clock.set(later)
    expect((await run()).status).toBe('done')
  })

  test('is spent by a run that was broken off as well', async () => {
    const { held, anne, basim, responder } = two({ day: 16 })
    for (let n = 0; n < 4; n += 1) {
      const asked = await ask(anne.ports, held, async (text) => {
        await responder.take(text)
        return { status: 'refused', why: 'unanswered' }
      })
      expect(asked).toEqual({ status: 'refused', why: 'unanswered', theirs: false })
    }
    expect(basim.counts).toHaveLength(8)
    expect((await between(held, aSide(ANNE, OURS), basim).run()).status).toBe('refused')
  })

  test('two processes that count in the same moment do not both have the last of it', async () => {
    const { held, anne, basim } = two({ day: 16 })
    const runs = await Promise.all(Array.from({ length: 6 }, () => between(held, anne, basim).run()))
    expect(runs.filter(({ status }) => status === 'done').length).toBeLessThanOrEqual(4)
    expect(runs.filter(({ status }) => status === 'done').length).toBeGreaterThan(0)
  })
})
