import { assert as assertLaw, asyncProperty, constantFrom, integer, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { ITEM_KINDS, type Side } from '../../core/custody/exchange/agreement.ts'
import { hiddenText } from '../../core/custody/exchange/sets.ts'
import { agreed, anItem, ANNE, aSide, BASIM, between, foundBy } from '../core/custody/exchange/world.ts'
import { runs } from './runs.ts'

const canary = (n: number): string => `phone:+96477canary${n}`
const numbers = uniqueArray(integer({ min: 0, max: 11 }), { maxLength: 8 })
const LEARNS: readonly (readonly Side[])[] = [['a'], ['b'], ['a', 'b']]

/** Everything that a text could be recognised by. */
const traces = (normal: string): readonly string[] => {
  const forms = [normal, ...ITEM_KINDS.map((kind) => hiddenText(kind, normal))]
  return forms.flatMap((form) => {
    const bytes = Buffer.from(form)
    return [form, bytes.toString('hex'), bytes.toString('base64').replaceAll('=', '')]
  })
}

test('for any two sets each side that may learn has what a plain comparison gives, and no byte that went or was written names an item', async () => {
  await assertLaw(
    asyncProperty(numbers, numbers, constantFrom(...LEARNS), async (ours, theirs, learns) => {
      const held = agreed({ learns, kinds: ['numbers'] })
      const anne = aSide(
        ANNE,
        ours.map((n) => anItem(canary(n))),
      )
      const basim = aSide(
        BASIM,
        theirs.map((n) => anItem(canary(n))),
      )
      const { wire, run } = between(held, anne, basim)
      const asked = await run()
      expect(asked.status).toBe('done')
      const both = ours
        .filter((n) => theirs.includes(n))
        .map(canary)
        .toSorted()
      expect(foundBy(anne)).toEqual(learns.includes('a') ? both : undefined)
      expect(foundBy(basim)).toEqual(learns.includes('b') ? both : undefined)
      const written = [
        ...wire,
        ...wire.map((text) =>
          Buffer.from(text.match(/"points":"([^"]*)"/)?.[1] ?? '', 'base64').toString('latin1'),
        ),
        ...[anne, basim].flatMap(({ counts, notes, kept }) => [
          JSON.stringify([counts, notes]),
          ...kept.map(({ transcript }) => transcript),
        ]),
      ].join('\n')
      for (const n of new Set([...ours, ...theirs]))
        for (const trace of traces(canary(n))) expect(written).not.toContain(trace)
    }),
    runs(10),
  )
})
