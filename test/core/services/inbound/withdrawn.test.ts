import { describe, expect, test } from 'vitest'
import type { AgentId } from '../../../../core/base/ids.ts'
import { openStage, type Person, type Stage } from '../../../build/stage.ts'

const EDIT = 1_767_225_700

const begin = async (...lines: readonly string[]): Promise<{ stage: Stage; her: Person; last: string }> => {
  const stage = await openStage()
  const her = stage.person('1')
  await her.sends({ kind: 'start' })
  let last = ''
  for (const line of ['continue', ...lines]) last = (await her.says(line)).message
  await stage.fallQuiet()
  return { stage, her, last }
}

/** Names as they stand in the case: those that count, and those that were taken back. */
const namesOf = async (person: Person) => {
  const { identifiers, marks } = (await person.book()).state
  const named = (isGone: boolean) =>
    identifiers.filter((one) => (one.withdrawn === true) === isGone).map(({ normal }) => normal)
  return { stand: named(false), gone: named(true), marked: [...new Set(Object.values(marks))] }
}

/** Another case that names the first account. */
const links = async (stage: Stage, her: Person): Promise<number> => {
  const other = stage.person('2')
  await other.sends({ kind: 'start' })
  for (const text of ['continue', 'ali_love_77 on instagram has my photos']) await other.says(text)
  await stage.workAll()
  return (await her.book()).state.links.length
}

const FIRST = 'ali_love_77 on instagram has my photos and wants 500 dollars'

describe('whom the person named first and took back', () => {
  test('is marked in the case and links nobody, where the message was edited to another account', async () => {
    const { stage, her, last } = await begin(FIRST)
    await her.says(FIRST.replace('ali_love_77', 'omar_x_12'), { message: last, edit: EDIT })
    expect(await namesOf(her)).toEqual({ stand: ['omar_x_12'], gone: ['ali_love_77'], marked: ['omar_x_12'] })
    expect(await links(stage, her)).toBe(0)
  })

  test('loses a link that it had made', async () => {
    const { stage, her, last } = await begin(FIRST)
    expect(await links(stage, her)).toBe(1)
    await her.says(FIRST.replace('ali_love_77', 'omar_x_12'), { message: last, edit: EDIT })
    await stage.workAll()
    expect((await her.book()).state.links).toEqual([])
  })

  test.each([
    'no, it is omar_x_12 on instagram, not ali_love_77',
    'sorry not @ali_love_77 it is @omar_x_12',
    'لا، حسابه @omar_x_12 مو @ali_love_77',
    'نەخێر، @omar_x_12 نەک @ali_love_77',
    '@ali_love_77 نییە، @omar_x_12 ە',
    '@ali_love_77 is wrong, his account is @omar_x_12',
  ])('is marked and links nobody, where words put it right: «%s»', async (words) => {
    const { stage, her } = await begin(FIRST)
    await her.says(words)
    const { stand, gone, marked } = await namesOf(her)
    expect([gone, marked.includes('ali_love_77')]).toEqual([['ali_love_77'], false])
    expect(stand).toContain('omar_x_12')
    expect(await links(stage, her)).toBe(0)
  })

  test.each([
    'it is not @ali_love_77',
    'he said he is not afraid, ali_love_77 on instagram and omar_x_12 on instagram',
    'ali_love_77 did not stop, now omar_x_12 on instagram writes too',
    'he also has @omar_x_12',
    'it is not only @ali_love_77, it is @omar_x_12 as well',
    'not @ali_love_77 alone, also @omar_x_12',
    'he said he is not @ali_love_77 but he writes from @omar_x_12',
    'ليس @ali_love_77 فقط بل أيضاً @omar_x_12',
    'مو @ali_love_77 بس، هم @omar_x_12',
    'نەک @ali_love_77 تەنها، @omar_x_12 یش',
    '@ali_love_77 نییە ئێستا، @omar_x_12 ی دروست کرد',
  ])('still counts where nothing stands in its place, or both are named: «%s»', async (words) => {
    const { her } = await begin(FIRST)
    await her.says(words)
    expect((await namesOf(her)).stand).toContain('ali_love_77')
  })

  test('counts where another message names it as well, and counts again where it is named again', async () => {
    const { her, last } = await begin(FIRST)
    await her.says('yes ali_love_77 on instagram, that one')
    await her.says('someone has my photos and wants 500 dollars', { message: last, edit: EDIT })
    expect((await namesOf(her)).stand).toContain('ali_love_77')
    await her.says('it is @omar_x_12 not @ali_love_77')
    expect((await namesOf(her)).gone).toEqual(['ali_love_77'])
    await her.says('wait, it is ali_love_77 on instagram after all')
    expect(await namesOf(her)).toMatchObject({ gone: [], marked: expect.arrayContaining(['ali_love_77']) })
  })

  test('stays what it was where somebody of the team said whose it is', async () => {
    const { stage, her } = await begin(FIRST)
    const event = {
      type: 'identifier_judged',
      agent: 'agent-Noor' as AgentId,
      normal: 'ali_love_77',
    } as const
    const { caseId } = (await her.book()).row
    await stage.casebook.append(caseId, () => ({
      actor: 'agent:agent-Noor',
      events: [{ ...event, owner: 'perpetrator', reason: 'seen in the chat' }],
    }))
    await her.says('it is @omar_x_12 not @ali_love_77')
    expect((await namesOf(her)).gone).toEqual([])
  })
})
