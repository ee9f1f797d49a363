import type { AccessRules } from '../../model/access-rules.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { EvidenceState } from '../../model/exhibits.ts'
import type { Flow } from '../../model/flow.ts'
import type { CodePlace, ReadCode } from '../../model/reading-events.ts'
import type { CaseState } from '../../model/state.ts'
import type { EvidenceId } from '../../base/ids.ts'
import { after, minutes, seconds, type Instant } from '../../base/units.ts'
import type { JobKind } from '../../ports/store/jobs.ts'
import { mediaAllowed } from '../conversation/gates.ts'
import type { Say } from '../conversation/say.ts'
import { isDiscreet } from '../conversation/steps.ts'
import { writeToken } from '../conversation/token.ts'
import { askingNow } from './asking.ts'
import { isShut } from './lock.ts'
import { isHidden, keepsQuiet } from './quiet.ts'
import { botIsSilent } from './silent.ts'

/** Codes that one person is asked about at most: the others are confirmed by the team beside the picture. */
const MOST_ASKED = 3
/** Bubbles that were read worse than this, in per cent, are nothing to ask anybody about. */
const LEAST_READ = 60
/** Longest code that is shown in a question; longer ones are no code that somebody could compare. */
const LONGEST = 80

/** Sealed in a job of kind `receipt` that gives no receipt but asks about a code. */
export type CodesJob = { readonly do: 'codes' }
/** After the receipt of what just came. */
const SOON = seconds(10)
/** Who wrote longer ago than this is not asked out of the blue. */
const STILL_THERE = minutes(30)

export const codeAt = (state: CaseState, { evidence, place }: CodePlace): ReadCode | undefined =>
  state.evidence[evidence]?.read?.codes[place]

const isReadable = ({ read }: EvidenceState, { bubble }: ReadCode): boolean =>
  bubble === undefined || (read?.bubbles[bubble]?.confidence ?? 0) >= LEAST_READ

/**
 * Codes that may be asked about, the surest first: of the other side, read well, not told in words
 * and not asked about before, in this picture or another.
 */
const askable = (state: CaseState): readonly (CodePlace & { readonly code: ReadCode })[] => {
  const asked = (state.access.codesAsked ?? []).flatMap((one) => codeAt(state, one)?.identifier.normal ?? [])
  const known = new Set([...state.identifiers.map(({ normal }) => normal), ...asked])
  return (Object.entries(state.evidence) as [EvidenceId, EvidenceState][])
    .flatMap(([evidence, item]) =>
      (item.read?.codes ?? []).flatMap((code, place) => {
        const { owner, normal, raw, type } = code.identifier
        const isOpen = item.judged?.[place] === undefined && !known.has(normal)
        // Of a card no more is kept than could be asked about.
        const isAskable = owner === 'perpetrator' && type !== 'card' && raw.length <= LONGEST
        return isOpen && isAskable && isReadable(item, code) ? [{ evidence, place, code }] : []
      }),
    )
    .toSorted((a, b) => Number(b.code.sure) - Number(a.code.sure))
}

/** The next code to ask about; nothing for children, and after the third. */
const nextCode = (flow: Flow, state: CaseState): ReturnType<typeof askable>[number] | undefined => {
  if ((state.access.codesAsked ?? []).length >= MOST_ASKED) return undefined
  return mediaAllowed(flow, state.conversation) === 'open' ? askable(state)[0] : undefined
}

/**
 * Never in danger, over a member of the team, or where somebody may look on; and one question at a
 * time. `busy`: not now, maybe soon.
 */
const mayAsk = (
  { flow, access: rules }: { readonly flow: Flow; readonly access: AccessRules },
  state: CaseState,
  now: Instant,
): 'yes' | 'busy' | 'no' => {
  const { access, conversation, hands } = state
  const inDanger = conversation.urgent || conversation.called.danger || state.severity === 'P1'
  if (inDanger || botIsSilent(state) || isShut(state) || isHidden(state) || conversation.paused !== undefined)
    return 'no'
  if (hands.status !== 'bot' && hands.status !== 'waiting') return 'no'
  if (access.decoy || access.erasing || state.exited || state.blocked) return 'no'
  if (isDiscreet(flow, conversation) || now >= after(access.heardAt ?? state.openedAt, STILL_THERE))
    return 'no'
  const isBusy =
    conversation.open !== undefined ||
    state.owed !== undefined ||
    state.receipt.due ||
    askingNow(access, now) !== undefined
  return isBusy || keepsQuiet(flow, rules, state, now) ? 'busy' : 'yes'
}

type Asked = { readonly event: CaseEvent; readonly say: Say }

/** The question about the next code, after the answer to one or to none. */
const askCode = (flow: Flow, state: CaseState, more: boolean): Asked | undefined => {
  const next = nextCode(flow, state)
  if (next === undefined) return undefined
  const { evidence, place, code } = next
  const n = (state.access.codesAsked ?? []).length + 1
  const choice = (what: 'yes' | 'fix') => ({
    label: `access-read-${what}`,
    token: writeToken({ kind: 'access', choice: `read-${what}-${n}` }),
  })
  return {
    event: { type: 'access_asked', what: 'read-code', evidence, place },
    say: {
      key: more ? 'read-ask-more' : 'read-ask',
      args: { value: code.identifier.raw },
      choices: [
        choice('yes'),
        choice('fix'),
        {
          label: 'control-skip',
          token: writeToken({ kind: 'access', choice: `read-skip-${n}` }),
          control: true,
        },
      ],
    },
  }
}

/** The same, or why not, where nobody was asked before. */
export const beginCodes = (
  rules: { readonly flow: Flow; readonly access: AccessRules },
  state: CaseState,
  now: Instant,
): Asked | 'busy' | undefined => {
  if (nextCode(rules.flow, state) === undefined) return undefined
  const may = mayAsk(rules, state, now)
  if (may === 'busy') return 'busy'
  return may === 'yes' ? askCode(rules.flow, state, false) : undefined
}

/** The next one after an answer; `answered`: it was one, and is thanked for. Not where none may begin. */
export const nextAfter = (
  rules: { readonly flow: Flow; readonly access: AccessRules },
  state: CaseState,
  now: Instant,
  answered: boolean,
): Asked | undefined =>
  mayAsk(rules, state, now) === 'no' ? undefined : askCode(rules.flow, state, answered)

const begins = (event: CaseEvent): boolean =>
  event.type === 'case_submitted' || (event.type === 'evidence_examined' && event.read !== undefined)

/** After a picture was read, and once more where the report was sent: then no other question stands. */
export const codeJobs = (
  flow: Flow,
  state: CaseState,
  events: readonly CaseEvent[],
  now: Instant,
): readonly { readonly kind: JobKind; readonly dueAt: Instant; readonly payload: CodesJob }[] =>
  events.some(begins) && nextCode(flow, state) !== undefined
    ? [{ kind: 'receipt', dueAt: after(now, SOON), payload: { do: 'codes' } }]
    : []

/** Codes that were read in a picture and confirmed, by their normal form: what read each, and who confirmed it. */
export const confirmedCodes = (
  state: Pick<CaseState, 'evidence'>,
): ReadonlyMap<string, { readonly tool: string; readonly by: 'person' | 'team' }> =>
  new Map(
    Object.values(state.evidence).flatMap(({ examined = [], judged = {} }) => {
      const tool = examined.find(({ aspect }) => aspect === 'reading')?.tool ?? ''
      return Object.values(judged).flatMap(({ verdict, by, value }) =>
        verdict === 'confirmed' && value !== undefined
          ? [[value, { tool, by: by.kind === 'person' ? ('person' as const) : ('team' as const) }] as const]
          : [],
      )
    }),
  )
