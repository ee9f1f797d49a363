import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCode, CaseId } from '../../../../core/base/ids.ts'
import type { DeskAgent } from '../../../../core/base/member.ts'
import { BONDS, networksOf, type Bond, type NetworkNode } from '../../../../core/services/linkage/networks.ts'
import type { CaseRow } from '../../../../core/ports/store/views.ts'
import { agent, openStage, reachStory, type Person, type Stage } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'

type Told = Person & { readonly caseId: CaseId; readonly caseCode: CaseCode }

describe('cases that hang together', () => {
  let stage: Stage
  let people = 0
  beforeEach(async () => {
    stage = await openStage()
    people = 0
  })
  const tells = async (text: string): Promise<Told> => {
    people += 1
    const who = stage.person(String(people))
    await reachStory(who)
    await who.says(text)
    await stage.workAll()
    const { row } = await who.book()
    return { ...who, caseId: row.caseId, caseCode: row.code }
  }
  const networks = async (reader?: DeskAgent) =>
    (await stage.desk.networks.list(reader)).map(({ members }) => members.map(({ row }) => row.code))
  const codes = (...all: readonly Told[]) => all.map(({ caseCode }) => caseCode)

  test('are one network, also through a case in between, with what binds each two of them', async () => {
    const one = await tells('he writes from 0770 123 4567')
    const between = await tells('his numbers are 07701234567 and 0750 123 4567')
    const other = await tells('somebody wants money, 07501234567')
    await tells('a stranger threatens me, 0770 999 8877')
    expect(await networks()).toEqual([codes(one, between, other)])
    const [network] = await stage.desk.networks.list(undefined)
    expect(network?.bonds).toEqual(['identifier'])
    expect(network?.members[1]?.bonds.map(({ to }) => to).toSorted()).toEqual(
      [one.caseId, other.caseId].toSorted(),
    )
  })

  test('fall apart for who may not see the case in between', async () => {
    const one = await tells('he writes from 0770 123 4567')
    const between = await tells('his numbers are 07701234567 and 0750 123 4567')
    const other = await tells('somebody wants money, 07501234567')
    await stage.casebook.append(between.caseId, () => ({
      actor: 'system',
      events: [{ type: 'case_transferred', agent: agent('noor').id, to: { team: 'elsewhere' } }],
    }))
    const teams = (await Promise.all([one, other].map((who) => who.book()))).map(({ row }) => row.team)
    expect(await networks({ ...agent('noor'), teams })).toEqual([])
    expect(await networks()).toHaveLength(1)
  })

  test('are told anew when a link is judged wrong, when somebody puts two together, and when one is erased', async () => {
    const [one, other] = [await tells('he writes from 0770 123 4567'), await tells('it is 07701234567')]
    expect(await networks()).toEqual([codes(one, other)])
    const judge = async (judgement: { readonly wrong: boolean; readonly verdict?: 'same' }) => {
      const said = { ...judgement, reason: 'both chats were compared' }
      await stage.desk.shift.judgeLink(one.caseCode, agent('noor'), other.caseCode, said)
      await stage.workAll()
    }
    await judge({ wrong: true })
    expect(await networks()).toEqual([])
    await judge({ wrong: false, verdict: 'same' })
    expect(await networks()).toEqual([codes(one, other)])
    expect((await stage.desk.networks.list(undefined))[0]?.bonds).toContain('said')
    await stage.desk.erase(other.caseCode, 'an operator', 'asked')
    expect(await networks()).toEqual([])
  })
})

const row = (n: number): CaseRow =>
  ({ caseId: `C${n}`, code: `CODE${n}`, openedAt: n, lastAt: n }) as unknown as CaseRow
const MOST = 12
const edges = fc.array(
  fc.tuple(fc.nat(MOST - 1), fc.nat(MOST - 1), fc.constantFrom<Bond>(...BONDS)).filter(([a, b]) => a !== b),
  { maxLength: 30 },
)
const nodesOf = (all: readonly (readonly [number, number, Bond])[]): Map<CaseId, NetworkNode> => {
  const nodes = new Map<CaseId, NetworkNode>()
  for (const [a, b, by] of all) {
    const one = nodes.get(row(a).caseId) ?? { bonds: new Map(), figures: {}, services: [] }
    const bonds = new Map(one.bonds)
    bonds.set(row(b).caseId, new Set([...(bonds.get(row(b).caseId) ?? []), by]))
    nodes.set(row(a).caseId, { ...one, bonds })
    // Whoever is bound is known, also where only the other side was told yet.
    if (!nodes.has(row(b).caseId)) nodes.set(row(b).caseId, { bonds: new Map(), figures: {}, services: [] })
  }
  return nodes
}

test('whatever cases somebody may see, no answer changes by a case out of their sight', () => {
  fc.assert(
    fc.property(edges, fc.uniqueArray(fc.nat(MOST - 1)), (all, seen) => {
      const rows = seen.map(row)
      const inSight = all.filter(([a, b]) => seen.includes(a) && seen.includes(b))
      expect(networksOf(rows, nodesOf(all))).toEqual(networksOf(rows, nodesOf(inSight)))
    }),
    runs(250),
  )
})
