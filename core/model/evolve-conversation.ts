import type { CrisisHit } from '../base/danger.ts'
import { doubting, rejoined, setApart, withoutFiles } from './apart.ts'
import type { CaseEvent } from './events.ts'
import type { Instant } from '../base/units.ts'
import { LANGUAGES } from '../base/language.ts'
import { clearLanguage, hasWords } from '../text/detect-language.ts'
import { hearHints, leaveOld } from './worry.ts'
import { withCrisis } from './known-crisis.ts'
import { leaveToTeam, withAsked, withErase, without, withWorries } from './worry-state.ts'
import { offerKey } from './keys.ts'
import { withPlace, withPlaceAsked, withPlaceMoved } from './places.ts'
import { withNames } from './names-in-answers.ts'
import { withRemoved } from './removed.ts'
import { withAgeSettled, withMinorAnswer, withMinorSaid, withMinorTold } from './minor-told.ts'
import { isOnce, LASTING } from './once.ts'
import type { ConversationState } from './conversation.ts'

const withStep = (list: readonly string[], step: string): readonly string[] =>
  list.includes(step) ? list : [...list, step]

/** Later messages of the same id (an edit) or older ones do not move the clock. */
const hear = (
  state: ConversationState,
  inbound: string,
  at: Instant,
  text: string | undefined,
): ConversationState => ({
  ...withWorries(state, leaveOld(state.worries, at)),
  heard: state.heard === undefined ? { inbound, at } : { inbound, at, before: state.heard.at },
  ...(text === undefined ? {} : hearWords(state, inbound, text)),
})

/**
 * Words show which language somebody writes; a short one, or one that names only somebody, shows
 * nothing. Nothing is learned while hidden.
 */
const hearWords = (state: ConversationState, inbound: string, text: string): Partial<ConversationState> => {
  if (state.exited || state.paused === 'word' || state.watched === true) return {}
  const first = state.firstWords === undefined && hasWords(text) ? { firstWords: inbound } : {}
  const language = clearLanguage(text)
  if (language === undefined) return first
  const count = state.strays?.language === language ? state.strays.count + 1 : 1
  return { ...first, strays: { language, count } }
}

const settle = (state: ConversationState, step: string): ConversationState => ({
  ...without(state, 'menu'),
  // What was asked just now is the nearest on the way back, though it may have been told before.
  order:
    state.open?.step === step
      ? [...state.order.filter((one) => one !== step), step]
      : withStep(state.order, step),
  misses: 0,
  ...(state.open?.step === step ? { open: { ...state.open, picked: true } } : {}),
})

/** Lists and steps are picked from by number; a lead, an end and a goodbye are not. */
const hearGuide = (state: ConversationState, key: `guide${string}`): ConversationState => {
  const [, id, step] = /^guide-(.+)-(\d+)(?:-minor)?$/.exec(key) ?? []
  if (id !== undefined && step !== undefined) {
    const asked = state.guide?.id === id && state.guide.asked === true ? { asked: true as const } : {}
    return { ...state, menu: `guide-${id}-${step}`, guide: { id, step: Number(step), ...asked } }
  }
  if (key === 'guide-finished') return without(state, 'menu', 'guide')
  if (key === 'guide-left') return without(state, 'menu')
  const { guide } = state
  const again =
    key === 'guide-again' && guide !== undefined ? { guide: { ...guide, asked: true as const } } : {}
  const isList = /^guides(?:-chosen|-near)?$|^guide-again$|^guide-(?:group|topic|about)-/.test(key)
  return { ...state, ...again, ...(isList ? { menu: key } : {}) }
}

/** So many answers are remembered, so that the next is another. */
const MOST_SAYINGS = 8

const hearDanger = (state: ConversationState, hits: readonly CrisisHit[]): ConversationState =>
  hearHints({ ...state, crisis: withCrisis(state.crisis, hits) }, hits, state.heard?.at ?? (0 as Instant))

const hearSaid = (
  state: ConversationState,
  { key, args }: Pick<Extract<CaseEvent, { type: 'bot_said' }>, 'key' | 'args'>,
): ConversationState => {
  const offered = LANGUAGES.find((language) => key === offerKey(language))
  if (offered !== undefined) return { ...state, offered: [...(state.offered ?? []), offered] }
  if (key === 'choose-language') return { ...state, menu: 'language' }
  if (key === 'correct-which') return { ...state, menu: 'correct' }
  if (key === 'add-which') return { ...state, menu: 'add' }
  if (key === 'place-help' || key === 'place-help-near') return { ...withPlaceAsked(state), menu: 'place' }
  if (key === 'place-help-yes' || key === 'place-help-no') return without(state, 'menu')
  if (key === 'lessons') return { ...state, menu: 'lessons' }
  if (key === 'decoy-welcome') return { ...state, menu: 'decoy' }
  if (key === 'guides-near') return { ...hearGuide(state, key), near: String(args?.['subjects']).split(' ') }
  if (key.startsWith('guide')) return hearGuide(state, key as `guide${string}`)
  // The question for the age says itself that a file waits for it.
  if (key === 'ask-age-file') return { ...state, said: [...state.said, 'file-waits-age'] }
  if (key.startsWith('card-')) return { ...state, cards: withStep(state.cards, key) }
  if (key.startsWith('crisis-')) return { ...state, warned: withStep(state.warned, key) }
  if (key.startsWith('saying-'))
    return { ...state, sayings: [...(state.sayings ?? []).slice(-MOST_SAYINGS + 1), key] }
  if (key === 'not-understood') return { ...state, unheard: true, misses: state.misses === 2 ? 2 : 1 }
  if (key === 'offer-human') return { ...state, misses: 2 }
  if (key === 'required' || key === 'consent-left-open' || key.startsWith('not-understood'))
    return { ...state, misses: state.misses === 2 ? 2 : 1 }
  return isOnce(key) && !state.said.includes(key) ? { ...state, said: [...state.said, key] } : state
}

/** Whether the whole question for consent stands in the chat, and whether as the last words. */
const noteConsent = (state: ConversationState, key: string): ConversationState => {
  const { language, consentIn } = state
  if (key === 'ask-consent') return language === undefined ? state : { ...state, consentIn: { language } }
  return consentIn === undefined ? state : { ...state, consentIn: { ...consentIn, before: true } }
}

/** Somebody of the team acted: a text kept for once may be said again, a call for people counts anew. */
const touched = (state: ConversationState): ConversationState => ({
  ...leaveToTeam(state),
  said: state.said.filter((key) => !LASTING.has(key)),
  called: { danger: false, person: false },
  urgent: false,
  warned: [],
})

/** The state after one more event of the case; events of others change nothing. */
export const evolveConversation = (state: ConversationState, event: CaseEvent): ConversationState => {
  switch (event.type) {
    case 'case_opened':
      return { ...without(state, 'menu'), language: event.language }
    case 'language_chosen':
      return {
        ...without(state, 'menu', 'strays'),
        language: event.language,
        ...(event.by === undefined ? { chosen: true as const } : {}),
      }
    case 'message_received': {
      const body = event.message.body
      // A mark is no word: it ends no silence.
      if (body.kind === 'reaction') return state
      // Forwarded words are somebody else's, and what a contact card names is no language.
      const own = event.message.forward === undefined
      const text = !own
        ? undefined
        : body.kind === 'text'
          ? body.text
          : body.kind === 'media'
            ? body.caption
            : undefined
      return hear(withPlace(state, event), event.inbound, event.message.sentAt, text)
    }
    case 'message_edited':
      return withPlaceMoved(state, event)
    case 'identifiers_found':
      return { ...state, named: event.identifiers.map(({ normal }) => normal) }
    case 'identifiers_owned':
      return withNames(without(state, 'named'), event.normals, event.removed === true ? 'gone' : 'own')
    case 'identifiers_withdrawn':
      return withNames(state, event.normals, 'gone')
    case 'access_asked':
    case 'access_left':
      return withErase(state, event)
    case 'crisis_found':
      return hearDanger(state, event.hits)
    case 'danger_suggested':
    case 'picture_danger_found':
      return hearDanger(state, [event.hit])
    case 'question_asked':
      return {
        ...withAsked(state, event),
        asked: event.asked,
        open: {
          step: event.step,
          asked: event.asked,
          reopened: [state.open, state.aside].some((one) => one?.step === event.step && one.reopened),
          // What was picked before a worry came between still counts.
          picked: state.aside?.step === event.step && state.aside.picked,
          ...(event.by === undefined ? {} : { byAgent: true as const }),
        },
        seen: withStep(state.seen, event.step),
        misses: 0,
        said: state.said.filter((key) => LASTING.has(key)),
      }
    case 'answer_corrected': {
      const { [event.step]: _, ...skipped } = state.skipped
      const settled = withAgeSettled(doubting(state, event), event.step)
      return { ...settled, answers: { ...state.answers, [event.step]: event.answer }, skipped }
    }
    case 'minor_told':
    case 'age_unsettled':
      return withMinorTold(state, event)
    case 'answer_given': {
      const { [event.step]: _, ...skipped } = state.skipped
      return settle(
        {
          ...withMinorAnswer(doubting(state, event), event),
          answers: { ...state.answers, [event.step]: event.answer },
          skipped,
        },
        event.step,
      )
    }
    case 'step_skipped': {
      const { [event.step]: _, ...answers } = state.answers
      const skipped = { ...state.skipped, [event.step]: event.how }
      return settle({ ...withRemoved(doubting(state, event), event), answers, skipped }, event.step)
    }
    case 'step_reopened':
      return {
        ...without(state, 'menu'),
        open: { step: event.step, asked: state.asked, reopened: true, picked: false },
      }
    case 'case_submitted':
      return { ...without(state, 'open', 'aside', 'menu', 'paused'), submitted: true }
    case 'conversation_paused':
      return {
        ...state,
        paused: event.until ?? 'message',
        said: state.said.filter((key) => key !== 'watched-ask'),
      }
    case 'conversation_resumed': {
      const back = {
        ...without(state, 'paused', 'locked', 'unproven', 'watched'),
        exited: false,
        misses: 0,
        said: [],
      } as const
      if (event.locked !== true) return rejoined(back)
      return { ...back, locked: true, ...(event.watched === true ? { watched: true as const } : {}) }
    }
    case 'return_unproven':
      return {
        ...without(setApart(state), 'paused', 'open', 'aside', 'menu', 'consentIn', 'watched'),
        exited: false,
        locked: true,
        unproven: true,
        misses: 0,
        said: [],
      }
    case 'person_exited':
      // What stood in the chat is taken out of it, as far as it can be.
      return { ...without(setApart(state), 'menu', 'consentIn', 'unproven'), exited: true, locked: true }
    case 'urgent_path_taken':
      return { ...without(state, 'menu', 'erase'), urgent: true }
    case 'handoff_requested':
      return {
        ...state,
        called: {
          danger: state.called.danger || event.why === 'danger',
          person: state.called.person || event.why === 'person',
        },
      }
    case 'case_claimed':
    case 'case_released':
    case 'case_reopened':
    case 'agent_said':
    case 'phone_said':
      return touched(state)
    case 'bot_said':
      return hearSaid(noteConsent(withMinorSaid(state, event.key), event.key), event)
    case 'evidence_waiting': {
      const { evidence, kind, onDevice } = event
      const step = state.open?.picked === false ? { step: state.open.step } : {}
      return {
        ...state,
        waits: [...state.waits, { evidence, kind, ...step, ...(onDevice === undefined ? {} : { onDevice }) }],
      }
    }
    case 'files_carried':
      return withoutFiles(
        state,
        event.files.map(({ evidence }) => evidence),
      )
    case 'evidence_announced':
    case 'evidence_called':
    case 'evidence_refused':
      return event.evidence === undefined ? state : withoutFiles(state, [event.evidence])
    default:
      return state
  }
}
