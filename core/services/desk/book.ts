import { expiresAt } from '../../policy/access/expiry.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import { markedLines } from '../agents/marked.ts'
import type { Casebook } from '../casebook/casebook.ts'
import { briefOf } from '../agents/brief.ts'
import { isErased } from '../casebook/casebook.ts'
import { consentGiven } from '../../policy/conversation/gates.ts'
import type { CaseBook, Desk } from './desk.ts'
import type { DeskAgent } from '../../base/member.ts'
import { consentList, contactOf, guidanceOf, marksOf } from '../casebook/dossier.ts'
import { isInSight, sightOf } from '../../policy/visibility/sight.ts'
import { makeTeller } from '../casebook/told.ts'
import type { CaseState } from '../../model/state.ts'
import type { OutboxRow } from '../../ports/store/outbox.ts'
import type { OfficePorts } from '../casebook/ports.ts'
import type { Sight } from './sight.ts'

/** Shared by more cases than this, a number says who the blackmailer is and not which case to read next. */
const MOST_LINKS = 50

/** Opens a case as a file to read: its lines, what became of what was said, and the cases beside it. */
export const makeBook = (
  ports: OfficePorts,
  casebook: Casebook,
  { rowOfCode, isHidden, codesSeen }: Sight,
): Desk['open'] => {
  const tell = makeTeller(ports.hasher)

  const waitOf = ({ waiting, conversation, access }: CaseState): NonNullable<CaseBook['filesWait']> => ({
    ...(access.moved === undefined ? {} : { left: true }),
    count: waiting.length,
    why: consentGiven(ports.flow, conversation) ? 'age' : 'consent',
    step: ports.flow.adult.step,
  })

  const codesOf = async (
    cases: readonly CaseId[],
    reader: DeskAgent | undefined,
  ): Promise<readonly CaseCode[]> => [...(await codesSeen(cases, reader)).values()]

  const apartOf = async ({ apart }: CaseState, reader: DeskAgent | undefined): Promise<CaseBook['apart']> => {
    const known = Object.entries(apart).slice(-MOST_LINKS)
    const told = known.map(async ([caseId, { agent, reason, at }]) => {
      const [code] = await codesOf([caseId as CaseId], reader)
      return code === undefined ? [] : [{ code, agent, reason, at }]
    })
    return (await Promise.all(told)).flat()
  }

  return async (code, reader) => {
    const row = await rowOfCode(code)
    const sight = sightOf(reader)
    if (row === undefined || (row.status === 'erased' && sight !== undefined && !isInSight(sight, row)))
      return undefined
    if (row.status === 'erased') return 'erased'
    try {
      const [{ opened, state }, rows] = await Promise.all([
        casebook.show(row.caseId),
        ports.store.outbox.ofCase(row.caseId),
      ])
      const { placed, lines } = tell(opened, row.lastAt)
      if (isHidden(reader, state)) return undefined
      const delivery = new Map<string, OutboxRow['status']>(
        rows.map((sent) => [`${sent.seq}.${sent.n}`, sent.status]),
      )
      const endsAt = expiresAt(ports.access.retention, state)
      const sameFile = state.sameFile.filter((one) => !state.links.includes(one))
      // What waited for the person is looked up where it was said.
      for (const line of lines) {
        const sent = line.from === 'bot' || line.from === 'agent' ? line.sent : undefined
        const status = sent === undefined ? undefined : delivery.get(`${sent.seq}.${sent.row}`)
        if (status !== undefined && (line.from === 'bot' || line.from === 'agent'))
          delivery.set(`${line.seq}.${line.row}`, status)
      }
      return {
        row,
        state,
        marks: marksOf(ports.flow.roles, state),
        lines,
        events: placed,
        delivery,
        marked: await markedLines(ports, row.caseId, lines, rows),
        links: await codesOf(state.links.slice(-MOST_LINKS), reader),
        sameFile: await codesOf(sameFile.slice(-MOST_LINKS), reader),
        alike: await codesOf(
          state.alike.filter((one) => ![...state.links, ...sameFile].includes(one)).slice(-MOST_LINKS),
          reader,
        ),
        sameScript: await codesOf(state.sameScript.slice(-MOST_LINKS), reader),
        sameSound: await codesOf(state.sameSound.slice(-MOST_LINKS), reader),
        apart: await apartOf(state, reader),
        consents: consentList(ports.flow, state, placed),
        guidance: guidanceOf(ports.flow, placed),
        contact: contactOf(ports, state, ports.clock.now()),
        sends: state.address === undefined ? {} : ports.capabilities(state.channel).sends,
        brief: briefOf(ports.flow, state, placed),
        ...(ports.flow.places === undefined ? {} : { places: ports.flow.places }),
        ...(state.waiting.length === 0 ? {} : { filesWait: waitOf(state) }),
        ...(endsAt === undefined ? {} : { endsAt }),
      }
    } catch (error) {
      if (isErased(error)) return 'erased'
      throw error
    }
  }
}
