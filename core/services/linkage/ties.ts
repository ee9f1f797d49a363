import type { CaseCode, CaseId, EvidenceId, InboundId } from '../../base/ids.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Instant } from '../../base/units.ts'
import { containment, SAME_SCRIPT } from '../../model/scripts.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseState } from '../../model/state.ts'
import type { Verdict } from '../../model/findings.ts'
import { markCommon, type Segment } from '../../text/common-words.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { isErased, type Casebook } from '../casebook/casebook.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { caseFacts, type CaseFacts } from './case-facts.ts'
import type { Held } from './held.ts'
import { joinCases, type Joined } from './join.ts'
import { COMMON_TOKEN, type LinkKind, type Thing } from './things.ts'

/** Cases of one mark that are looked for, and those of all that are opened and compared. */
const MOST_FOUND = 500
const MOST_OPENED = 60
/** Common pieces of a text below which no script is the same. */
const LEAST_COMMON = 8

/** Where a thing stands in a case: what is called so there, an item of evidence, or a message. */
export type Part =
  { readonly normal: string } | { readonly evidence: EvidenceId } | { readonly message: InboundId }

/**
 * Something that a case has in common with others, as far as the reader may know of those. `held`: why it
 * joins nobody all the same. `strength`: for order only.
 */
export type Tie = {
  readonly kind: LinkKind
  readonly part: Part
  readonly held?: Held
  readonly strength: number
  readonly since: Instant
  readonly cases: readonly {
    readonly caseId: CaseId
    readonly code: CaseCode
    readonly openedAt: Instant
    readonly part: Part
  }[]
}

/** What a member of the team said of another case. */
type SaidOf = Verdict & { readonly code: CaseCode }

export type CaseTies = { readonly ties: readonly Tie[]; readonly verdicts: readonly SaidOf[] }

type Ports = Pick<CasePorts, 'store' | 'hasher'>
type Seen = (reader: DeskAgent | undefined, row: CaseRow) => Promise<boolean>

const NONE: CaseTies = { ties: [], verdicts: [] }

const partOf = (kind: LinkKind, thing: Thing, caseId: CaseId): Part => {
  const name = thing.parts.get(caseId) ?? ''
  if (kind === 'identifier') return { normal: name }
  return kind === 'script' ? { message: name as InboundId } : { evidence: name as EvidenceId }
}

/** Every case that this one may have something in common with, whoever may see it. */
const candidates = async (
  { store }: Ports,
  state: CaseState,
  { scripts }: CaseFacts,
): Promise<ReadonlySet<CaseId>> => {
  const found = new Set<CaseId>([
    ...state.links,
    ...state.sameFile,
    ...state.alike,
    ...state.sameScript,
    ...state.sameSound,
    ...(Object.keys(state.verdicts) as CaseId[]),
  ])
  for (const mark of Object.keys(state.marks))
    for (const one of await store.views.marked([mark], MOST_FOUND)) found.add(one)
  for (const { tokens } of scripts)
    for (const { caseId } of await store.search.sharing([...tokens], {
      least: LEAST_COMMON,
      most: COMMON_TOKEN,
      limit: MOST_FOUND,
    }))
      found.add(caseId)
  found.delete(state.caseId)
  return found
}

const tiesIn = (joined: Joined, own: CaseId, rows: ReadonlyMap<CaseId, CaseRow>): readonly Tie[] => {
  const ownRow = rows.get(own)
  const mine = joined.links.filter(({ a, b }) => a === own || b === own)
  return [...joined.things.values()].flatMap((thing): readonly Tie[] => {
    if (!thing.cases.has(own)) return []
    const held = joined.held.get(thing.id)
    const by = mine.filter(({ things }) => things.includes(thing.id))
    const with_ = held === undefined ? by.map(({ a, b }) => (a === own ? b : a)) : [...thing.cases]
    const others = with_.flatMap((one) => (one === own ? [] : (rows.get(one) ?? [])))
    if (others.length === 0) return []
    return [
      {
        kind: thing.kind,
        part: partOf(thing.kind, thing, own),
        ...(held === undefined ? {} : { held }),
        strength: Math.max(0, ...by.map(({ strength }) => strength)),
        since: others
          .map(({ openedAt }) => openedAt)
          .reduce((first, at) => (at < first ? at : first), ownRow?.openedAt ?? (Infinity as Instant)),
        cases: others
          .toSorted((a, b) => b.lastAt - a.lastAt)
          .map(({ caseId, code, openedAt }) => ({
            caseId,
            code,
            openedAt,
            part: partOf(thing.kind, thing, caseId),
          })),
      },
    ]
  })
}

/**
 * What a case has in common with others, why, and what of it is held back. Nothing here is stored: it is
 * read in the ledgers of the case and of those others that the reader may see, before anything is counted;
 * what is out of their sight changes no answer. Of more cases than are opened the newest are.
 */
export const makeTies =
  (ports: Ports, casebook: Casebook, isHiddenRow: Seen) =>
  async (state: CaseState, reader: DeskAgent | undefined): Promise<CaseTies> => {
    const factsOf = async (caseId: CaseId): Promise<CaseFacts | undefined> => {
      try {
        const book = await casebook.show(caseId)
        return caseFacts(ports.hasher, book.state, book.opened.events.flat())
      } catch (error) {
        if (isErased(error)) return undefined
        throw error
      }
    }
    const own = await factsOf(state.caseId)
    if (own === undefined) return NONE
    const found = await candidates(ports, state, own)
    if (found.size === 0) return NONE
    const known = await ports.store.views.byIds([state.caseId, ...found])
    const seen: CaseRow[] = []
    for (const row of known.toSorted((a, b) => b.lastAt - a.lastAt)) {
      if (seen.length > MOST_OPENED) break
      const isOwn = row.caseId === state.caseId
      if (isOwn || (row.status !== 'erased' && !(await isHiddenRow(reader, row)))) seen.push(row)
    }
    const others = await Promise.all(
      seen.flatMap(({ caseId }) => (caseId === state.caseId ? [] : [factsOf(caseId)])),
    )
    const joined = joinCases([own, ...others.filter((one) => one !== undefined)])
    const rows = new Map(known.filter((row) => seen.includes(row)).map((row) => [row.caseId, row]))
    return {
      ties: tiesIn(joined, state.caseId, rows).toSorted(
        (a, b) => Number(a.held !== undefined) - Number(b.held !== undefined) || b.strength - a.strength,
      ),
      verdicts: Object.entries(state.verdicts).flatMap(([caseId, verdict]) => {
        const row = rows.get(caseId as CaseId)
        return row === undefined ? [] : [{ ...verdict, code: row.code }]
      }),
    }
  }

export type CommonTexts = readonly {
  readonly mine: readonly Segment[]
  readonly theirs: readonly Segment[]
}[]

/** Beside each other no more than somebody compares. */
const MOST_TEXTS = 3

export type ReadCase = {
  readonly state: CaseState
  readonly events: readonly { readonly event: CaseEvent }[]
}

const textOf = (events: ReadCase['events'], message: InboundId): string => {
  const found = events.find(({ event }) => event.type === 'message_received' && event.inbound === message)
  if (found?.event.type !== 'message_received') return ''
  const { body } = found.event.message
  return body.kind === 'text' ? body.text : body.kind === 'media' ? (body.caption ?? '') : ''
}

/** Texts that were copied into both cases, the most alike first, with the words that both have told apart. */
export const commonTexts = (
  { hasher }: Pick<CasePorts, 'hasher'>,
  one: ReadCase,
  other: ReadCase,
): CommonTexts => {
  const scriptsOf = ({ state, events }: ReadCase) =>
    caseFacts(
      hasher,
      state,
      events.map(({ event }) => event),
    ).scripts
  const theirs = scriptsOf(other)
  return scriptsOf(one)
    .flatMap((mine) =>
      theirs
        .filter((their) => !(mine.own && their.own))
        .map((their) => ({ mine, their, share: containment(mine.tokens, their.tokens) })),
    )
    .filter(({ share }) => share >= SAME_SCRIPT)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_TEXTS)
    .map(({ mine, their }) => {
      const [a, b] = [textOf(one.events, mine.inbound), textOf(other.events, their.inbound)]
      return { mine: markCommon(a, b), theirs: markCommon(b, a) }
    })
}
