import { isErased, jobContext, type Casebook } from '../case/casebook.ts'
import type { CasePorts } from '../case/ports.ts'
import type { CaseState } from '../case/state.ts'
import type { CaseId, EvidenceId } from '../ids.ts'
import type { JobRow } from '../ports/store.ts'
import type { Lookalikes } from './lookalikes.ts'

/**
 * Sealed in a `link` job. `of`: what the marks stand for, identifiers unless it says `file`. `picture`: the item whose picture others are
 * compared with.
 */
export type LinkJob = { readonly marks: readonly string[]; readonly of?: 'file'; readonly picture?: EvidenceId }

/** A number that stands in more cases than this belongs to a network that is seen already, or to nobody (a help line that people quote). */
const MOST_LINKS = 50
/** More than anybody compares by eye. */
const MOST_ALIKE = 20

/**
 * Finds the cases that share what was just read, and tells both sides: a second victim of the same number makes each of them graver, and the
 * network visible. The same file, and pictures that only look the same, are told apart from that. May be done again: who knows of a link
 * already learns nothing new.
 */
export const linkCase = async (
  ports: Pick<CasePorts, 'store' | 'sealer'>,
  casebook: Casebook,
  job: JobRow,
  lookalikes?: Lookalikes,
): Promise<void> => {
  const sealer = await ports.sealer.forCase(job.caseId)
  const { marks, of, picture } = sealer.open(jobContext(job.id), job.sealed) as LinkJob
  const others = (await ports.store.views.marked(marks, MOST_LINKS)).filter((caseId) => caseId !== job.caseId)
  for (const other of others) await tell(casebook, other, [job.caseId], of)
  if (others.length > 0) await tell(casebook, job.caseId, others, of)
  const near = picture === undefined ? [] : ((await lookalikes?.of(job.caseId, picture)) ?? [])
  const alike = near.slice(0, MOST_ALIKE).map(({ caseId }) => caseId)
  for (const other of alike) await tellAlike(casebook, other, [job.caseId])
  if (alike.length > 0) await tellAlike(casebook, job.caseId, alike)
  await ports.store.jobs.finish(job.id)
}

const tell = (casebook: Casebook, caseId: CaseId, to: readonly CaseId[], reason?: 'file'): Promise<void> =>
  append(casebook, caseId, to, (state, one) => !state.links.includes(one) && !(reason === 'file' && state.sameFile.includes(one)), reason)

/** Whom a case shares more with needs no hint. */
const tellAlike = (casebook: Casebook, caseId: CaseId, to: readonly CaseId[]): Promise<void> =>
  append(casebook, caseId, to, (state, one) => ![...state.links, ...state.sameFile, ...state.alike].includes(one), 'picture')

const append = async (
  casebook: Casebook,
  caseId: CaseId,
  to: readonly CaseId[],
  isNew: (state: CaseState, one: CaseId) => boolean,
  reason?: 'file' | 'picture',
): Promise<void> => {
  try {
    await casebook.append(caseId, (state) => {
      const fresh = to.filter((one) => isNew(state, one))
      const why = reason === undefined ? {} : { reason }
      return fresh.length === 0 ? undefined : { actor: 'system', events: [{ type: 'case_linked', to: fresh, ...why }] }
    })
  } catch (error) {
    // It was erased meanwhile: nothing of it is linked any more.
    if (!isErased(error)) throw error
  }
}
