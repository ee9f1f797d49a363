import { expect, test } from 'vitest'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { makeTeller } from '../../../../core/services/casebook/told.ts'
import { transcribe } from '../../../../core/model/transcript.ts'
import { instant } from '../../../../core/base/units.ts'
import { openStage, reachStory } from '../../../build/stage.ts'

const OTHERWISE = instant(9_999)

const openTold = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await reachStory(person)
  const { row } = await person.book()
  const { hasher } = stage.ports
  let headers = 0
  const counting = { ...hasher, canonical: (value: unknown) => ((headers += 1), hasher.canonical(value)) }
  const casebook = makeCasebook(stage.ports)
  return {
    person,
    recall: () => casebook.recall(row.caseId),
    tell: makeTeller(counting),
    headersRead: () => headers,
  }
}

test('what a case tells is its events in order, each with the time of its entry, and the conversation that they are', async () => {
  const { recall, tell } = await openTold()
  const opened = await recall()
  const { placed, lines } = tell(opened, OTHERWISE)
  expect(placed.map(({ event }) => event)).toEqual(opened.events.flat())
  expect(placed.map(({ seq }) => seq)).toEqual(opened.events.flatMap((events, i) => events.map(() => i + 1)))
  expect(placed.map(({ at }) => at)).not.toContain(OTHERWISE)
  expect(lines).toEqual(transcribe(placed))
})

test('a case that is shown again is read once, and of a longer one only the new entries', async () => {
  const { person, recall, tell, headersRead } = await openTold()
  const first = await recall()
  const told = tell(first, OTHERWISE)
  expect(tell(await recall(), OTHERWISE)).toBe(told)
  expect(headersRead()).toBe(first.entries.length)
  await person.says('He wants money')
  const longer = await recall()
  expect(longer.entries.length).toBeGreaterThan(first.entries.length)
  expect(tell(longer, OTHERWISE).placed.slice(0, told.placed.length)).toEqual(told.placed)
  expect(headersRead()).toBe(longer.entries.length)
})

test('an entry whose header cannot be read stands at the time that is known otherwise', async () => {
  const { recall, tell } = await openTold()
  const { entries, events } = await recall()
  const broken = entries.map((entry, i) => (i === 1 ? { ...entry, header: '{"v": 1}' } : entry))
  const { placed } = tell({ entries: broken, events }, OTHERWISE)
  const timesOf = (entry: number): ReadonlySet<number> =>
    new Set(placed.filter(({ seq }) => seq === entry).map(({ at }) => at))
  expect(timesOf(2)).toEqual(new Set([OTHERWISE]))
  expect(timesOf(3)).not.toContain(OTHERWISE)
})
