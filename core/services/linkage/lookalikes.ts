import type { Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { stateOfRow } from '../agents/queue.ts'
import type { Examination } from '../../base/examination.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseId, EvidenceId } from '../../base/ids.ts'
import type { CaseStatus } from '../../ports/store/views.ts'
import { makePrintIndex, type Neighbour, type PrintIndex } from './near.ts'
import { pictureOf, voiceOf } from './case-facts.ts'
import { printOf } from './pictures.ts'
import { makeSoundIndex, type SoundIndex, type VoicePrint } from './voices.ts'
import { isWritten } from '../../base/message.ts'

/** Closed ones too: who blackmails somebody now may have been at work for a year. */
const KEPT: readonly CaseStatus[] = ['bot', 'waiting', 'agent', 'closed']
const PAGE = 200
const FEED_PAGE = 500
/** After one of these a case has other prints, or none. */
const TURNS: ReadonlySet<string> = new Set([
  'evidence_examined',
  'case_closed',
  'case_reopened',
  'handoff_requested',
  'case_erased',
])

/** Looks for pictures that look the same in other cases, and for the same recording. */
export type Lookalikes = {
  /** Other cases with a picture like this item of the case, the nearest first. */
  readonly of: (caseId: CaseId, evidence: EvidenceId) => Promise<readonly Neighbour[]>
  /** Other cases that hold this recording. */
  readonly sounding: (caseId: CaseId, evidence: EvidenceId) => Promise<readonly CaseId[]>
}

/** What of all cases is compared with what is new. */
type Index = { readonly prints: PrintIndex; readonly sounds: SoundIndex }

const hashesOf = (state: CaseState): readonly string[] =>
  Object.entries(state.evidence).flatMap(([id, item]) => {
    const isFile = item.status === 'sealed' && !isWritten(item.kind)
    const picture = isFile ? pictureOf(id, item.examined ?? []) : undefined
    return picture === undefined || picture.weak ? [] : picture.kept
  })

const soundsOf = (state: CaseState): readonly VoicePrint[] =>
  Object.values(state.evidence).flatMap((item) =>
    item.status === 'sealed' ? (voiceOf(item.examined ?? []) ?? []) : [],
  )

/**
 * The whole is looked for in all its turns, its parts as they are: each turn of each would take
 * four times as long.
 */
const soughtOf = (evidence: EvidenceId, results: readonly Examination[]): readonly string[] => {
  const picture = pictureOf(evidence, results)
  if (picture === undefined || picture.weak) return []
  return [...new Set([...(printOf(results)?.turned ?? []), ...picture.kept])]
}

/**
 * Fingerprints are sealed with their cases, so the index lives in memory only: read from the
 * ledgers at the first question, and kept current by the feed, so that it also knows what other
 * processes wrote. Where the feed was cut off meanwhile it is read anew.
 */
export const makeLookalikes = (
  ports: Pick<CasePorts, 'store' | 'log'>,
  casebook: Casebook,
  most?: number,
): Lookalikes => {
  let index: Index | undefined
  let position = 0
  let isFull = false
  let turn: Promise<unknown> = Promise.resolve()

  const add = ({ prints, sounds }: Index, caseId: CaseId, state: CaseState): void => {
    for (const hash of hashesOf(state)) if (!prints.add(caseId, hash)) tellFull(prints)
    sounds.put(caseId, soundsOf(state))
  }

  const remove = ({ prints, sounds }: Index, caseId: CaseId): void => {
    prints.remove(caseId)
    sounds.remove(caseId)
  }

  const tellFull = (into: PrintIndex): void => {
    if (!isFull) ports.log.warn('no more pictures can be compared: the index is full', { count: into.size() })
    isFull = true
  }

  /** The case as its row shows it; nothing where it is erased or does not open. */
  const keptState = async (caseId: CaseId): Promise<CaseState | undefined> => {
    const row = await ports.store.views.byId(caseId)
    if (row === undefined || !KEPT.includes(row.status)) return undefined
    const state = await stateOfRow(casebook, row)
    return typeof state === 'object' ? state : undefined
  }

  const refresh = async (into: Index, caseId: CaseId): Promise<void> => {
    const state = await keptState(caseId)
    remove(into, caseId)
    if (state !== undefined) add(into, caseId, state)
  }

  const build = async (): Promise<Index> => {
    isFull = false
    const made: Index = { prints: makePrintIndex(most), sounds: makeSoundIndex() }
    // First: what happens while the list is read is told by the feed afterwards.
    position = await ports.store.feed.head()
    for (let cursor: string | undefined; ;) {
      const page = await ports.store.views.list(
        { status: KEPT },
        { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
      )
      for (const row of page.rows) {
        const state = row.evidence === 0 ? undefined : await stateOfRow(casebook, row)
        // A case may stand on two pages when it moves between them.
        remove(made, row.caseId)
        if (typeof state === 'object') add(made, row.caseId, state)
      }
      if (page.cursor === undefined) return made
      cursor = page.cursor
    }
  }

  const current = async (): Promise<Index> => {
    if (index === undefined || (await ports.store.feed.floor()) > position) index = await build()
    for (;;) {
      const items = await ports.store.feed.read(position, FEED_PAGE)
      const changed = items
        .filter(({ kinds }) => kinds.some((kind) => TURNS.has(kind)))
        .map(({ caseId }) => caseId)
      for (const caseId of new Set(changed)) await refresh(index, caseId)
      position = items.at(-1)?.position ?? position
      if (items.length < FEED_PAGE) return index
    }
  }

  const resultsOf = async (caseId: CaseId, evidence: EvidenceId): Promise<readonly Examination[]> => {
    const item = (await casebook.load(caseId)).evidence[evidence]
    return item?.status === 'sealed' ? (item.examined ?? []) : []
  }

  /**
   * Of two that look for each other at the same moment the later one must see the earlier, whatever
   * the feed says yet.
   */
  const withOwn = async (caseId: CaseId): Promise<Index> => {
    const known = await current()
    await refresh(known, caseId)
    return known
  }

  const find = async (caseId: CaseId, evidence: EvidenceId): Promise<readonly Neighbour[]> => {
    const sought = soughtOf(evidence, await resultsOf(caseId, evidence))
    if (sought.length === 0) return []
    const { prints } = await withOwn(caseId)
    return prints.search(sought).filter((one) => one.caseId !== caseId)
  }

  const listen = async (caseId: CaseId, evidence: EvidenceId): Promise<readonly CaseId[]> => {
    const sound = voiceOf(await resultsOf(caseId, evidence))
    if (sound === undefined) return []
    const { sounds } = await withOwn(caseId)
    return sounds.search(sound).filter((one) => one !== caseId)
  }

  /** One after the other: all of them change the same index. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  return {
    of: (caseId, evidence) => inTurn(() => find(caseId, evidence)),
    sounding: (caseId, evidence) => inTurn(() => listen(caseId, evidence)),
  }
}
