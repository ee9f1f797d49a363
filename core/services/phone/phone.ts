import { isGuessable } from '../../policy/access/guessable.ts'
import { isReserved } from '../../policy/access/reserved.ts'
import { isSecret, names, secretOf } from '../../policy/access/secret.ts'
import { freshCode, isErased, type Casebook } from '../casebook/casebook.ts'
import type { Decision } from '../casebook/decision.ts'
import { caseIdOf } from '../casebook/idempotency.ts'
import type { DeskOutcome } from '../../model/outcome.ts'
import type { DeskAgent } from '../../base/member.ts'
import type { CasePorts } from '../casebook/ports.ts'
import { withOpinions } from '../casebook/second-opinion.ts'
import { stateOfRow } from '../agents/queue.ts'
import type { CaseState } from '../../model/state.ts'
import type { CaseEvent } from '../../model/events.ts'
import type { CaseCode, CaseId, InboundId } from '../../base/ids.ts'
import { untrusted } from '../../base/untrusted.ts'
import type { Language } from '../../base/language.ts'
import { textsOf } from '../../model/search-words.ts'
import { answerOnPhone, beginOnPhone, type PhoneAnswer } from './answer.ts'
import { showCall, type Call } from './question.ts'

/** Open calls of one agent that are looked through. */
const MOST_CALLS = 50

type Act = (
  code: CaseCode,
  agent: DeskAgent,
  decide: (state: CaseState) => Decision | DeskOutcome | Promise<Decision | DeskOutcome>,
) => Promise<DeskOutcome>

export type PhoneOutcome =
  | { readonly status: 'call'; readonly call: Call }
  | Exclude<DeskOutcome, { status: 'done' }>
  | { readonly status: 'unclear' }

/**
 * The intake as an agent does it for somebody who called: the same questions and rules, asked by a
 * person.
 */
export type PhoneDesk = {
  /**
   * Opens a case that is the agent's at once, with the first question; asked again under the same
   * `key` it is the case that there is; `reused`: which was opened with other words.
   */
  readonly open: (
    agent: DeskAgent,
    language: Language,
    story: string,
    note: string,
    key?: string,
  ) => Promise<{
    readonly code: CaseCode
    readonly version: number
    readonly seq: number
    readonly reused?: true
  }>
  /** Where a call stands. `language`: the agent's own. */
  readonly read: (code: CaseCode, agent: DeskAgent, language: Language) => Promise<PhoneOutcome>
  /** `unclear`: nothing could be read out of the words, and nothing was kept. */
  readonly answer: (
    code: CaseCode,
    agent: DeskAgent,
    given: {
      readonly step: string
      readonly answer: PhoneAnswer
      readonly expectedVersion: number
      readonly language: Language
    },
  ) => Promise<PhoneOutcome>
  /**
   * Keeps the seal of a PIN that the caller chose. `unfit`: it has no shape of one, or says
   * something already.
   */
  readonly keepPin: (
    code: CaseCode,
    agent: DeskAgent,
    pin: string,
  ) => Promise<DeskOutcome | { readonly status: 'unfit' }>
  /** The agent's calls that did not come to their end, newest first. */
  readonly unfinished: (
    agent: DeskAgent,
  ) => Promise<readonly { readonly code: CaseCode; readonly openedAt: number; readonly step?: string }[]>
}

export const makePhone = (
  ports: CasePorts,
  casebook: Casebook,
  desk: {
    readonly act: Act
    readonly seen: (code: CaseCode, agent: DeskAgent) => Promise<CaseState | undefined>
  },
): PhoneDesk => {
  const by = (agent: DeskAgent): Decision['actor'] => `agent:${agent.id}`

  /** Why this agent asks nothing in this case. A case with a chat is asked there. */
  const refused = (
    state: CaseState,
    agent: DeskAgent,
  ): Exclude<DeskOutcome, { status: 'done' }> | undefined => {
    if (state.hands.status !== 'agent' || state.hands.agent !== agent.id) return { status: 'not_yours' }
    return state.address === undefined ? undefined : { status: 'refused', why: 'already' }
  }

  const read: PhoneDesk['read'] = async (code, agent, language) => {
    const state = await desk.seen(code, agent)
    if (state === undefined) return { status: 'unknown' }
    return refused(state, agent) ?? { status: 'call', call: showCall(ports, state, language, []) }
  }

  const wasSaid = async (caseId: CaseId, secret: string): Promise<boolean> =>
    (await casebook.read(caseId)).events
      .flat()
      .some((event) => textsOf(event).some((text) => names(text, secret)))

  /** Whether the case that was opened under a key began with the same words. */
  const wasOpenedWith = async (caseId: CaseId, given: readonly CaseEvent[]): Promise<boolean> => {
    const began = (await casebook.recall(caseId)).events[0] ?? []
    return wordsOf(began) === wordsOf(given)
  }
  const wordsOf = (events: readonly CaseEvent[]): string => {
    const language = events.flatMap((event) => (event.type === 'case_opened' ? [event.language] : []))
    const notes = events.flatMap((event) => (event.type === 'note_added' ? [event.text] : []))
    const story = events.flatMap((event) =>
      event.type === 'answer_given' && event.step === ports.flow.story.step && event.answer.kind === 'text'
        ? [event.answer.text]
        : [],
    )
    return JSON.stringify([language, story, notes])
  }

  return {
    open: async (agent, language, story, note, key) => {
      const caseId = key === undefined ? (ports.random.id() as CaseId) : caseIdOf(ports.hasher, key)
      const code = await freshCode(ports)
      const opened: CaseEvent[] = [
        { type: 'case_opened', code, channel: 'webchat', language },
        ...(story === ''
          ? []
          : [
              {
                type: 'answer_given',
                step: ports.flow.story.step,
                answer: { kind: 'text', text: untrusted(story) },
              } as const,
            ]),
        ...(note === ''
          ? []
          : [{ type: 'note_added', agent: agent.id, alias: agent.alias, text: note } as const]),
        { type: 'case_claimed', agent: agent.id, alias: agent.alias },
      ]
      const { status, state } = await casebook.append(caseId, (fresh) =>
        fresh.seq > 0 ? undefined : { actor: by(agent), ...beginOnPhone(ports, fresh, opened) },
      )
      const done = { code: state.code, version: state.version, seq: state.seq }
      return status === 'done' || (await wasOpenedWith(caseId, opened)) ? done : { ...done, reused: true }
    },

    read,

    answer: async (code, agent, { step, answer, expectedVersion, language }) => {
      let echo: readonly string[] = []
      let unclear = false
      const inbound = ports.random.id() as InboundId
      const outcome = await desk.act(code, agent, async (state) => {
        const why = refused(state, agent)
        if (why !== undefined) return why
        if (state.version !== expectedVersion || state.conversation.open?.step !== step)
          return { status: 'moved', version: state.version }
        const decided = await withOpinions(ports, (crisis) =>
          answerOnPhone({ ...ports, crisis }, state, { agent, answer, inbound }),
        )
        unclear = decided === undefined
        if (decided === undefined) return { status: 'moved', version: state.version }
        echo = decided.echo
        return decided.decision
      })
      if (unclear) return { status: 'unclear' }
      if (outcome.status !== 'done') return outcome
      const state = await desk.seen(code, agent)
      return state === undefined
        ? { status: 'unknown' }
        : { status: 'call', call: showCall(ports, state, language, echo) }
    },

    keepPin: async (code, agent, pin) => {
      const state = await desk.seen(code, agent)
      if (state === undefined) return { status: 'unknown' }
      const secret = secretOf(pin)
      const unfit =
        !isSecret(secret) ||
        isReserved(ports, secret) ||
        secret === secretOf(state.code) ||
        isGuessable(secret, [state.code])
      if (unfit || (await wasSaid(state.caseId, secret))) return { status: 'unfit' }
      const salt = state.access.salt ?? ports.random.id()
      const hash = await ports.pins.hash(secret, salt)
      return desk.act(code, agent, (now) => {
        const why = refused(now, agent)
        if (why !== undefined) return why
        // What somebody chose is theirs: nobody puts another in its place.
        if (now.access.secrets.pin !== undefined || (now.access.salt ?? salt) !== salt)
          return { status: 'refused', why: 'already' }
        return { actor: by(agent), events: [{ type: 'secret_kept', which: 'pin', salt, hash }] }
      })
    },

    unfinished: async (agent) => {
      const { rows } = await ports.store.views.list(
        { assignee: agent.id, status: ['agent'] },
        { limit: MOST_CALLS },
      )
      const calls = await Promise.all(
        rows
          // Rows of before calls had a name of their own say that they came by the web chat.
          .filter(({ channel }) => channel === 'phone' || channel === 'webchat')
          .map(async (row) => {
            try {
              const state = await stateOfRow(casebook, row)
              if (typeof state !== 'object' || state.address !== undefined || state.conversation.submitted)
                return []
              if (state.elsewhere === true) return []
              const step = state.conversation.open?.step
              return [{ code: row.code, openedAt: row.openedAt, ...(step === undefined ? {} : { step }) }]
            } catch (error) {
              if (isErased(error)) return []
              throw error
            }
          }),
      )
      return calls.flat().sort((a, b) => b.openedAt - a.openedAt)
    },
  }
}
