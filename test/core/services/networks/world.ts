import { dayOf } from '../../../../core/base/calendar.ts'
import type { CaseCode, CaseId, NetworkId } from '../../../../core/base/ids.ts'
import { hours } from '../../../../core/base/units.ts'
import type { NetworkShown } from '../../../../core/services/networks/arrange.ts'
import type { NetworkAct } from '../../../../core/services/networks/desk.ts'
import { agent, openStage, reachStory, type Person } from '../../../build/stage.ts'

export type Told = Person & { readonly caseId: CaseId; readonly caseCode: CaseCode }
export const mona = agent('mona')
export const codes = (...all: readonly Told[]): readonly CaseCode[] => all.map(({ caseCode }) => caseCode)

/** People who were written to from one number, and a desk at which mona decides of their cases. */
export const openNetworks = async () => {
  const stage = await openStage()
  let people = 0
  const tells = async (text = 'he writes from 0770 123 4567'): Promise<Told> => {
    people += 1
    const who = stage.person(String(people))
    await reachStory(who)
    await who.says(text)
    await stage.workAll()
    const { row } = await who.book()
    return { ...who, caseId: row.caseId, caseCode: row.code }
  }
  const confirm = async (...all: readonly Told[]): Promise<NetworkId> => {
    const outcome = await stage.desk.networks.confirm(mona, codes(...all), 'the same number')
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
    return outcome.key
  }
  const act = (key: NetworkId, what: NetworkAct) => stage.desk.networks.act(mona, key, what)
  const dismantle = (key: NetworkId) =>
    act(key, { do: 'dismantle', day: dayOf(stage.clock.now()), source: 'the police' })
  return {
    stage,
    tells,
    confirm,
    act,
    dismantle,
    one: async (key: NetworkId): Promise<NetworkShown> => {
      const found = await stage.desk.networks.find(undefined, key)
      if (found === undefined) throw new Error('not found')
      return found
    },
    /** Networks that people work with, by the cases in them. */
    live: async (): Promise<readonly (readonly CaseCode[])[]> =>
      (await stage.desk.networks.list(undefined))
        .filter(({ standing }) => standing !== 'suspected' && standing !== 'dissolved')
        .map(({ members }) => members.map(({ row }) => row.code)),
    /** A network that was dismantled two days ago, and a case that came today. */
    dismantled: async () => {
      const inside = [await tells(), await tells(), await tells()] as const
      const key = await confirm(...inside)
      await dismantle(key)
      stage.clock.advance(hours(48))
      return { key, inside, late: await tells('07701234567 wants money again') }
    },
  }
}
export type Networks = Awaited<ReturnType<typeof openNetworks>>
