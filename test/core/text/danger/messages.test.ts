import { describe, expect, test } from 'vitest'
import { crisisLexicon } from '../../../../bots/amin/crisis/lexicon.ts'
import { primaryLabel } from '../../../../core/text/danger/rules.ts'
import { measure, measureBy, messagesOf } from './messages.ts'
import type { Labelled, Score } from './messages.ts'
import { rules as crisis } from './lexicon-rules.ts'

/** One line of JSON a set, so that a change of the rules shows what it costs and whom. */
const report = (set: string, messages: readonly Labelled[], total: Score): void => {
  const by = {
    language: measureBy(crisis, messages, ({ lang }) => lang),
    kind: measureBy(crisis, messages, ({ note }) => note ?? 'sample'),
  }
  process.stdout.write(`${JSON.stringify({ set, total, ...by })}\n`)
}

describe('the sample', () => {
  const sample = messagesOf('sample')

  test.each(sample.filter((message) => message.crisis !== 'none'))(
    '$id: the crisis is found with its primary label',
    ({ text, crisis: label }) => {
      expect(primaryLabel(crisis.read(text))).toBe(label)
    },
  )

  test('at most two calm messages alarm', () => {
    const total = measure(crisis, sample)
    report('sample', sample, total)
    expect(total.alarms).toBeLessThanOrEqual(2)
  })
})

test('of the tuning half at least 95 of 100 crises are found and at most 3 of 100 calm messages alarm', () => {
  const tuning = messagesOf('tuning')
  const total = measure(crisis, tuning)
  report('tuning', tuning, total)
  expect(tuning.length).toBeGreaterThanOrEqual(90)
  expect(total.found / total.crises).toBeGreaterThanOrEqual(0.95)
  expect(total.alarms / total.calm).toBeLessThanOrEqual(0.03)
  expect(total.asked / total.soft).toBeGreaterThanOrEqual(0.95)
})

/** Of the held half, written before the rules and never tuned on; measured when they were first whole. */
const HELD = { recall: 69 / 71, alarms: 1 / 55 }

test('of the held half no fewer are found, and no more calm ones alarm, than were measured, give or take five of a hundred', () => {
  const held = messagesOf('held')
  const total = measure(crisis, held)
  report('held', held, total)
  expect(held.length).toBeGreaterThanOrEqual(90)
  expect(total.found / total.crises).toBeGreaterThanOrEqual(HELD.recall - 0.05)
  expect(total.alarms / total.calm).toBeLessThanOrEqual(HELD.alarms + 0.05)
})

/**
 * A second held half, written after the rules were whole and from outside of them, so it says what
 * a message of tomorrow may expect: far less. Before the first tuning on its other half
 * (tuning.json from p001) it was 36 of 58. Which rules its calm messages alarmed was asked for
 * once, by totals alone, when they were five of 28: of its alarms it is no longer quite unseen.
 */
const FRESH = { recall: 42 / 58, alarms: 3 / 28 }

test('of the second held half, written from outside the rules, no fewer are found, and no more calm ones alarm, than were measured', () => {
  const fresh = messagesOf('fresh')
  const total = measure(crisis, fresh)
  report('fresh', fresh, total)
  expect(fresh.length).toBeGreaterThanOrEqual(86)
  expect(total.found / total.crises).toBeGreaterThanOrEqual(FRESH.recall - 0.02)
  expect(total.alarms / total.calm).toBeLessThanOrEqual(FRESH.alarms + 0.02)
})

test('no message stands in two halves', () => {
  const held = new Set([...messagesOf('held'), ...messagesOf('fresh')].map(({ text }) => text))
  expect(messagesOf('tuning').filter(({ text }) => held.has(text))).toEqual([])
})

test('every phrase that speakers gathered is found by its own rule, as hard as the rule is', () => {
  const missed = crisisLexicon.rules
    .filter(({ id }) => id.includes('/said-'))
    .flatMap((rule) => rule.shapes.map((phrase) => ({ rule, phrase })))
    .filter(
      ({ rule, phrase }) =>
        !crisis.read(phrase).some((hit) => hit.rule === rule.id && hit.hard === rule.hard),
    )
    .map(({ phrase }) => phrase)
  expect(missed).toEqual([])
})
