import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CRISIS_LABELS, type CrisisLabel } from '../../../../core/base/danger.ts'
import { raise } from '../../../../core/text/helper/raise.ts'
import { runs } from '../../../property/runs.ts'

const MESSAGE = 'he says he will come to our house tonight and then my brothers will know'
const claim = (quotation: string, label: CrisisLabel = 'violence') => ({
  of: 1,
  quotation,
  label,
  about: 'self' as const,
})

test('what a second reader heard is a soft sign at the place of its words', () => {
  const [hit] = raise(MESSAGE, [claim('will come to our house')], new Set())
  expect(hit).toMatchObject({ label: 'violence', hard: false, rule: 'model-violence', about: 'self' })
  expect(MESSAGE.slice(hit?.start, hit?.end)).toBe('will come to our house')
})

test('a claim whose words are not in the message is dropped', () => {
  expect(raise(MESSAGE, [claim('he will kill me')], new Set())).toEqual([])
})

test('a danger that was heard already is not added again', () => {
  expect(raise(MESSAGE, [claim('come to our house', 'meeting')], new Set(['meeting']))).toEqual([])
})

test('whatever is claimed, only soft signs come of it, each danger once, within the message', () => {
  const claims = fc.array(
    fc.record({
      of: fc.integer(),
      quotation: fc.oneof(fc.string(), fc.constantFrom('come to our house', 'my brothers', MESSAGE)),
      label: fc.constantFrom(...CRISIS_LABELS),
      about: fc.constantFrom('self' as const, 'other' as const),
    }),
  )
  fc.assert(
    fc.property(claims, fc.subarray([...CRISIS_LABELS]), (claimed, heard) => {
      const hits = raise(MESSAGE, claimed, new Set(heard))
      expect(hits.every(({ hard, start, end }) => !hard && start >= 0 && end <= MESSAGE.length)).toBe(true)
      expect(new Set(hits.map(({ label }) => label)).size).toBe(hits.length)
      expect(hits.some(({ label }) => heard.includes(label))).toBe(false)
    }),
    runs(100),
  )
})
