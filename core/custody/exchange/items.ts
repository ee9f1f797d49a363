import { isFailure } from '../../base/failure.ts'
import type { CaseId } from '../../base/ids.ts'
import type { Instant } from '../../base/units.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { CaseState } from '../../model/state.ts'
import { mediaAllowed } from '../../policy/conversation/gates.ts'
import { factsOf } from '../../policy/triage/facts.ts'
import { burdensOf } from '../../policy/visibility/care.ts'
import type { CaseRow } from '../../ports/store/views.ts'
import { isErased, type Casebook } from '../../services/casebook/casebook.ts'
import type { CasePorts } from '../../services/casebook/ports.ts'
import { caseFacts, type CaseFacts } from '../../services/linkage/case-facts.ts'
import { joinCases } from '../../services/linkage/join.ts'
import { bare, isNameType, isPhoneType, type Identifier } from '../../text/identifiers/identifier.ts'
import { forbids } from '../bundle/forbids.ts'
import { otherSide, PARTY_ROLES, scopeFor, type Agreement, type ItemKind, type Side } from './agreement.ts'
import type { Gathered, OwnItem } from './parts.ts'

type GatherPorts = Pick<CasePorts, 'store' | 'flow' | 'clock' | 'hasher'>

const PAGE = 200
/** A file that more cases hold than this is one that many send around: it says nothing of anybody. */
const MOST_FILES = 5

const WALLETS: ReadonlySet<string> = new Set(['btc', 'eth', 'tron', 'iban'])

const kindOf = ({ type }: Pick<Identifier, 'type'>): ItemKind | undefined => {
  if (isPhoneType(type)) return 'numbers'
  if (isNameType(type) || type === 'handle' || type === 'email') return 'handles'
  return WALLETS.has(type) ? 'wallets' : undefined
}

/** What one identifier is, whatever service was named with it: what is somebody's own here is so there. */
const names = (one: Identifier): readonly string[] =>
  isPhoneType(one.type)
    ? [`phone:${one.normal}`]
    : [
        `${one.type}:${one.normal}`,
        ...(isNameType(one.type) || one.type === 'handle' ? [`handle:${bare(one)}`] : []),
      ]

/** What of a case counts here: no more, since all cases are looked at together. `child`: see `mayBeChild`. */
type Read = {
  readonly caseId: CaseId
  readonly at: Instant
  readonly identifiers: readonly Identifier[]
  /** Hashes of its pictures, each once. */
  readonly pictures: readonly string[]
  /** Hashes of files that no case gives: see `privateIn`. */
  readonly own: readonly string[]
  readonly child: boolean
  readonly scopes: readonly ReturnType<typeof scopeFor>[]
  readonly facts: CaseFacts
}

/** A person who is, or may be, under 18; who did not say how old they are may be. */
const mayBeChild = ({ flow, clock }: Pick<CasePorts, 'flow' | 'clock'>, state: CaseState): boolean => {
  const facts = factsOf(flow, state, clock.now())
  return (
    burdensOf(flow.roles, state).includes('minor') ||
    facts.has('minor') ||
    facts.has('soft-minor') ||
    mediaAllowed(flow, state.conversation) !== 'open'
  )
}

const pictureOf = (item: EvidenceState): string | undefined =>
  item.status === 'sealed' && (item.mime?.startsWith('image/') ?? item.kind === 'photo')
    ? item.sha256
    : undefined

/**
 * Files that are or may be the person's own: all in a case of a child, or where intimate pictures are what it is
 * about; else those of which only a fingerprint was given, and those that were asked about for platforms' lists.
 */
const privateIn = (flow: CasePorts['flow'], state: CaseState, child: boolean): readonly string[] => {
  const all = child || burdensOf(flow.roles, state).includes('intimate')
  return Object.values(state.evidence).flatMap((item) =>
    'sha256' in item && (all || item.status === 'fingerprint' || item.shareable !== undefined)
      ? [item.sha256]
      : [],
  )
}

const readOf = (
  ports: Pick<CasePorts, 'flow' | 'clock' | 'hasher'>,
  state: CaseState,
  events: readonly CaseEvent[],
): Read => {
  const child = mayBeChild(ports, state)
  return {
    caseId: state.caseId,
    at: state.lastAt,
    identifiers: state.identifiers,
    pictures: [...new Set(Object.values(state.evidence).flatMap((item) => pictureOf(item) ?? []))],
    own: privateIn(ports.flow, state, child),
    child,
    scopes: PARTY_ROLES.map(scopeFor).filter((scope) => forbids(state, scope) === undefined),
    facts: { ...caseFacts(ports.hasher, state, events), pictures: [], voices: [] },
  }
}

/**
 * What stands for nobody: the person's own in any case, what the team said is somebody else's in any case, and
 * what the links of cases hold back. Pictures and recordings are not weighed here, so a number that many cases
 * have is held back sooner than between our own cases, until somebody of the team says that it is the
 * blackmailer's.
 */
const withheld = (all: readonly Read[]): ReadonlySet<string> => {
  const isNobodys = ({ owner, role, judged }: Identifier): boolean =>
    owner === 'self' || role === 'helper' || (judged === true && owner === 'other')
  const out = new Set(all.flatMap(({ identifiers }) => identifiers.filter(isNobodys).flatMap(names)))
  const { held, things } = joinCases(all.map(({ facts }) => facts))
  const cases = new Map(all.map((one) => [one.caseId, one]))
  for (const id of held.keys())
    for (const [caseId, normal] of things.get(id)?.parts ?? [])
      for (const one of cases.get(caseId)?.identifiers ?? [])
        if (one.normal === normal) names(one).forEach((name) => out.add(name))
  return out
}

/** Numbers, accounts and wallets of the other side in one case, each as what marks are made of. */
const namedIn = (
  { identifiers }: Read,
  kinds: readonly ItemKind[],
  out: ReadonlySet<string>,
): readonly Omit<OwnItem, 'cases'>[] =>
  identifiers.flatMap((one) => {
    const kind = kindOf(one)
    if (kind === undefined || !kinds.includes(kind)) return []
    if (one.owner !== 'perpetrator' || one.unresolved === true || names(one).some((name) => out.has(name)))
      return []
    return one.keys.filter((key) => !out.has(key)).map((normal) => ({ kind, normal }))
  })

const picturesIn = ({ pictures }: Read, out: ReadonlySet<string>): readonly Omit<OwnItem, 'cases'>[] =>
  pictures.flatMap((normal) => (out.has(normal) ? [] : [{ kind: 'pictures' as const, normal }]))

/** Pictures that many cases hold, and what any case holds that no case gives, whichever other case has it too. */
const withheldFiles = (all: readonly Read[]): ReadonlySet<string> => {
  const counts = new Map<string, number>()
  for (const { pictures } of all) for (const hash of pictures) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const common = [...counts].flatMap(([hash, count]) => (count > MOST_FILES ? [hash] : []))
  return new Set([...common, ...all.flatMap(({ own }) => own)])
}

/** A case that does not open, or not any more, takes the others not with it. */
export const isClosed = (error: unknown): boolean =>
  isErased(error) || isFailure(error, 'seal_broken') || isFailure(error, 'keys_missing')

/** Everything that still opens, the newest first. */
const readAll = async (ports: GatherPorts, casebook: Casebook): Promise<readonly Read[]> => {
  const rows: CaseRow[] = []
  for (let cursor: string | undefined; ;) {
    const page = await ports.store.views.list(
      {},
      { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) },
    )
    rows.push(...page.rows.filter(({ status }) => status !== 'erased'))
    if (page.cursor === undefined) break
    cursor = page.cursor
  }
  const all: Read[] = []
  for (const { caseId } of new Map(rows.map((row) => [row.caseId, row])).values())
    try {
      const { state, opened } = await casebook.show(caseId)
      all.push(readOf(ports, state, opened.events.flat()))
    } catch (error) {
      if (!isClosed(error)) throw error
    } finally {
      casebook.forget(caseId)
    }
  return all.toSorted((a, b) => b.at - a.at)
}

/**
 * What of our cases may be compared under an agreement: of those whose people agreed in so many words that they
 * are shared with what the other party is, who did not ask to be erased, and who are adults, unless the agreement
 * takes children in (no picture that any of their cases holds ever goes). Of these only what is the other side's: see `withheld`. What
 * is withheld is decided over all cases, whoever agreed.
 */
export const makeGather =
  (ports: GatherPorts, casebook: Casebook) =>
  async (terms: Agreement, side: Side): Promise<Gathered> => {
    const scope = scopeFor(terms.parties[otherSide(side)].role)
    const all = await readAll(ports, casebook)
    const out = withheld(all)
    const files = withheldFiles(all)
    const items = new Map<
      string,
      { readonly kind: ItemKind; readonly normal: string; readonly cases: Set<CaseId> }
    >()
    for (const one of all) {
      if (!one.scopes.includes(scope) || (one.child && !terms.children)) continue
      const own = [
        ...namedIn(one, terms.kinds, out),
        ...(one.child || !terms.kinds.includes('pictures') ? [] : picturesIn(one, files)),
      ]
      for (const { kind, normal } of own) {
        const key = `${kind} ${normal}`
        const known = items.get(key) ?? { kind, normal, cases: new Set<CaseId>() }
        known.cases.add(one.caseId)
        items.set(key, known)
      }
    }
    const listed = [...items.values()].map((item): OwnItem => ({ ...item, cases: [...item.cases] }))
    return { items: listed.slice(0, terms.run), left: Math.max(0, listed.length - terms.run) }
  }
