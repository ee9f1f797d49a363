import type { CasePorts } from '../casebook/ports.ts'
import type { CaseState } from '../../model/state.ts'
import { sayQuestion } from '../../policy/conversation/ask.ts'
import type { Step } from '../../model/flow.ts'
import { optionKey, titleKey } from '../../model/keys.ts'
import { renderSay } from '../../policy/conversation/render.ts'
import type { Say } from '../../policy/conversation/say.ts'
import { controlApplies, findStep, optionsOf, progressOf } from '../../policy/conversation/steps.ts'
import { isFailure } from '../../base/failure.ts'
import type { CaseCode } from '../../base/ids.ts'
import type { Language } from '../../base/language.ts'
import type { PhraseKey } from '../../ports/phrases.ts'

/**
 * `spoken`: in the caller's language, to be read aloud; `own`: in the agent's. The same where they
 * speak one language.
 */
type Both = { readonly spoken: string; readonly own: string }

type Question = {
  readonly step: string
  /** `note`: nothing can be answered here by phone (files); it is passed over. */
  readonly kind: 'one' | 'several' | 'words' | 'note' | 'end'
  readonly title: string
  readonly question: Both
  readonly options: readonly (Both & { readonly id: string; readonly alone: boolean })[]
  readonly ways: readonly ('skip' | 'unknown' | 'back')[]
  /** Of a question that was answered before. */
  readonly picked: readonly string[]
  readonly words?: string
  readonly place?: { readonly n: number; readonly of: number }
}

/** Where a call stands. No `question`: all were asked. */
export type Call = {
  readonly code: CaseCode
  readonly version: number
  readonly language: Language
  readonly severity: CaseState['severity']
  readonly team: string
  readonly urgent: boolean
  readonly submitted: boolean
  readonly hasPin: boolean
  /** What the bot would say now, to be said by the agent, in the caller's language. */
  readonly echo: readonly string[]
  readonly question?: Question
  /** How to come back to this case from any phone. */
  readonly farewell: Both
}

/** What is said of a chat, and the calling of people: on a call somebody is there. */
const CHAT_ONLY: ReadonlySet<PhraseKey> = new Set([
  'waiting',
  'urgent-called',
  'urgent-waiting',
  'urgent-still-here',
  'human-requested',
  'paused-watched',
  'tea-note',
  'consent-left',
  'resumed',
  'words-kept',
  'story-kept',
  'media-noted',
  'added-to-case',
  'identifiers-more',
  'case-code',
  'with-team',
])

export const isSpoken = (key: PhraseKey): boolean => !CHAT_ONLY.has(key)

/** Ways of the review that mean something on a call: sending it, and by whom it is answered. */
const SENDS: ReadonlySet<string> = new Set(['submit'])

const kindOf = (step: Step): Question['kind'] => {
  switch (step.kind) {
    case 'choice':
      return 'one'
    case 'choices':
      return 'several'
    case 'media':
      return 'note'
    case 'review':
      return 'end'
    default:
      return 'words'
  }
}

export const showCall = (
  ports: CasePorts,
  state: CaseState,
  own: Language,
  echo: readonly string[],
): Call => {
  const { phrases, flow } = ports
  const { conversation, language: spoken } = state
  const caps = { ...ports.capabilities('webchat'), app: 'phone' as const, buttons: true, maxButtons: 0 }
  const emergency = ports.emergency(ports.clock.now()) ?? 'none'

  /** A text of its own for being read aloud, where the bot's content has one. */
  const text = (language: Language, say: Say): string => {
    const plain = {
      key: say.key,
      args: { emergency, ...say.args },
      ...(say.fill === undefined ? {} : { fill: say.fill }),
    }
    try {
      return renderSay(phrases, language, caps, { ...plain, key: `phone-${say.key}` }).text
    } catch (error) {
      if (!isFailure(error, 'text_missing')) throw error
      return renderSay(phrases, language, caps, plain).text
    }
  }
  const both = (say: Say): Both => ({ spoken: text(spoken, say), own: text(own, say) })

  const showQuestion = (step: Step): Question => {
    const given = conversation.answers[step.id]
    const place = step.lane === undefined ? progressOf(flow, conversation, step) : undefined
    const options = optionsOf(step).filter(
      (option) => step.kind !== 'review' || option.effects?.some((effect) => SENDS.has(effect.do)) === true,
    )
    const ways = (['skip', 'unknown', 'back'] as const).filter(
      (way) =>
        (way === 'back' || step.kind !== 'media' || way === 'skip') &&
        controlApplies(step, way, conversation, flow),
    )
    const words =
      given?.kind === 'text' ? given.text : given !== undefined && 'raw' in given ? given.raw : undefined
    return {
      step: step.id,
      kind: kindOf(step),
      title: phrases.say(own, titleKey(step.id)),
      question: both(sayQuestion(flow, conversation, step)),
      options: options.map((option) => ({
        id: option.id,
        alone: option.alone === true,
        spoken: phrases.say(spoken, optionKey(step.id, option.id)),
        own: phrases.say(own, optionKey(step.id, option.id)),
      })),
      ways: step.kind === 'review' ? ways.filter((way) => way === 'back') : ways,
      picked: given?.kind === 'choice' ? [given.option] : given?.kind === 'choices' ? given.options : [],
      ...(words === undefined ? {} : { words }),
      ...(place === undefined ? {} : { place }),
    }
  }

  const open = conversation.open
  const step =
    open === undefined || open.picked || conversation.submitted ? undefined : findStep(flow, open.step)
  return {
    code: state.code,
    version: state.version,
    language: spoken,
    severity: state.severity,
    team: state.team,
    urgent: conversation.urgent,
    submitted: conversation.submitted,
    hasPin: state.access.secrets.pin !== undefined,
    echo,
    ...(step === undefined ? {} : { question: showQuestion(step) }),
    farewell: both({ key: 'farewell', args: { code: state.code } }),
  }
}
