import { beforeEach, describe, expect, test } from 'vitest'
import type { Examination } from '../../../../core/base/examination.ts'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'

const noor = agent('noor')
const NUMBER = 'He writes to me from +9647501234567'
const OTHER_NUMBER = 'He also writes from +9647707654321'
const HASH = 'f08c'.repeat(16)

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})

type Who = Person & { readonly caseId: CaseId; readonly caseCode: CaseCode }
const somebody = async (chat: string): Promise<Who> => {
  const who = stage.person(chat)
  await reachStory(who)
  await stage.workAll()
  const { state } = await who.book()
  return { ...who, caseId: state.caseId, caseCode: state.code }
}
const says = async (who: Who, text: string): Promise<void> => {
  await who.says(text)
  await stage.workAll()
}
/** Thirty points: five below P2, which the ten of a link reach. */
const grave = async (who: Who): Promise<void> => {
  const answers = { material: 'private', relation: 'ex', demand: 'money' }
  await stage.casebook.append(who.caseId, () => ({
    actor: 'person',
    events: Object.entries(answers).map(([step, option]) => ({
      type: 'answer_given',
      step,
      answer: { kind: 'choice', option },
    })),
  }))
}
const two = async (): Promise<readonly [Who, Who]> => {
  const both = [await somebody('1'), await somebody('2')] as const
  for (const who of both) await grave(who)
  for (const who of both) await says(who, NUMBER)
  return both
}
const judge = async (
  one: Who,
  other: Who,
  wrong = true,
  reason = 'the number of a shop',
): Promise<string> => {
  const outcome = await stage.desk.shift.judgeLink(one.caseCode, noor, other.caseCode, { wrong, reason })
  await stage.workAll()
  return outcome.status === 'refused' ? outcome.why : outcome.status
}
const of = async ({ caseId }: Who) => {
  const { links, sameFile, alike, severity, reasons, apart } = await stage.casebook.load(caseId)
  return {
    linked: [...links, ...sameFile, ...alike],
    severity,
    counts: reasons.includes('reason-linked'),
    apart: Object.keys(apart),
  }
}
const sends = async (who: Who, content: string, pdq: string): Promise<void> => {
  const print: Examination = {
    aspect: 'fingerprint',
    found: 'found',
    tool: 'amin pdq',
    facts: { pdq, quality: 90 },
  }
  stage.examiner.answers.push(async (source) => {
    for await (const _chunk of source.bytes());
    return { results: [print], pictures: [] }
  })
  await who.sendsFile(Buffer.from(content))
  await stage.workAll()
}
const near = (bits: number): string => {
  const raw = Buffer.from(HASH, 'hex')
  for (let bit = 0; bit < bits; bit += 1) raw[bit >> 3] = (raw[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return raw.toString('hex')
}

describe('a link that somebody of the team judged wrong', () => {
  test('is gone in both cases: from the list, from the reasons, and from the severity that it alone had raised', async () => {
    const [one, other] = await two()
    expect(await of(one)).toEqual({ linked: [other.caseId], severity: 'P2', counts: true, apart: [] })
    expect(await judge(one, other)).toBe('done')
    expect(await of(one)).toEqual({ linked: [], severity: 'P3', counts: false, apart: [other.caseId] })
    expect(await of(other)).toEqual({ linked: [], severity: 'P3', counts: false, apart: [one.caseId] })
    const { links, apart } = await one.book()
    expect([links, apart]).toEqual([
      [],
      [
        {
          code: other.caseCode,
          agent: noor.id,
          reason: 'the number of a shop',
          at: expect.any(Number) as number,
        },
      ],
    ])
    const row = await stage.store.views.byId(other.caseId)
    expect(row?.severity).toBe('P3')
  })

  test('stands and counts again in both where that was taken back', async () => {
    const [one, other] = await two()
    await judge(one, other)
    expect(await judge(other, one, false, 'it is him after all')).toBe('done')
    for (const [who, to] of [[one, other] as const, [other, one] as const])
      expect(await of(who)).toEqual({ linked: [to.caseId], severity: 'P2', counts: true, apart: [] })
  })

  test('leaves a severity that a person chose as it is', async () => {
    const [one, other] = await two()
    await stage.desk.setSeverity(one.caseCode, noor, 'P1', '')
    await judge(one, other)
    expect((await of(one)).severity).toBe('P1')
  })

  test('takes nothing back that another link still holds, nor what something else raised', async () => {
    const [one, other] = await two()
    const third = await somebody('3')
    await says(third, NUMBER)
    await judge(one, other)
    expect(await of(one)).toMatchObject({ linked: [third.caseId], severity: 'P2', counts: true })
    await says(one, 'He will kill me tonight')
    await judge(one, third)
    expect((await of(one)).severity).toBe('P1')
  })

  test('does not come back by what both shared then, and comes back by something else', async () => {
    const [one, other] = await two()
    await judge(one, other)
    await says(other, `I say it again. ${NUMBER}`)
    const fresh = await somebody('3')
    await says(fresh, NUMBER)
    expect((await of(one)).linked).toEqual([fresh.caseId])
    await says(one, OTHER_NUMBER)
    await says(other, OTHER_NUMBER)
    for (const [who, to] of [[one, other] as const, [other, one] as const]) {
      expect((await of(who)).linked).toContain(to.caseId)
      expect((await of(who)).apart).toEqual([])
    }
  })

  test('may be pictures that only look the same, which are not held out again for another picture', async () => {
    const [one, other] = [await somebody('1'), await somebody('2')]
    await sends(one, 'a picture', HASH)
    await sends(other, 'one like it', near(20))
    expect((await of(one)).linked).toEqual([other.caseId])
    expect(await judge(one, other)).toBe('done')
    await sends(other, 'and one more', near(9))
    for (const who of [one, other]) expect((await of(who)).linked).toEqual([])
    expect(await judge(one, other, false, 'the same room')).toBe('done')
    expect((await one.book()).alike).toEqual([other.caseCode])
  })

  test('needs a reason, a link that is there, and a case that may be known of', async () => {
    const [one, other] = await two()
    const third = await somebody('3')
    expect(await judge(one, other, true, ' ')).toBe('reason_required')
    expect(await judge(one, third)).toBe('unknown')
    expect(await judge(one, other, false)).toBe('already')
    expect(await judge(one, other)).toBe('done')
    expect(await judge(one, other)).toBe('already')
    const elsewhere = { ...agent('reem'), teams: ['account'] }
    expect(
      (
        await stage.desk.shift.judgeLink(one.caseCode, elsewhere, other.caseCode, {
          wrong: false,
          reason: 'x',
        })
      ).status,
    ).toBe('unknown')
  })
})

describe('a link that rested on a number of the person’s own', () => {
  test('ends in both cases with what it alone had raised, and other links stay', async () => {
    const [one, other] = await two()
    const third = await somebody('3')
    await says(one, OTHER_NUMBER)
    await says(third, OTHER_NUMBER)
    const { identifiers } = await stage.casebook.load(one.caseId)
    const normal = identifiers.find(({ raw }) => raw.includes('4567'))?.normal ?? ''
    await stage.desk.shift.judgeIdentifier(one.caseCode, noor, {
      normal,
      owner: 'self',
      reason: 'she said so',
    })
    await stage.workAll()
    expect(await of(one)).toEqual({ linked: [third.caseId], severity: 'P2', counts: true, apart: [] })
    expect(await of(other)).toEqual({ linked: [], severity: 'P3', counts: false, apart: [] })
  })
})
