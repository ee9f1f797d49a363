import { DONE, type Done } from '../../base/danger.ts'
import { choicesOf } from './ask.ts'
import { pickedOptions } from './condition.ts'
import { comesHome, conversationFacts, isOfOther } from './facts.ts'
import { refusesPeople } from './gates.ts'
import type { Choice } from './say.ts'
import { proceed, say, saySoftly, waiting, type Turn } from './turn.ts'

/** Two in turn: the same words twice in a row sound like nobody. */
const CALLED = ['saying-called', 'saying-called-2'] as const

/** What the one thing to do until somebody comes is for. */
type Peril = 'life' | 'their-life' | Done | 'door' | 'inside' | 'meeting' | 'other'

/**
 * A door is locked only against who comes from outside. Of violence and of abuse whoever does it may be
 * behind the same door: who is inside with them goes where it is safer. Who was told to come somewhere does
 * not go.
 */
const nearOf = ({ state }: Turn, facts: ReadonlySet<string>): Peril => {
  if (facts.has('crisis-sexual-abuse')) return 'inside'
  if (comesHome(state) || state.crisis.some(({ detail }) => detail?.door === true)) return 'door'
  if (facts.has('crisis-violence')) return 'inside'
  return facts.has('crisis-meeting') ? 'meeting' : 'other'
}

/** Of several the first in this order. */
const doneOf = (facts: ReadonlySet<string>): Done | undefined => DONE.find((done) => facts.has(`has-${done}`))

const perilOf = (turn: Turn): Peril => {
  const { flow, state } = turn
  const facts = conversationFacts(state)
  // Whoever threatens them now is nearer than what was swallowed, of which was said already what to do.
  const near = nearOf(turn, facts)
  const done = doneOf(facts)
  if (done !== undefined) return near === 'other' ? done : near
  const isSaid = (flow.roles.selfHarm ?? []).some(({ step, options }) =>
    pickedOptions(state.answers[step]).some((option) => options.includes(option)),
  )
  if (facts.has('crisis-self-harm') || isSaid) return isOfOther(state, 'self_harm') ? 'their-life' : 'life'
  return near
}

/** Once people were called: who was, that we stay, and one thing to do until they come. */
export const sayCalled = (turn: Turn, choices: readonly Choice[] = []): void => {
  // Who wants nobody here is told how that changes.
  if (refusesPeople(turn.flow, turn.state)) return say(turn, { key: 'saying-called-nobody' })
  const last = turn.state.sayings?.at(-1)
  const key = CALLED.find((one) => one !== last) ?? CALLED[0]
  say(turn, { key, args: { danger: perilOf(turn) }, ...(choices.length === 0 ? {} : { choices }) })
}

/**
 * A call for help and nothing else, of somebody in danger: never a list of commands, nor of answers. The
 * question stands above; what can be pressed stays under the newest words.
 */
export const callOut = (turn: Turn): void => {
  const step = waiting(turn)
  const choices = step?.lane === 'urgent' ? choicesOf(turn.flow, turn.state, step) : []
  sayCalled(
    turn,
    choices.map((choice) => ({ ...choice, spoken: true })),
  )
}

/** "?", "...": did you get me? Yes, and what stands open is named softly; in danger, what happens now. */
export const sayArrived = (turn: Turn, late = false): void => {
  if (turn.state.urgent) return callOut(turn)
  say(turn, { key: 'saying-arrived' })
  if (turn.state.submitted) return say(turn, { key: 'with-team' })
  const step = waiting(turn)
  if (step === undefined || late) proceed(turn)
  else saySoftly(turn, step)
}
