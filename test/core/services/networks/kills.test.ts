import { expect, test } from 'vitest'
import type { CaseCode, NetworkId } from '../../../../core/base/ids.ts'
import { after, seconds } from '../../../../core/base/units.ts'
import { makeCasebook } from '../../../../core/services/casebook/casebook.ts'
import { makeDesk } from '../../../../core/services/desk/make-desk.ts'
import { linkCase } from '../../../../core/services/linkage/link.ts'
import { agent, type Stage } from '../../../build/stage.ts'
import { runs } from '../../../property/runs.ts'
import { codes, mona, openNetworks, type Told } from './world.ts'

/** What is written into two ledgers is killed so often, before a commit or after it. */
const KILLS = runs(60).numRuns

class Killed extends Error {}

/** A process over the same store that dies at the commit after so many; dead, it writes nothing more. */
const dying = (stage: Stage, commits: number, written: boolean) => {
  let left = commits
  const commit: typeof stage.store.ledger.commit = async (what) => {
    left -= 1
    if (left >= 0 || (left === -1 && written)) {
      const done = await stage.store.ledger.commit(what)
      if (left >= 0) return done
    }
    throw new Killed()
  }
  const ports = { ...stage.ports, store: { ...stage.store, ledger: { ...stage.store.ledger, commit } } }
  const casebook = makeCasebook(ports)
  return { ports, casebook, desk: makeDesk(ports, casebook) }
}

/** Whether it died over it. */
const kill = async (act: () => Promise<unknown>): Promise<boolean> => {
  try {
    await act()
    return false
  } catch (error) {
    if (error instanceof Killed) return true
    throw error
  }
}

type Live = readonly { readonly key: NetworkId; readonly cases: readonly CaseCode[] }[]

/** As a process that was started since finds them. */
const liveNow = async (stage: Stage): Promise<Live> =>
  (await makeDesk(stage.ports, stage.casebook).networks.list(undefined))
    .filter(({ standing }) => standing !== 'suspected' && standing !== 'dissolved')
    .map(({ key, members }) => ({ key: key as NetworkId, cases: members.map(({ row }) => row.code) }))

test(`${KILLS} kills between the two writes of a split, a merger or a judgement leave no case lost, in two networks, or judged on one side alone`, async () => {
  const { stage, tells, confirm } = await openNetworks()
  const four = [await tells(), await tells(), await tells(), await tells()] as const
  const [one, other] = [await tells(), await tells()]
  await confirm(...four)

  /** Splits what is one network, and merges what are two. How often it was killed. */
  const rearrange = async (commits: number, written: boolean): Promise<number> => {
    const [first, second] = await liveNow(stage)
    if (first === undefined) throw new Error('no network is left')
    const { networks } = dying(stage, commits, written).desk
    const died = await kill(() =>
      second === undefined
        ? networks.act(mona, first.key, { do: 'split', codes: codes(four[2], four[3]), reason: 'x' })
        : networks.act(mona, first.key, { do: 'merge', other: second.key, reason: 'x' }),
    )
    const live = await liveNow(stage)
    expect(live.flatMap(({ cases }) => cases).toSorted()).toEqual(codes(...four).toSorted())
    for (const { cases } of live) expect(cases.length).toBeGreaterThan(1)
    expect((await liveNow(stage)).map(({ key }) => key)).toEqual(live.map(({ key }) => key))
    return died ? 1 : 0
  }

  const said = async (of: Told, about: Told): Promise<string | undefined> =>
    (await stage.casebook.load(of.caseId)).verdicts[about.caseId]?.verdict

  /** Says of two cases what was not said last; the job that tells the other case dies as well. */
  const judge = async (commits: number, written: boolean): Promise<number> => {
    let died = 0
    const verdict = (await said(one, other)) === 'same' ? 'unsure' : 'same'
    const judged = { wrong: false, reason: 'one voice', verdict } as const
    const { shift } = dying(stage, 0, written).desk
    died += (await kill(() => shift.judgeLink(one.caseCode, agent('noor'), other.caseCode, judged))) ? 1 : 0
    const now = stage.clock.now()
    const claim = { owner: 'dying', now, until: after(now, seconds(1)) }
    for (const job of await stage.store.jobs.claim(claim, 10)) {
      if (job.kind !== 'link') continue
      const dead = dying(stage, commits, written)
      died += (await kill(() => linkCase(dead.ports, dead.casebook, job))) ? 1 : 0
    }
    // Its claim ends, and another process does it.
    stage.clock.advance(seconds(2))
    await stage.workAll()
    expect(await said(other, one)).toBe(await said(one, other))
    expect(await said(one, other)).toBe(written ? verdict : verdict === 'same' ? 'unsure' : 'same')
    return died
  }

  let kills = 0
  for (let n = 0; kills < KILLS; n += 1) {
    const written = n % 2 === 0
    const moved = await rearrange(n % 3, written)
    const told = await judge(Math.floor(n / 2) % 2, written)
    kills += moved + told
  }
})
