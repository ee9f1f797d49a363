import { isRole, roleMay } from '../../adapters/console/server/identity/roles.ts'
import { teamsSeen } from '../../adapters/console/server/identity/member-teams.ts'
import type { Exchanging, FoundItems } from '../../bots/exchange.ts'
import { openNote } from '../../core/custody/note.ts'
import { knownKeys } from '../../bots/custody.ts'
import type { DeskAgent } from '../../core/base/member.ts'
import { makeSight } from '../../core/services/desk/sight.ts'
import { WRONG_USE, type Run } from './command.ts'
import { withExchanging } from './exchange-common.ts'

/** What transcripts say, line by line; the messages stay in the file. */
const TOLD = ['agreement', 'side', 'began', 'ended', 'ours', 'theirs', 'outcome'] as const

const toldIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    TOLD.flatMap((name) => {
      const value = new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1]
      return value === undefined ? [] : [[name, value]]
    }),
  )

/** Every run of which a transcript is kept, the oldest first. */
export const list: Run = (call) =>
  withExchanging(call, 'exchange list', async ({ folder, ports }) => {
    let broken = 0
    const keys = [ports.signer.publicKey, ...knownKeys(call.config, ports.hasher)]
    const runs = folder.list().flatMap(({ run, transcript, learnt }) => {
      const text = keys
        .map((key) => openNote(ports.signer, ports.hasher, transcript, key))
        .find((one) => one !== undefined)
      if (text === undefined) {
        broken += 1
        call.say(`amin exchange list: the transcript of ${run} was changed, or signed with another key`)
        return []
      }
      return [{ run, began: '', ...toldIn(text), result: learnt }]
    })
    for (const one of runs.toSorted((a, b) => (a.began < b.began ? -1 : 1))) call.print(JSON.stringify(one))
    return broken === 0 ? 0 : 1
  })

/** The member, where they may see cases at all. */
const readerOf = async ({ agents }: Exchanging, email: string): Promise<DeskAgent | undefined> => {
  const member = (await agents.list()).find(
    (one) => one.email === email.toLowerCase() && one.state === 'active',
  )
  if (member === undefined || !isRole(member.role) || !roleMay(member.role, 'read')) return undefined
  const teams = teamsSeen(member.role, member.teams)
  return { id: member.id, alias: member.name, email: member.email, ...(teams === undefined ? {} : { teams }) }
}

const kindsOf = ({ items }: FoundItems): readonly string[] => [...new Set(items.map(({ kind }) => kind))]

/** Said with every result, since it is read by who did not read the guide. */
const HINT =
  'amin exchange show: a hint to ask about, no proof: a dishonest other side with one item in common can make us find any of ours, or all'

/** Our cases of a result, as far as a member sees them. */
export const show: Run = async (call) => {
  const [run = ''] = call.words
  const as = call.text('as') ?? ''
  if (as === '') {
    call.say('amin exchange show: say RUN --as EMAIL')
    return WRONG_USE
  }
  return withExchanging(call, 'exchange show', async (exchanging, { ports, casebook }) => {
    const reader = await readerOf(exchanging, as)
    if (reader === undefined) {
      call.say('amin exchange show: there is no member with that e-mail address who may see cases')
      return 1
    }
    const found = await exchanging.folder.found(run)
    if (found === undefined) {
      call.say(
        'amin exchange show: there is no result of a run of that name; `amin exchange list` names them',
      )
      return 1
    }
    // First: what somebody reads here they have read.
    await exchanging.agents.deeds.append({ by: reader.id, kind: 'exchange_looked', subject: run })
    const rows = new Map(
      (await ports.store.views.byIds(found.cases.map(({ caseId }) => caseId))).map((row) => [
        row.caseId,
        row,
      ]),
    )
    const { isHiddenRow } = makeSight(ports, casebook)
    for (const one of found.cases) {
      const row = rows.get(one.caseId)
      if (row === undefined || row.status === 'erased' || (await isHiddenRow(reader, row))) continue
      const items = call.flag('items') ? { items: one.items.map(({ normal }) => normal) } : {}
      call.print(JSON.stringify({ case: row.code, kinds: kindsOf(one), ...items }))
    }
    call.say(HINT)
    if (found.closed > 0)
      call.say(`amin exchange show: ${found.closed} cases do not open, and are not told of: \`amin verify\``)
    return found.closed > 0 ? 1 : 0
  })
}
