import type { CaseCode, CaseId, InboundId } from '../../base/ids.ts'
import type { Language } from '../../base/language.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { Inbound } from '../../base/message.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Answer } from '../../model/answer.ts'
import type { CaseState } from '../../model/state.ts'
import type { Outcome } from '../../model/team-events.ts'
import { findStep } from '../../policy/conversation/steps.ts'
import { freshCode, isErased, type Casebook } from '../casebook/casebook.ts'
import { buildDecision } from '../casebook/decision-builder.ts'
import type { Decision } from '../casebook/decision.ts'
import { caseIdOf } from '../casebook/idempotency.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import { noteDanger, noteIdentifiers } from '../inbound/notice.ts'

/** A case as it was kept before Amin. */
export type OldCase = {
  readonly language: Language
  /** What happened, as somebody wrote it down; may be empty, as the note may. */
  readonly story: string
  readonly note: string
  /** Options of questions of the flow, by step. */
  readonly picked: Readonly<Record<string, readonly string[]>>
  /** Nothing where work on it goes on. */
  readonly outcome?: Outcome
  /** When it began: ages that follow from a year are those of then. */
  readonly year: number
}

/** How a case of that name stands here. */
export type Standing =
  | { readonly status: 'new' }
  | { readonly status: 'here'; readonly code: CaseCode }
  | { readonly status: 'erased' }

export type OldCases = {
  /** `ref`: what it is called where it was kept; the same name is the same case. */
  readonly find: (ref: string) => Promise<Standing>
  /**
   * Takes it, in the hands of `agent`, or closed, in one entry: nobody is called, nothing is sent,
   * and what is here already stays as it is.
   */
  readonly take: (
    ref: string,
    old: OldCase,
    agent: DeskAgent,
  ) => Promise<{ readonly status: 'taken' | 'here'; readonly code: CaseCode }>
}

/**
 * The words as a message that a member of the team typed: numbers and accounts in it are found by
 * other cases, and danger is heard (law 9). "Tonight" was the night of then, so no time is counted.
 */
const storyOf = (
  ports: CasePorts,
  state: CaseState,
  story: string,
): { readonly inbound: InboundId; readonly item: Inbound } => ({
  inbound: ports.random.id() as InboundId,
  item: {
    v: 1,
    channel: 'webchat',
    account: 'import',
    chat: state.caseId,
    message: '1.0',
    edit: 0,
    sentAt: ports.clock.now(),
    from: {},
    body: { kind: 'text', text: untrusted(story) },
  },
})

const answersOf = (
  { flow }: Pick<CasePorts, 'flow'>,
  { story, picked }: OldCase,
): readonly (readonly [string, Answer])[] => [
  ...(story === '' ? [] : [[flow.story.step, { kind: 'text', text: untrusted(story) }] as const]),
  ...Object.entries(picked).map(([step, options]): readonly [string, Answer] => {
    const [option = ''] = options
    return [
      step,
      findStep(flow, step)?.kind === 'choices' ? { kind: 'choices', options } : { kind: 'choice', option },
    ]
  }),
]

const decideTake = (
  ports: CasePorts,
  fresh: CaseState,
  { code, old, agent }: { readonly code: CaseCode; readonly old: OldCase; readonly agent: DeskAgent },
): Decision => {
  const out = buildDecision(fresh, ports.clock.now())
  out.emit({ type: 'case_opened', code, channel: 'webchat', language: old.language, elsewhere: true })
  if (old.story !== '') {
    const message = storyOf(ports, out.state, old.story)
    out.emit({
      type: 'message_received',
      inbound: message.inbound,
      message: message.item,
      by: agent.id,
    })
    noteDanger(out, { ...message, isWhole: true }, ports.crisis.read(old.story, old.year))
    noteIdentifiers(ports, out, message)
  }
  out.emit(
    ...answersOf(ports, old).map(([step, answer]) => ({ type: 'answer_given' as const, step, answer })),
    ...(old.note === ''
      ? []
      : [{ type: 'note_added', agent: agent.id, alias: agent.alias, text: old.note } as const]),
    { type: 'case_claimed', agent: agent.id, alias: agent.alias },
    ...(old.outcome === undefined
      ? []
      : [{ type: 'case_closed', agent: agent.id, outcome: old.outcome } as const]),
  )
  return out.build({ actor: `agent:${agent.id}` })
}

export const makeOldCases = (ports: CasePorts, casebook: Casebook): OldCases => {
  const idOf = (ref: string): CaseId => caseIdOf(ports.hasher, `import:${ref}`)
  return {
    find: async (ref) => {
      try {
        const state = await casebook.load(idOf(ref))
        return state.seq === 0 ? { status: 'new' } : { status: 'here', code: state.code }
      } catch (error) {
        if (isErased(error)) return { status: 'erased' }
        throw error
      }
    },
    take: async (ref, old, agent) => {
      const code = await freshCode(ports)
      const { status, state } = await casebook.append(idOf(ref), (fresh) =>
        fresh.seq > 0
          ? undefined
          : withOpinions(ports, (crisis) => decideTake({ ...ports, crisis }, fresh, { code, old, agent })),
      )
      return { status: status === 'done' ? 'taken' : 'here', code: state.code }
    },
  }
}
