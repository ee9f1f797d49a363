import { never } from '../../base/never.ts'
import { pick, pickPressed } from './answering.ts'
import { advise, chooseLanguage, obey, pass, teach } from './commands.ts'
import { onOldDanger } from './danger.ts'
import { titleKey } from '../../model/keys.ts'
import { run } from './effects.ts'
import { addable, applies, correctable, findStep, optionsOf } from './steps.ts'
import { readToken, writeToken } from './token.ts'
import { answerPlace } from './place-help.ts'
import { ask, proceed, reopen, say, sayOnce, waiting } from './turn.ts'
import type { Turn } from './turn.ts'
import { isWorry } from '../../model/worry.ts'

export const alreadySent = (turn: Turn): void => sayOnce(turn, { key: 'with-team' })

/** A button of an earlier question: what it says is known, and can be changed where it differs. */
const onStale = (turn: Turn, stepId: string, option: string | undefined): void => {
  const step = findStep(turn.flow, stepId)
  if (step === undefined || step.kind === 'review')
    return turn.state.submitted ? alreadySent(turn) : proceed(turn)
  const answer = turn.state.answers[step.id]
  const known =
    answer?.kind === 'choice'
      ? answer.option === option
      : answer?.kind === 'choices' && option !== undefined && answer.options.includes(option)
  // An age under 18 counted the moment it was pressed (core/services/inbound/minors); what follows is said.
  const picked = optionsOf(step).find(({ id }) => id === option)
  const isNew = turn.state.minorTold?.self === 'new' || option === turn.flow.adult.other
  if (known && isNew && step.id === turn.flow.adult.step && picked !== undefined) {
    if (option === turn.flow.adult.other) run(turn, picked.effects)
    return waiting(turn) === undefined ? undefined : proceed(turn)
  }
  const change =
    !turn.state.submitted &&
    option !== undefined &&
    !known &&
    correctable(turn.flow, turn.state).includes(step)
  const fill = { question: { kind: 'phrase', key: titleKey(step.id) } } as const
  if (!change) return sayOnce(turn, { key: 'already-answered', fill })
  const token = writeToken({ kind: 'edit', asked: turn.state.asked, step: step.id })
  say(turn, {
    key: 'already-answered-change',
    fill,
    choices: [{ label: 'control-change', token, control: true }],
  })
}

const onOptions = (turn: Turn, stepId: string, options: readonly string[], complete: boolean): void => {
  const open = waiting(turn)
  if (open?.id === stepId && pickPressed(turn, open, options, complete)) return
  const step = findStep(turn.flow, stepId)
  // An old button says nothing of what was told since: whose the age is, is asked first.
  const isAdult = options.some((option) => turn.flow.adult.options.includes(option))
  if (step?.id === turn.flow.adult.step && turn.state.ageOpen !== undefined && isAdult) return ask(turn, step)
  const unanswered =
    step !== undefined &&
    !turn.state.submitted &&
    step.kind !== 'review' &&
    turn.state.seen.includes(step.id) &&
    turn.state.answers[step.id] === undefined &&
    turn.state.skipped[step.id] === undefined &&
    applies(step, turn.state)
  // What was asked because words may mean a danger can be answered at any time.
  const isOfWorry = step !== undefined && isWorry(step.id) && turn.state.answers[step.id] === undefined
  if ((unanswered || isOfWorry) && pick(turn, step, options, true)) return
  onStale(turn, stepId, options[0])
}

/** A button was pressed, of whatever age, or somebody invented a token. */
export const onPress = (turn: Turn, text: string): void => {
  if (onOldDanger(turn, text)) return
  const token = readToken(text)
  if (token === undefined) return turn.state.submitted ? alreadySent(turn) : proceed(turn)
  switch (token.kind) {
    case 'language':
      return chooseLanguage(turn, token.language)
    case 'lesson':
      return teach(turn, token.lesson)
    case 'guide':
      return advise(turn, token.what, token.at, token.later)
    case 'command':
      return obey(turn, token.command)
    case 'place':
      return answerPlace(turn, token.answer, token.n)
    case 'edit': {
      const step = findStep(turn.flow, token.step)
      const editable =
        step !== undefined &&
        !turn.state.submitted &&
        [...correctable(turn.flow, turn.state), ...addable(turn.flow, turn.state)].includes(step)
      return editable ? reopen(turn, step, 'edit') : onStale(turn, token.step, undefined)
    }
    case 'control': {
      if (token.control === 'human') return obey(turn, 'human')
      if (turn.state.submitted) return alreadySent(turn)
      if (token.control === 'back') return obey(turn, 'back')
      if (waiting(turn)?.id !== token.step) return onStale(turn, token.step, undefined)
      return token.control === 'remove' ? obey(turn, 'remove') : pass(turn, token.control)
    }
    case 'option':
      return onOptions(turn, token.step, [token.option], false)
    case 'options':
      return onOptions(turn, token.step, token.options, true)
    // Pressed again after its time: core/services/access has looked at it before.
    case 'access':
      if (token.choice === 'erase-yes' || token.choice === 'erase-certificate') return obey(turn, 'erase')
      return turn.state.submitted ? alreadySent(turn) : proceed(turn)
    default:
      return never(token)
  }
}
