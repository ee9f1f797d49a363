import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { rebuildViews } from '../../../../core/services/casebook/rebuild.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const SCRIPT =
  'I have all your pictures and the list of your friends. You send five notes until ten tonight or everybody sees them, your father first, do not think that blocking me helps you'

let stage: Stage
let people = 0
beforeEach(async () => {
  stage = await openStage()
  people = 0
})

type Told = Person & { readonly caseId: CaseId; readonly caseCode: CaseCode }
const tells = async (...texts: readonly string[]): Promise<Told> => {
  people += 1
  const who = stage.person(String(people))
  await reachStory(who)
  for (const text of texts) {
    await who.says(text)
    await stage.workAll()
  }
  const { row } = await who.book()
  return { ...who, caseId: row.caseId, caseCode: row.code }
}
const stateOf = ({ caseId }: Told) => stage.casebook.load(caseId)
const tiesOf = async (who: Told, reader?: DeskAgent) => stage.desk.ties(await stateOf(who), reader)
const shown = async (who: Told, reader?: DeskAgent) =>
  (await tiesOf(who, reader)).ties.map(
    ({ kind, held, cases }) =>
      `${kind} ${held ?? 'links'} ${cases
        .map(({ code }) => code)
        .toSorted()
        .join(' ')}`,
  )
const noor = agent('noor')
const of = (...codes: readonly string[]): string => codes.toSorted().join(' ')

describe('why a case belongs with others', () => {
  test('is told thing by thing: what it is here, the cases that have it, and since when', async () => {
    const one = await tells('he writes from 0770 123 4567', SCRIPT)
    const other = await tells('his number is 07701234567')
    const third = await tells('somebody wants money', SCRIPT.toUpperCase())
    expect(await shown(one)).toEqual([`identifier links ${other.caseCode}`, `script links ${third.caseCode}`])
    const [number] = (await tiesOf(one)).ties
    expect(number?.part).toEqual({ normal: '+9647701234567' })
    expect(number?.since).toBe((await stateOf(one)).openedAt)
  })

  test('is told of what joins nobody as well, with the reason', async () => {
    const all = [
      await tells('I rang the hotline 0770 123 4567'),
      await tells('I called customer service 0770 123 4567'),
    ]
    expect(await shown(all[0]!)).toEqual([`identifier words ${all[1]!.caseCode}`])
  })

  test('counts no case that the reader may not see', async () => {
    const one = await tells('he writes from 0770 123 4567', SCRIPT)
    const other = await tells('his number is 07701234567', SCRIPT)
    await stage.casebook.append(other.caseId, () => ({
      actor: 'system',
      events: [{ type: 'case_transferred', agent: noor.id, to: { team: 'elsewhere' } }],
    }))
    const reader: DeskAgent = { ...noor, teams: ['money'] }
    expect(await shown(one, reader)).toEqual([])
    expect(await shown(one, { ...noor, teams: ['money', 'elsewhere'] })).toHaveLength(2)
  })

  test('is told no more once the other case was erased', async () => {
    const one = await tells('he writes from 0770 123 4567', SCRIPT)
    const other = await tells('his number is 07701234567', SCRIPT)
    await stage.desk.erase(other.caseCode, 'an operator', 'asked')
    expect(await shown(one)).toEqual([])
  })

  test('marks the words that both copied texts have, and gives each text whole', async () => {
    const one = await tells('somebody wants money', `hello my dear ${SCRIPT}`)
    const other = await tells('somebody wants money', `${SCRIPT} I am waiting for you`)
    const [pair] = stage.desk.commonTexts(await one.book(), await other.book())
    expect(pair?.mine.map(({ text }) => text).join('')).toBe(`hello my dear ${SCRIPT}`)
    expect(pair?.mine.map(({ common }) => common)).toEqual([false, true])
    expect(pair?.theirs.map(({ common }) => common)).toEqual([true, false])
    expect(pair?.mine[1]?.text.trim()).toBe(SCRIPT)
  })
})

describe('what a member of the team says of two cases', () => {
  const judge = async (one: Told, other: Told, verdict: 'same' | 'unsure') => {
    const said = { wrong: false, verdict, reason: 'I compared both chats' }
    const { status } = await stage.desk.shift.judgeLink(one.caseCode, noor, other.caseCode, said)
    await stage.workAll()
    return status
  }
  const verdictsOf = async (who: Told) =>
    (await tiesOf(who)).verdicts.map(({ code, verdict, agent: by }) => [code, verdict, by])

  test('stands in both cases, also of two that share nothing, and stays when the views are made anew', async () => {
    const [one, other] = [await tells('somebody wants money'), await tells('a man writes to me')]
    expect(await judge(one, other, 'same')).toBe('done')
    await rebuildViews(stage.ports, stage.casebook, () => undefined)
    expect(await verdictsOf(one)).toEqual([[other.caseCode, 'same', noor.id]])
    expect(await verdictsOf(other)).toEqual([[one.caseCode, 'same', noor.id]])
  })

  test('keeps a link that would end because its number turned out to be one that many name', async () => {
    const one = await tells('somebody threatens me 0770 123 4567')
    const other = await tells('I do not know who 07701234567 is')
    await judge(one, other, 'same')
    await tells('I rang the hotline 0770 123 4567')
    await tells('I called customer service 0770 123 4567')
    expect((await stateOf(one)).links).toEqual([other.caseId])
    expect((await stateOf(other)).links).toEqual([one.caseId])
  })

  test('is what was said last, and said twice is said once', async () => {
    const [one, other] = [await tells('his number is 07701234567'), await tells('call 07701234567 he said')]
    expect(await judge(one, other, 'unsure')).toBe('done')
    expect(await judge(one, other, 'unsure')).toBe('refused')
    expect(await judge(other, one, 'same')).toBe('done')
    expect(await verdictsOf(one)).toEqual([[other.caseCode, 'same', noor.id]])
    const wrong = { wrong: true, reason: 'the number of a shop' }
    await stage.desk.shift.judgeLink(one.caseCode, noor, other.caseCode, wrong)
    await stage.workAll()
    expect([await verdictsOf(one), await verdictsOf(other)]).toEqual([[], []])
    expect([await shown(one), await shown(other)]).toEqual([[], []])
  })
})

describe('whose a number is, said once for all cases', () => {
  const says = async (who: Told, owner: 'perpetrator' | 'other', everywhere = true) => {
    const whose = { normal: '+9647701234567', owner, reason: 'the help line of the operator', everywhere }
    const { status } = await stage.desk.shift.judgeIdentifier(who.caseCode, noor, whose)
    await stage.workAll()
    return status
  }
  const ownersOf = async (who: Told) => (await stateOf(who)).identifiers.map(({ owner }) => owner)

  test('holds in every case that names it, and ends what it had linked and raised', async () => {
    const all = [await tells('he writes from 0770 123 4567'), await tells('his number is 07701234567')]
    expect((await stateOf(all[1]!)).reasons).toContain('reason-linked')
    expect(await says(all[0]!, 'other')).toBe('done')
    for (const who of all) {
      expect(await ownersOf(who)).toEqual(['other'])
      expect((await stateOf(who)).links).toEqual([])
      expect((await stateOf(who)).reasons).not.toContain('reason-linked')
    }
    expect(await shown(all[0]!)).toEqual([`identifier words ${of(all[1]!.caseCode)}`])
  })

  test('is not read otherwise out of what is written later', async () => {
    const one = await tells('he writes from 0770 123 4567')
    await says(one, 'other')
    await one.says('again he writes from +964 770 123 4567 and threatens me')
    await stage.workAll()
    expect(await ownersOf(one)).toEqual(['other'])
  })

  test('links those that a number held back had kept apart, where it is the blackmailer’s', async () => {
    const [one, other] = [
      await tells('I rang the hotline 0770 123 4567'),
      await tells('I called customer service 0770 123 4567'),
    ]
    expect((await stateOf(one)).links).toEqual([])
    await says(one, 'perpetrator')
    expect((await stateOf(one)).links).toEqual([other.caseId])
    expect((await stateOf(other)).links).toEqual([one.caseId])
    expect(await says(one, 'perpetrator')).toBe('refused')
  })
})
