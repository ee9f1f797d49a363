import { describe, expect, test } from 'vitest'
import { minutes, seconds } from '../../../../core/base/units.ts'
import { openStage, type Person } from '../../../build/stage.ts'

const PICTURE = new Uint8Array([1, 2, 3])

const atEvidence = async () => {
  const stage = await openStage()
  const person = stage.person('1')
  await person.sends({ kind: 'start' })
  for (const words of [
    'continue',
    'I am 22',
    'a man has my private photos, wants 500 dollars by tomorrow, @bad_guy_12',
  ])
    await person.says(words)
  await person.says('none')
  await person.presses('Add something')
  await person.presses('Evidence')
  return { stage, person }
}

const keysOf = async (person: Person): Promise<readonly string[]> =>
  (await person.book()).events.flatMap(({ event }) => (event.type === 'bot_said' ? [event.key] : []))

/** What was said after the first `n` texts. */
const since = async (person: Person, n: number): Promise<readonly string[]> => (await keysOf(person)).slice(n)

describe('at the question for files', () => {
  test('the first file does not jump over "done": its receipt says that more can follow, and "done" shows the review', async () => {
    const { stage, person } = await atEvidence()
    const before = (await keysOf(person)).length
    await person.sendsFile(PICTURE)
    await stage.passTime(seconds(5))
    expect(await since(person, before)).toEqual(['receipt', 'files-more'])
    await person.sendsFile(new Uint8Array([4, 5]))
    await stage.passTime(seconds(5))
    await person.says('done')
    expect(await since(person, before)).toEqual([
      'receipt',
      'files-more',
      'receipt',
      'files-more',
      'card-stop-ncii',
      'ask-review',
    ])
  })

  test('"done" in the same breath as the file: the review comes after the receipt, never before it', async () => {
    const { stage, person } = await atEvidence()
    const before = (await keysOf(person)).length
    await person.sendsFile(PICTURE)
    await person.says('done')
    await person.says('done')
    expect(await since(person, before)).toEqual(['files-wait'])
    await stage.passTime(seconds(5))
    expect(await since(person, before)).toEqual(['files-wait', 'receipt', 'card-stop-ncii', 'ask-review'])
  })

  test('a file that never arrives keeps nobody from the review', async () => {
    const { stage, person } = await atEvidence()
    await person.sends({ kind: 'media', media: { kind: 'photo', capture: 'recompressed', ref: 'nowhere' } })
    await person.says('done')
    await stage.passTime(minutes(10))
    expect((await keysOf(person)).at(-1)).toBe('ask-review')
  })

  test('who sends files and falls silent sees the review after a few minutes, once', async () => {
    const { stage, person } = await atEvidence()
    await person.sendsFile(PICTURE)
    await stage.passTime(seconds(5))
    await person.sendsFile(new Uint8Array([4, 5]))
    await stage.passTime(minutes(2))
    expect((await keysOf(person)).filter((key) => key === 'ask-review')).toHaveLength(1)
    await stage.passTime(minutes(5))
    expect((await keysOf(person)).filter((key) => key === 'ask-review')).toHaveLength(2)
  })

  test('on a phone that others look at nothing comes by itself', async () => {
    const stage = await openStage()
    const person = stage.person('1')
    await person.sends({ kind: 'start' })
    for (const words of [
      'continue',
      'skip',
      'someone sees this phone',
      'shared',
      'me, 18+',
      'a man has my private photos, wants 500 dollars by tomorrow, @bad_guy_12',
    ])
      await person.says(words)
    await person.presses('Add something')
    await person.presses('Evidence')
    await person.sendsFile(PICTURE)
    await stage.passTime(minutes(30))
    expect((await keysOf(person)).at(-1)).toBe('files-more')
    await person.says('done')
    expect((await keysOf(person)).at(-1)).toBe('ask-review')
  })
})

test('a file at the review: the receipt first, then the review once more, last', async () => {
  const { stage, person } = await atEvidence()
  await person.says('skip')
  const before = (await keysOf(person)).length
  await person.sendsFile(PICTURE)
  await stage.passTime(seconds(5))
  expect(await since(person, before)).toEqual(['receipt', 'ask-review'])
})

test('while an agent holds the case, a danger pressed on an old question is in the case and counts', async () => {
  const { stage, person } = await atEvidence()
  const code = await person.code()
  await person.says('talk to a person')
  await stage.desk.claim(code, { id: 'agent-noor' as never, alias: 'Noor' })
  await stage.sendAll()
  const heard = person.heard().length
  await person.presses('Someone may hurt me')
  const { state } = await person.book()
  expect(state.conversation.answers['danger']).toEqual({ kind: 'choices', options: ['hurt'] })
  expect(state.severity).toBe('P1')
  expect(person.heard()).toHaveLength(heard)
})
