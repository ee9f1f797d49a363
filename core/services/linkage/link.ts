import { isErased, type Casebook } from '../casebook/casebook.ts'
import { jobContext } from '../casebook/envelope.ts'
import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseId, InboundId } from '../../base/ids.ts'
import type { JobRow } from '../../ports/store/jobs.ts'
import type { Lookalikes } from './lookalikes.ts'
import type { LinkJob } from '../casebook/link-lapse.ts'
import { weigh, weighScript, type Weighed } from './weigh.ts'

/** A file that more cases than this hold is one that everybody sends. */
const MOST_LINKS = 50
/** More than anybody compares by eye. */
const MOST_ALIKE = 20

type Ports = Pick<CasePorts, 'store' | 'sealer' | 'hasher'>

/** `linked`: what follows, for each case that was told, once both sides know; may be called again for one. */
export type Linking = {
  readonly lookalikes?: Lookalikes
  readonly linked?: (caseId: CaseId) => Promise<void>
}

/**
 * Finds the cases that share what was just read, and tells both sides: a second victim of the same
 * number makes each of them graver, and the network visible. What is held back
 * (core/services/linkage/held) joins nobody, and ends links that rest on nothing else. The same
 * file, pictures that only look the same, copied texts and recordings are told apart from that. May
 * be done again: who knows of a link already learns nothing new.
 */
export const linkCase = async (
  ports: Ports,
  casebook: Casebook,
  job: JobRow,
  { lookalikes, linked }: Linking = {},
): Promise<void> => {
  const sealer = await ports.sealer.forCase(job.caseId)
  const { marks, of, picture, sound, text, judged, own, whose } = sealer.open(
    jobContext(job.id),
    job.sealed,
  ) as LinkJob
  if (judged !== undefined) await tellJudged(casebook, job.caseId, judged)
  if (own !== undefined) await lapse(ports, casebook, job.caseId, own)
  if (whose !== undefined) await tellWhose(ports, casebook, marks, whose)
  const { joined: others, ended } =
    of === 'file' ? await sameFile(ports, job.caseId, marks) : await weigh(ports, casebook, job.caseId, marks)
  for (const [one, other] of ended) await end(casebook, one, [other])
  const shared = await sharedWith(ports, others, marks)
  for (const other of others) await tell(casebook, other, [job.caseId], () => shared.get(other) ?? [], of)
  if (others.length > 0) await tell(casebook, job.caseId, others, (one) => shared.get(one) ?? [], of)
  const copied = text === undefined ? [] : await linkScript(ports, casebook, job.caseId, text)
  const heard = sound === undefined ? [] : ((await lookalikes?.sounding(job.caseId, sound)) ?? [])
  await tellBoth(casebook, job.caseId, heard.slice(0, MOST_LINKS), 'sound')
  const near = picture === undefined ? [] : ((await lookalikes?.of(job.caseId, picture)) ?? [])
  const alike = near.slice(0, MOST_ALIKE).map(({ caseId }) => caseId)
  await tellBoth(casebook, job.caseId, alike, 'picture')
  const told = new Set([
    job.caseId,
    ...(judged === undefined ? [] : [judged.in]),
    ...others,
    ...copied,
    ...heard.slice(0, MOST_LINKS),
  ])
  for (const one of told) await linked?.(one)
  await ports.store.jobs.finish(job.id)
}

/** Cases that hold the same file. It makes no case graver, and nothing ends by it. */
const sameFile = async ({ store }: Ports, caseId: CaseId, marks: readonly string[]): Promise<Weighed> => ({
  joined: (await store.views.marked(marks, MOST_LINKS)).filter((one) => one !== caseId),
  ended: [],
})

/** Which of the marks each of the others has. */
const sharedWith = async (
  { store }: Ports,
  others: readonly CaseId[],
  marks: readonly string[],
): Promise<ReadonlyMap<CaseId, readonly string[]>> => {
  const rows = await Promise.all(others.map((caseId) => store.views.byId(caseId)))
  return new Map(
    rows.flatMap((row) =>
      row === undefined ? [] : [[row.caseId, marks.filter((mark) => row.marks.includes(mark))] as const],
    ),
  )
}

/**
 * Where a member of the team said that the two have nothing to do with each other, only what they
 * did not share then links them anew.
 */
const isNewBeside = (state: CaseState, one: CaseId, shared: readonly string[]): boolean => {
  const apart = state.apart[one]
  return apart === undefined || shared.some((mark) => !apart.shared.includes(mark))
}

const tell = (
  casebook: Casebook,
  caseId: CaseId,
  to: readonly CaseId[],
  sharedWithOne: (one: CaseId) => readonly string[],
  reason?: 'file',
): Promise<void> =>
  append(
    casebook,
    caseId,
    to,
    (state, one) =>
      isNewBeside(state, one, sharedWithOne(one)) &&
      !state.links.includes(one) &&
      !(reason === 'file' && state.sameFile.includes(one)),
    reason,
  )

/** What is a hint only, by what it rests on, and where it stands in a case. */
const HINTS = { picture: 'alike', script: 'sameScript', sound: 'sameSound' } as const
type Hint = keyof typeof HINTS

/** Tells both sides of a hint. One that was looked at and found wrong is given once. */
const tellBoth = async (
  casebook: Casebook,
  caseId: CaseId,
  others: readonly CaseId[],
  hint: Hint,
): Promise<void> => {
  for (const other of others) await tellHint(casebook, other, [caseId], hint)
  if (others.length > 0) await tellHint(casebook, caseId, others, hint)
}

/** Of a picture nothing is said where the cases share more than its looks. */
const tellHint = (casebook: Casebook, caseId: CaseId, to: readonly CaseId[], hint: Hint): Promise<void> =>
  append(
    casebook,
    caseId,
    to,
    (state, one) =>
      state.apart[one] === undefined &&
      !state[HINTS[hint]].includes(one) &&
      !(hint === 'picture' && [...state.links, ...state.sameFile].includes(one)),
    hint,
  )

/** Whom the same copied text joins, and whom it joins no longer because too many have it. */
const linkScript = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  text: InboundId,
): Promise<readonly CaseId[]> => {
  const { joined, ended } = await weighScript(ports, casebook, caseId, text)
  for (const [one, other] of ended)
    await write(casebook, one, (state) =>
      state.sameScript.includes(other) ? { type: 'links_lapsed', to: [other], reason: 'script' } : undefined,
    )
  await tellBoth(casebook, caseId, joined, 'script')
  return joined
}

const append = (
  casebook: Casebook,
  caseId: CaseId,
  to: readonly CaseId[],
  isNew: (state: CaseState, one: CaseId) => boolean,
  reason?: 'file' | Hint,
): Promise<void> =>
  write(casebook, caseId, (state) => {
    const fresh = to.filter((one) => isNew(state, one))
    return fresh.length === 0
      ? undefined
      : { type: 'case_linked', to: fresh, ...(reason === undefined ? {} : { reason }) }
  })

/** What was said of the link in one case holds in the other. */
const tellJudged = (
  casebook: Casebook,
  from: CaseId,
  { in: caseId, ...judged }: NonNullable<LinkJob['judged']>,
): Promise<void> =>
  write(casebook, caseId, (state) => {
    const stands =
      judged.verdict === undefined
        ? (state.apart[from] !== undefined) === judged.wrong && state.verdicts[from] === undefined
        : state.verdicts[from]?.verdict === judged.verdict
    return stands ? undefined : { type: 'link_judged', to: from, ...judged }
  })

/** Of a number that more cases name than this nobody is asked for each of them. */
const MOST_TOLD = 500

/** Whose a number is, said once, is said in every case that names it; it is judged anew whom it links. */
const tellWhose = async (
  ports: Ports,
  casebook: Casebook,
  marks: readonly string[],
  whose: NonNullable<LinkJob['whose']>,
): Promise<void> => {
  for (const caseId of await ports.store.views.marked(marks, MOST_TOLD))
    await writeAll(casebook, caseId, (state) => {
      const normals = new Set(marks.flatMap((mark) => state.marks[mark] ?? []))
      return state.identifiers
        .filter((one) => normals.has(one.normal) && !(one.judged === true && one.owner === whose.owner))
        .map(({ normal }) => ({ type: 'identifier_judged', normal, ...whose }))
    })
}

/** Ends the links to cases that shared one of these marks and share none that is left. */
const lapse = async (
  ports: Ports,
  casebook: Casebook,
  caseId: CaseId,
  own: readonly string[],
): Promise<void> => {
  const { links, marks } = await casebook.load(caseId)
  const rows = await Promise.all(links.map((one) => ports.store.views.byId(one)))
  const ended = rows.flatMap((row) =>
    row !== undefined &&
    row.marks.some((mark) => own.includes(mark)) &&
    !row.marks.some((mark) => marks[mark] !== undefined)
      ? [row.caseId]
      : [],
  )
  for (const other of ended) await end(casebook, other, [caseId])
  await end(casebook, caseId, ended)
}

const end = (casebook: Casebook, caseId: CaseId, to: readonly CaseId[]): Promise<void> =>
  write(casebook, caseId, (state) => {
    const gone = to.filter((one) => state.links.includes(one) && state.verdicts[one]?.verdict !== 'same')
    return gone.length === 0 ? undefined : { type: 'links_lapsed', to: gone }
  })

const write = (
  casebook: Casebook,
  caseId: CaseId,
  decide: (state: CaseState) => CaseEvent | undefined,
): Promise<void> =>
  writeAll(casebook, caseId, (state) => {
    const event = decide(state)
    return event === undefined ? [] : [event]
  })

const writeAll = async (
  casebook: Casebook,
  caseId: CaseId,
  decide: (state: CaseState) => readonly CaseEvent[],
): Promise<void> => {
  try {
    await casebook.append(caseId, (state) => {
      const events = decide(state)
      return events.length === 0 ? undefined : { actor: 'system', events }
    })
  } catch (error) {
    // It was erased meanwhile: nothing of it is linked any more.
    if (!isErased(error)) throw error
  }
}
