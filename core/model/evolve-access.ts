import { isSilentMark } from './marks.ts'
import type { CaseEvent } from './events.ts'
import { jobId, type CaseId } from '../base/ids.ts'
import { isSameChat } from './address.ts'
import type { ChatAddress } from '../base/message.ts'
import type { Instant } from '../base/units.ts'
import type { AccessState, Asked, Held } from './access.ts'

const KEPT_HIDDEN = 20
const KEPT_HOMES = 8
/** Most that waits for the person; of more the oldest stays in the transcript alone. */
const KEPT_HELD = 50

const without = <K extends keyof AccessState>(state: AccessState, key: K): Omit<AccessState, K> => {
  const copy = { ...state }
  delete copy[key]
  return copy
}

const hide = (state: AccessState, message: string): AccessState =>
  state.hidden.includes(message)
    ? state
    : { ...state, hidden: [...state.hidden, message].slice(-KEPT_HIDDEN) }

const hold = (state: AccessState, line: Held): AccessState => ({
  ...state,
  held: [...state.held, line].slice(-KEPT_HELD),
})

const named = (state: AccessState, agent: string, alias: string): AccessState => ({
  ...state,
  touched: true,
  aliases: { ...state.aliases, [agent]: alias },
})

/** Who comes after the first of the team changes nothing. */
const taken = (state: AccessState, at: Instant): AccessState => ({ ...state, takenAt: state.takenAt ?? at })

const looked = (state: AccessState, agent: string): AccessState => {
  const alias = state.aliases[agent] ?? ''
  return { ...state, touched: true, looks: { ...state.looks, [alias]: (state.looks[alias] ?? 0) + 1 } }
}

/** What the person was told of their way back, and of tries at it. */
const said = (state: AccessState, key: string): AccessState => {
  if (key === 'case-code') return { ...state, codeGiven: true, offered: true }
  if (key === 'way-back') return { ...state, offered: true }
  if (key === 'way-back-again') return { ...state, offered: true, offeredAgain: true }
  return key === 'return-tried' ? { ...state, tries: 0, triesTold: true } : state
}

const codeAsked = (
  state: AccessState,
  { what, evidence, place }: Extract<CaseEvent, { type: 'access_asked' }>,
): AccessState =>
  what !== 'read-code' || evidence === undefined || place === undefined
    ? state
    : { ...state, codesAsked: [...(state.codesAsked ?? []), { evidence, place }] }

type Spot = {
  readonly seq: number
  readonly at: Instant
  readonly caseId: CaseId
  readonly address: ChatAddress | undefined
}

/** One timer for all that waits at a time, and a new one where the times were changed. */
const withOpening = (before: AccessState, next: AccessState, seq: number): AccessState => {
  if (next.safeTimes === undefined || next.held.length === 0)
    return next.opening === undefined ? next : without(next, 'opening')
  return next.opening === undefined || next.safeTimes !== before.safeTimes ? { ...next, opening: seq } : next
}

/** What a plain yes or no answers: as soon as somebody asks something else, that is what it answers. */
const BY_YES: ReadonlySet<Asked> = new Set<Asked>(['erase', 'check-in', 'share-investigators', 'share-ngo'])

const overtaken = (state: AccessState): AccessState =>
  state.asking !== undefined && BY_YES.has(state.asking.what) ? without(state, 'asking') : state

/** Total, like every fold of a ledger. */
export const evolveAccess = (state: AccessState, event: CaseEvent, place: Spot): AccessState =>
  withOpening(state, evolveOne(state, event, place), place.seq)

const evolveOne = (state: AccessState, event: CaseEvent, place: Spot): AccessState => {
  switch (event.type) {
    case 'chat_attached': {
      const homes = [...state.homes.filter((home) => !isSameChat(home, event.address)), event.address].slice(
        -KEPT_HOMES,
      )
      return place.address === undefined ? { ...state, homes } : { ...state, homes, former: place.address }
    }
    case 'return_refused':
      return { ...state, tries: state.tries + 1 }
    case 'message_received': {
      if (isSilentMark(event.message)) return state
      const heard = { ...state, heardAt: place.at, pinged: false, triesTold: false }
      return event.redacted === true ? hide(heard, event.message.message) : heard
    }
    case 'message_edited':
      return event.redacted === true ? hide(state, event.message.message) : state
    case 'question_asked':
    case 'phone_said':
      return overtaken(state)
    case 'access_asked': {
      if (event.waits === true) return without(state, 'asking')
      const misses = state.asking?.what === event.what ? state.asking.misses + 1 : 0
      const about = {
        ...(event.code === undefined ? {} : { code: event.code }),
        ...(event.evidence === undefined ? {} : { evidence: event.evidence }),
        ...(event.link === undefined ? {} : { link: event.link }),
        ...(event.place === undefined ? {} : { place: event.place }),
      }
      return { ...codeAsked(state, event), asking: { what: event.what, at: place.at, misses, ...about } }
    }
    case 'access_left':
    case 'decoy_opened':
    case 'person_exited': {
      const left = without(state, 'asking')
      return event.type === 'decoy_opened' ? { ...left, decoy: true } : left
    }
    case 'secret_kept':
      return {
        ...without(state, 'asking'),
        salt: event.salt,
        secrets: { ...state.secrets, [event.which]: event.hash },
      }
    case 'return_granted':
      if (place.address === undefined) return without(state, 'asking')
      // The first job of the entry is the one that finishes this.
      return {
        ...without(state, 'asking'),
        moved: { to: event.to, job: jobId(place.caseId, place.seq, 0), address: place.address },
      }
    case 'duress_used':
      return { ...without(state, 'asking'), duress: true }
    case 'erase_confirmed':
      return {
        ...without(state, 'asking'),
        erasing: true,
        erasingSince: place.at,
        ...(place.address === undefined ? {} : { askedFrom: place.address }),
      }
    case 'consent_given':
    case 'consent_withdrawn':
      return { ...state, consents: { ...state.consents, [event.scope]: event.type === 'consent_given' } }
    case 'handoff_requested':
      return event.why === 'danger' ? { ...state, cried: true } : state
    case 'case_claimed':
      return looked(taken(named(state, event.agent, event.alias), place.at), event.agent)
    case 'note_added':
      return named(state, event.agent, event.alias)
    case 'case_transferred':
      return event.to.agent === undefined
        ? state
        : taken(named(state, event.to.agent, event.to.alias ?? ''), place.at)
    case 'evidence_viewed':
      return looked(state, event.agent)
    case 'severity_set':
      return { ...state, touched: true }
    case 'case_closed':
      return { ...without(without(state, 'takenAt'), 'cried'), touched: true }
    case 'agent_said': {
      const spoken = named(overtaken(state), event.agent, event.alias)
      return event.held === true
        ? hold(spoken, {
            seq: place.seq,
            n: event.n,
            speaker: 'agent',
            text: event.text,
            ...(event.file === undefined ? {} : { file: event.file, alias: event.alias }),
          })
        : spoken
    }
    case 'bot_said':
      if (event.key === 'ping-discreet') return { ...state, pinged: true }
      if (event.held !== true) return said(state, event.key)
      return hold(said(state, event.key), {
        seq: place.seq,
        n: event.n,
        speaker: 'bot',
        text: event.text,
        ...(event.buttons === undefined ? {} : { buttons: event.buttons }),
      })
    case 'safe_times_set':
      return { ...state, safeTimes: { from: event.from, to: event.to } }
    case 'safe_times_cleared':
      return without(state, 'safeTimes')
    case 'words_released':
      return {
        ...state,
        held: state.held.filter(
          (line) => !event.lines.some(({ seq, n }) => seq === line.seq && n === line.n),
        ),
      }
    default:
      return state
  }
}
