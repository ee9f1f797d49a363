import { scopeKey } from '../../model/access-rules.ts'
import { consentList } from '../../services/casebook/dossier.ts'
import type { CaseState } from '../../model/state.ts'
import { transcribe, type Placed } from '../../model/transcript.ts'
import { teamKey } from '../../model/keys.ts'
import type { Flow } from '../../model/flow.ts'
import { labelOf, valueOf } from '../../text/identifiers/label.ts'
import { confirmedCodes } from '../../policy/access/read-codes.ts'
import type { Phrases } from '../../ports/phrases.ts'
import type { Bytes } from '../../base/units.ts'
import type { Hide } from './cover.ts'
import type { Item, Items, LeftOut } from './items.ts'
import { messagesOf } from './messages.ts'
import { reportOrigin } from './origins.ts'
import { shownName } from './name.ts'
import type {
  InLanguages,
  ReportChannel,
  ReportIdentifier,
  ReportInput,
  ReportItem,
  ReportLeftOut,
} from './report-input.ts'
import type { BundleScope } from '../../model/bundle-scope.ts'
import { answersOf } from './answers.ts'
import { aliasesIn, stepsOf, timelineOf, type Link } from './steps.ts'
import { stampOf, ZONE } from './time.ts'
import { inLanguages, languagesFor } from './words.ts'

/** A case as it stood when the bundle was prepared: the last entry is the one that prepared it. */
export type Prepared = {
  readonly scope: BundleScope
  readonly state: CaseState
  readonly events: readonly Placed[]
  readonly links: readonly [Link, ...Link[]]
  readonly items: Items
  readonly hide: Hide
}

/** What the operator and the program state of themselves. */
export type Statement = {
  readonly organisation?: { readonly name: InLanguages; readonly kind: string }
  /** Teams under the operator's own names. */
  readonly teams?: Readonly<Record<string, InLanguages>>
  /** Name and version of this program. */
  readonly software: string
}

type Ports = { readonly phrases: Phrases; readonly flow: Flow }

const itemOf = (
  { phrases }: Ports,
  item: Item,
  scope: BundleScope,
  previews: ReadonlyMap<string, Uint8Array>,
): ReportItem => {
  const { announced, sealed } = item
  const blurred = item.derived.find(({ what }) => what === 'preview')
  const bytes = previews.get(item.id)
  return {
    id: item.id,
    kind: announced.kind,
    capture: announced.capture,
    path: item.path,
    // Names of files tell whose they are; what was read out of them, where and with what they were made.
    ...(announced.fileName === undefined || scope === 'share-ngo'
      ? {}
      : { originalName: shownName(announced.fileName) }),
    ...(announced.declaredMime === undefined ? {} : { declaredMime: shownName(announced.declaredMime) }),
    ...(sealed.mime === undefined ? {} : { mime: sealed.mime }),
    size: sealed.size,
    sha256: sealed.sha256,
    ...(item.md5 === undefined ? {} : { md5: item.md5 }),
    ...(sealed.pdq === undefined ? {} : { pdq: sealed.pdq }),
    forwarded: announced.forwarded,
    ...reportOrigin(phrases, item.message, scope),
    sentAt: stampOf(phrases, announced.sentAt),
    announcedAt: stampOf(phrases, item.announcedAt),
    receivedAt: stampOf(phrases, sealed.receivedAt),
    examinations: scope === 'share-ngo' ? [] : (sealed.examined ?? []),
    ...(item.cleaned === undefined ? {} : { cleaned: item.cleaned }),
    ...(blurred === undefined || bytes === undefined
      ? {}
      : { preview: { bytes, mime: 'image/webp', width: blurred.width, height: blurred.height } }),
  }
}

const leftOutOf = ({ phrases }: Ports, { id, kind, why, at, sha256 }: LeftOut): ReportLeftOut => ({
  ...(id === undefined ? {} : { id }),
  ...(kind === undefined ? {} : { kind }),
  why,
  at: stampOf(phrases, at),
  ...(sha256 === undefined ? {} : { sha256 }),
})

const consentsOf = ({ phrases, flow }: Ports, { state, events }: Prepared): ReportInput['consents'] =>
  consentList(flow, state, events).map(({ scope, given, at }) => {
    const said = events.findLast(
      ({ event }) =>
        (event.type === 'consent_given' || event.type === 'consent_withdrawn') && event.scope === scope,
    )?.event
    return {
      scope,
      label: inLanguages(phrases, scopeKey(scope)),
      given,
      ...(at === undefined ? {} : { at: stampOf(phrases, at) }),
      ...(said !== undefined && 'version' in said ? { version: said.version } : {}),
    }
  })

const severityOf = ({ phrases }: Ports, { state, events, scope }: Prepared): ReportInput['severity'] => {
  const last = events.findLast(
    ({ event }) => event.type === 'severity_judged' || event.type === 'severity_set',
  )?.event
  const byAgent = last?.type === 'severity_set' ? last : undefined
  return {
    now: state.severity,
    reasons: state.reasons.map((reason) => inLanguages(phrases, reason)),
    setBy: byAgent === undefined ? 'rules' : 'agent',
    ...(byAgent === undefined || scope !== 'share-investigators' || byAgent.why === ''
      ? {}
      : { why: byAgent.why }),
  }
}

/** Everything that read or made something of an item, each once. */
const toolsOf = ({ items }: Items): readonly string[] =>
  [
    ...new Set(
      items.flatMap(({ sealed, derived }) => [
        ...(sealed.examined ?? []).map(({ tool }) => tool),
        ...derived.map(({ tool }) => tool),
      ]),
    ),
  ].toSorted()

const teamOf = ({ phrases }: Ports, { teams = {} }: Statement, team: string): InLanguages =>
  teams[team] ?? inLanguages(phrases, teamKey(team), team)

/**
 * A case begins with its chat. Where an agent took it down, or it was kept somewhere else before,
 * there was none: the channel of such a case is only the one by which the person may come back.
 */
const cameBy = ({ links, state }: Prepared): ReportChannel => {
  if (links[0].events.some(({ type }) => type === 'chat_attached')) return state.channel
  return state.elsewhere === true ? 'import' : 'phone'
}

const readIn = (read: ReportIdentifier['read']): Pick<ReportIdentifier, 'read'> =>
  read === undefined ? {} : { read }

/**
 * All that the report and the files beside it tell of a case, as its scope covers it. `previews`:
 * bytes of blurred previews by item id. `operator`: who prepared it, as the entry says.
 */
export const gather = (
  ports: Ports,
  prepared: Prepared,
  statement: Statement,
  checkpoint: ReportInput['checkpoint'],
  previews: ReadonlyMap<string, Uint8Array>,
): ReportInput => {
  const { phrases } = ports
  const { scope, state, events, links, items, hide } = prepared
  const aliases = aliasesIn(events)
  const last = links.at(-1) ?? links[0]
  const answers = answersOf(phrases, { events, scope, items }, aliases)
  const channel = cameBy(prepared)
  const closed = state.hands.status === 'closed' ? state.hands : undefined
  const prepares = last.events.find((event) => event.type === 'export_prepared')
  const by = prepares?.type === 'export_prepared' ? prepares.by : ''
  const confirmed = confirmedCodes(state)
  const identifiers = state.identifiers.filter(({ owner }) => scope !== 'share-ngo' || owner !== 'self')
  const shown = {
    narrative: answers.flatMap(({ question, answer, at }) =>
      answer.kind === 'words' ? [{ question, text: answer.text, at }] : [],
    ),
    answers,
    timeline: timelineOf(phrases, events, items.idOf, channel),
    identifiers: identifiers.map((one) => ({
      type: labelOf(one),
      value: valueOf(one),
      raw: one.raw,
      owner: one.withdrawn === true ? ('withdrawn' as const) : one.owner,
      ...(one.attested === true ? { attested: true as const } : {}),
      ...readIn(confirmed.get(one.normal)),
    })),
    severity: severityOf(ports, prepared),
    messages: messagesOf(phrases, transcribe(events), items, scope),
    leftOut: items.leftOut.map((one) => leftOutOf(ports, one)),
    custody: {
      entries: last.header.seq,
      hash: last.hash,
      steps: stepsOf(phrases, links, items.idOf, aliases, scope),
    },
  }
  return {
    v: 1,
    languages: languagesFor(state.language),
    zone: ZONE,
    header: {
      code: state.code,
      scope,
      preparedAt: stampOf(phrases, last.header.at),
      openedAt: stampOf(phrases, state.openedAt),
      lastAt: stampOf(phrases, state.lastAt),
      channel,
      language: state.language,
      state: closed === undefined ? 'open' : 'closed',
      ...(closed === undefined ? {} : { outcome: closed.outcome }),
      team: teamOf(ports, statement, state.team),
    },
    ...(statement.organisation === undefined ? {} : { organisation: statement.organisation }),
    ...hide(shown),
    links: state.links.length,
    evidence: items.items.map((item) => itemOf(ports, item, scope, previews)),
    consents: consentsOf(ports, prepared),
    checkpoint,
    certificate: {
      tools: toolsOf(items),
      software: statement.software,
      hashes: ['sha256', 'md5', 'pdq'],
      timeSource: 'system-clock',
      operator: aliases.get(by) ?? by,
    },
  }
}

/**
 * Largest picture that the report carries: previews are some 20 KB, and one of the operator's own
 * making must not fill it.
 */
export const MAX_PREVIEW = 262_144 as Bytes
