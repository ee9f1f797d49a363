import type { AgentId } from '../../../../core/base/ids.ts'
import { instant } from '../../../../core/base/units.ts'
import type { CaseFilter } from '../../../../core/ports/store/views.ts'

type Some<T> = T | readonly T[] | undefined
type Asked = {
  readonly status?: Some<NonNullable<CaseFilter['status']>[number]>
  readonly severity?: Some<NonNullable<CaseFilter['severity']>[number]>
  readonly team?: string | undefined
  readonly assignee?: string | undefined
  readonly language?: CaseFilter['language'] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Nothing and an empty list both leave it open. */
const listOf = <T>(value: Some<T>): readonly T[] | undefined => {
  const all = value === undefined ? [] : ([value].flat() as readonly T[])
  return all.length === 0 ? undefined : all
}

/** What a call asks of lists, as the store takes it. `me` is whoever asks. */
export const filterOf = ({ from, to, team, assignee, language, ...rest }: Asked, me: AgentId): CaseFilter => {
  const [status, severity] = [listOf(rest.status), listOf(rest.severity)]
  return {
    ...(from === undefined ? {} : { from: instant(Date.parse(from)) }),
    ...(to === undefined ? {} : { to: instant(Date.parse(to)) }),
    ...(team === undefined ? {} : { team }),
    ...(assignee === undefined ? {} : { assignee: assignee === 'me' ? me : (assignee as AgentId) }),
    ...(language === undefined ? {} : { language }),
    ...(status === undefined ? {} : { status }),
    ...(severity === undefined ? {} : { severity }),
  }
}
