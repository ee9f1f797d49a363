import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseId } from '../../../../core/base/ids.ts'
import { openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

let stage: Stage
let people = 0
beforeEach(async () => {
  stage = await openStage()
  people = 0
})

type Told = Person & { readonly caseId: CaseId }

const tells = async (...stories: readonly string[]): Promise<readonly Told[]> => {
  const told: Told[] = []
  for (const story of stories) {
    people += 1
    const who = stage.person(String(people))
    await reachStory(who)
    await who.says(story)
    await stage.workAll()
    told.push({ ...who, caseId: (await who.book()).row.caseId })
  }
  return told
}
const stateOf = ({ caseId }: Told) => stage.casebook.load(caseId)

describe('a number that several people name', () => {
  test('links them, and makes them graver', async () => {
    const [one, two] = await tells(
      'he writes to me from 0770 123 4567',
      'somebody wants money, his number is 07701234567',
    )
    expect((await stateOf(one!)).links).toEqual([two!.caseId])
    expect((await stateOf(two!)).links).toEqual([one!.caseId])
    expect((await stateOf(one!)).reasons).toContain('reason-linked')
  })

  test('links nobody where they say that it is a help line, a bank or an office, and makes nobody graver', async () => {
    for (const one of await tells(
      'I called the operator 0770 123 4567 and they did nothing',
      'خابرت خدمة الزبائن 07701234567',
      'my bank gave me 0770 123 4567',
    )) {
      const { links, reasons } = await stateOf(one)
      expect([links, reasons.includes('reason-linked')]).toEqual([[], false])
    }
  })

  test('lets go of those that it linked before, on both sides and with what they had risen by, once more people say whose it is', async () => {
    const [one, two] = await tells('somebody threatens me 0770 123 4567', 'I do not know who 07701234567 is')
    expect((await stateOf(one!)).links).toEqual([two!.caseId])
    await tells('I rang the hotline 0770 123 4567', 'I called customer service 0770 123 4567')
    for (const who of [one!, two!]) {
      const { links, reasons } = await stateOf(who)
      expect([links, reasons.includes('reason-linked')]).toEqual([[], false])
    }
    const { events } = await stage.casebook.read(one!.caseId)
    expect(events.flat()).toContainEqual({ type: 'links_lapsed', to: [two!.caseId] })
  })

  test('keeps those that have something else in common', async () => {
    const [one, two] = await tells(
      'somebody threatens me 0770 123 4567, he writes from telegram @bad_demo',
      'I do not know who 07701234567 is, he writes from telegram @bad_demo',
    )
    await tells('I rang the hotline 0770 123 4567', 'I called customer service 0770 123 4567')
    expect((await stateOf(one!)).links).toEqual([two!.caseId])
  })

  test('is a helper’s for two people and no link', async () => {
    const [one] = await tells(
      'my lawyer helps me, her number is 0770 123 4567',
      'a lawyer helped me, his number is 0770 123 4567',
    )
    expect((await stateOf(one!)).links).toEqual([])
    expect((await stage.store.views.byId(one!.caseId))?.marks).toEqual([])
  })
})
