import { isoOf } from '../../base/calendar.ts'
import type { CaseCode, CaseId } from '../../base/ids.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { readHeader } from '../../model/entry.ts'
import type { NetworkEvent } from '../../model/network-events.ts'
import type { NetworkState } from '../../model/network.ts'
import type { BundleFile } from '../../ports/bundles.ts'
import type { Entry } from '../../ports/store/ledger.ts'
import type { Proofs } from '../proof.ts'
import { bagOf, custodyParts, makePart, type BagPorts } from './bag.ts'
import { judgementsAmong, METHODS, type DossierLink, type Judgement, type Named } from './dossier-links.ts'
import type { Statement } from './facts.ts'
import { writeHashes, writeJson } from './index-files.ts'
import { LINKING, type LinkRun } from './linking.ts'
import { words } from './set-apart.ts'
import { writeDossierReadme, writeLimits } from './tags.ts'

/** A network as a dossier shows it. `unnamed`: its cases whose people did not agree to be handed on. */
export type DossierInput = {
  readonly code: string
  readonly state: NetworkState
  readonly entries: readonly Entry[]
  readonly events: readonly (readonly NetworkEvent[])[]
  readonly scope: BundleScope
  readonly named: readonly Named[]
  readonly unnamed: number
  /** How its links were found; the last entry commits to it. */
  readonly run: Pick<LinkRun, 'links' | 'text'>
}

type Codes = ReadonlyMap<CaseId, CaseCode>

const codesIn = (input: DossierInput): Codes =>
  new Map(input.named.map(({ code, state }) => [state.caseId, code]))

/**
 * Whether the team's own words may leave, why it decided something and who said so: they may name anybody, so
 * only where everybody who was ever in the network may be named, and to whom reasons of cases go as well.
 */
const tellsWhy = ({ state, scope }: DossierInput, codes: Codes): boolean =>
  scope === 'share-investigators' &&
  [...state.members, ...state.removed, ...state.alarms.map((one) => one.case)].every((one) => codes.has(one))

const withoutWords = <T extends object>(said: T): Omit<T, 'reason' | 'source'> => {
  const { reason: _reason, source: _source, ...rest }: T & { reason?: unknown; source?: unknown } = said
  return rest
}

/** With codes in the place of ids; nothing of one that is about a case that is not named. */
const shownEvent = (event: NetworkEvent, codes: Codes, why: boolean): Record<string, unknown> | undefined => {
  const all = 'cases' in event ? event.cases : 'case' in event ? [event.case] : []
  const known = all.flatMap((one) => codes.get(one) ?? [])
  if (known.length < all.length && !('cases' in event && known.length > 0)) return undefined
  const to = 'to' in event ? codes.get(event.to) : undefined
  if ('to' in event && to === undefined) return undefined
  return {
    ...(why ? event : withoutWords(event)),
    ...('cases' in event ? { cases: known } : {}),
    ...('case' in event ? { case: known[0] } : {}),
    ...(to === undefined ? {} : { to }),
  }
}

type Step = {
  readonly seq: number
  readonly at: string
  readonly by: string
  readonly events: readonly unknown[]
}

/** Entries of which all can be shown; who looked stands in the chain and is nobody's business outside. */
const stepsOf = (ports: Pick<BagPorts, 'hasher'>, input: DossierInput): readonly Step[] => {
  const codes = codesIn(input)
  const why = tellsWhy(input, codes)
  return input.entries.flatMap(({ seq, header: text }, i): readonly Step[] => {
    const header = readHeader(ports.hasher, text)
    const events = input.events[i] ?? []
    const shown = events.flatMap((event) =>
      event.type === 'network_viewed' ? [] : (shownEvent(event, codes, why) ?? []),
    )
    return header === undefined || shown.length === 0 || shown.length < events.length
      ? []
      : [{ seq, at: isoOf(header.at), by: header.actor, events: shown }]
  })
}

const linkJson = (link: DossierLink) => ({ ...link, ...METHODS[link.kind] })

const judgementJson = ({ at, reason, ...judgement }: Judgement, why: boolean) => ({
  ...judgement,
  at: isoOf(at),
  ...(why ? { reason } : {}),
})

const factsOf = (input: DossierInput, steps: readonly Step[], software: string) => {
  const { code, state, named, unnamed, scope, run } = input
  const why = tellsWhy(input, codesIn(input))
  return {
    v: 1,
    network: code,
    id: state.networkId,
    scope,
    software,
    standing: state.standing,
    given: state.given === undefined ? null : { ...state.given, at: isoOf(state.given.at) },
    dismantled:
      state.dismantled === undefined
        ? null
        : { ...(why ? state.dismantled : withoutWords(state.dismantled)), at: isoOf(state.dismantled.at) },
    cases: named.map((one) => ({ code: one.code, openedAt: isoOf(one.state.openedAt) })),
    unnamed,
    linking: { path: LINKING, seq: state.seq },
    links: run.links.map(linkJson),
    judgements: judgementsAmong(named).map((one) => judgementJson(one, why)),
    decisions: steps,
  }
}

/** What the team wrote, among our own signs. */
const aloud = (_: string, value: unknown): unknown =>
  typeof value === 'string' && /[^\x20-\x7e]/.test(value) ? words(value) : value

/** The same in words, as far as they are ours in all languages; what was found stands as it is. */
const writeText = (ports: BagPorts, facts: ReturnType<typeof factsOf>, proofs: Proofs): string => {
  const links = facts.links.flatMap(({ cases, kind, method, threshold, shared }) => [
    `${cases.join(' - ')}: ${kind}`,
    `    ${method}; ${threshold}`,
    ...shared.map(({ type, value, items = [] }) =>
      [
        '   ',
        ...(value === undefined ? [] : [`${type ?? ''}: ${words(value)}`]),
        ...items.map(
          (item) => `${item.case} ${item.id}${item.sha256 === undefined ? '' : ` ${item.sha256}`}`,
        ),
      ].join(' '),
    ),
    ...facts.judgements
      .filter((one) => one.cases.join() === cases.toSorted().join())
      .map(
        ({ verdict, by, at, reason }) =>
          `    ${verdict}, ${by}, ${at}${reason === undefined ? '' : `: ${words(reason)}`}`,
      ),
  ])
  const [origin = '', size = '', root = ''] = proofs.checkpointText.split('\n')
  return [
    `${facts.network}: ${facts.standing} (${facts.software})`,
    '',
    ...facts.cases.map(({ code, openedAt }) => `${code}  ${openedAt}`),
    `+ ${facts.unnamed}`,
    '',
    ...links,
    '',
    ...facts.decisions.map(
      ({ seq, at, by, events }) => `${seq}  ${at}  ${by}  ${JSON.stringify(events, aloud)}`,
    ),
    '',
    `${origin} ${size} ${root}`,
    '',
    writeLimits(ports.texts),
    '',
  ].join('\n')
}

/** Every file of a dossier below its root: a bundle whose chain is that of the network. */
export const dossierFiles = async (
  ports: BagPorts,
  input: DossierInput,
  proofs: Proofs,
  statement: Pick<Statement, 'organisation' | 'software'>,
): Promise<readonly BundleFile[]> => {
  const { hasher } = ports
  const { code, entries } = input
  const steps = stepsOf(ports, input)
  const facts = factsOf(input, steps, statement.software)
  const last = entries.at(-1)
  const custody = { entries: entries.length, hash: last?.hash ?? '' }
  const opened = steps.map(({ seq, events }) => `${JSON.stringify({ seq, events })}\n`).join('')
  const organisation = statement.organisation?.name.en
  const payload = [
    makePart(hasher, 'data/dossier.json', writeJson(facts)),
    makePart(hasher, LINKING, input.run.text),
    makePart(hasher, 'data/dossier.txt', writeText(ports, facts, proofs)),
    makePart(hasher, 'data/case.json', writeJson({ v: 1, code, custody })),
    makePart(hasher, 'data/index.json', writeJson({ v: 1, case: code, items: [], leftOut: [], sent: [] })),
    makePart(hasher, 'data/hashes.csv', writeHashes({ items: [] })),
    ...custodyParts(hasher, { entries, opened }, proofs),
  ]
  const at = last === undefined ? undefined : readHeader(hasher, last.header)?.at
  return bagOf(ports, payload, proofs, {
    code,
    preparedAt: at ?? input.state.changedAt,
    software: statement.software,
    ...(organisation === undefined ? {} : { organisation }),
    readme: writeDossierReadme(ports.texts, code),
  })
}
