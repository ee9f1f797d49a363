import { innocent } from './innocent.ts'
import type { Language } from '../../base/language.ts'
import type { Command } from '../../base/message.ts'
import { callOut } from './called.ts'
import { aboutUs, choicesOf, sayLanguages, sayLessons } from './ask.ts'
import { summarise } from './describe.ts'
import type { FlowCommand, Step } from '../../model/flow.ts'
import { isLeftOpen, isOfMinor, isWatched, isWithTeam, refusesPeople, wishForPeople } from './gates.ts'
import { forMinors, sayAdvice, sayAgain, sayGuide } from './guides.ts'
import { collects, isRemovable, previousStep } from './steps.ts'
import { removeLine } from './lines.ts'
import { lessonKey } from '../../model/keys.ts'
import { writeToken } from './token.ts'
import { advance, emit, give, proceed, putAgain, reopen, say, sayOnce, saySoftly, waiting } from './turn.ts'
import { askErase, callPeople, goUrgent, run } from './effects.ts'
import type { Turn } from './turn.ts'

/** The platform's command as one of the flow's words. */
export const fromPlatform = (command: Command): FlowCommand => (command === 'restart' ? 'continue' : command)

/** Hides the conversation: the wiping is done by who commits this (core/services/inbound). */
export const exit = (turn: Turn): void => {
  emit(turn, { type: 'person_exited' })
  say(turn, { key: innocent(turn.state.asked) })
}

/** The team may speak in a chat that was stopped because somebody looks on, and nothing else shows there. */
export const stayWatched = (turn: Turn): void =>
  emit(turn, { type: 'conversation_resumed', locked: true, watched: true })

/** Back from a pause or from hiding. */
export const comeBack = (turn: Turn): void => {
  if (turn.state.paused !== undefined || turn.state.exited || turn.state.locked)
    emit(turn, { type: 'conversation_resumed' })
}

/**
 * A cry for help is answered out of hiding, too; what was told before stays hidden: nobody showed
 * that it is theirs, or that nobody looks on any more.
 */
export const hearCry = (turn: Turn): void => {
  if (isWatched(turn.state)) return stayWatched(turn)
  if (turn.state.exited || turn.state.unproven === true)
    emit(turn, { type: 'conversation_resumed', locked: true })
  else if (turn.state.locked !== true) comeBack(turn)
}

export const chooseLanguage = (turn: Turn, language: Language): void => {
  emit(turn, { type: 'language_chosen', language })
  say(turn, { key: 'language-changed' })
  if (!turn.state.submitted || turn.state.urgent) proceed(turn)
}

/** One of the texts that can be read without making a report; the waiting question stays. */
export const teach = (turn: Turn, lesson: string): void => {
  if (!turn.flow.lessons.some((one) => one.id === lesson)) return say(turn, sayLessons(turn.flow))
  say(turn, {
    key: lessonKey(lesson),
    choices: [
      { label: 'control-lessons', token: writeToken({ kind: 'lesson', lesson: 'all' }), control: true },
    ],
  })
}

/**
 * Opens what stands under a name of the guidance. Where it ends or is put off, the question that
 * waits is asked again.
 */
export const advise = (turn: Turn, what: string, at: number, later = false): void => {
  const instead = isOfMinor(turn.flow, turn.state) ? forMinors(turn.flow, what) : undefined
  if (later) say(turn, { key: 'guide-left' })
  else
    for (const one of sayGuide(turn.flow, instead ?? what, instead === undefined ? at : 1, turn.state))
      say(turn, one)
  const isOver = later || turn.says.some(({ key }) => key === 'guide-finished')
  if (isOver && waiting(turn) !== undefined) proceed(turn)
}

/** "Is it done?", to somebody who comes back after a while. */
export const askAgain = (turn: Turn): boolean => {
  if (silence(turn) < turn.flow.resumeAfterHours * 3_600_000) return false
  const again = sayAgain(turn.flow, turn.state)
  if (again !== undefined) say(turn, again)
  return again !== undefined
}

/** The next urgent question in the place of one that words do not answer; what was written is kept. */
const goOn = (turn: Turn, step: Step): void => {
  say(turn, { key: 'saying-noted' })
  emit(turn, { type: 'step_skipped', step: step.id, how: 'skip' })
  advance(turn)
}

/**
 * Not possible here, or not understood: the first is explained, the second is said once in a
 * conversation and never in danger. Then a person is offered, and then the question only stays.
 */
export const miss = (turn: Turn, step: Step, key = 'not-understood'): void => {
  if (turn.state.urgent) {
    // Who answers something else twice is not asked the same a third time.
    if (step.lane === 'urgent' && turn.state.said.includes('urgent-still-here')) return goOn(turn, step)
    say(turn, { key: 'urgent-still-here' })
    return isLeftOpen(turn.flow, turn.state, step) ? undefined : putAgain(turn, step)
  }
  if (turn.state.misses === 0 && (key !== 'not-understood' || turn.state.unheard !== true)) {
    say(turn, { key })
    putAgain(turn, step, true)
  } else offerHuman(turn, step)
}

/** Once in a conversation a person is offered, and then the question only stays. */
export const offerHuman = (turn: Turn, step: Step): void => {
  if (turn.state.misses < 2)
    say(turn, { key: 'offer-human', choices: choicesOf(turn.flow, turn.state, step) })
  else if (silence(turn) >= turn.flow.askAgainAfterMinutes * 60_000) putAgain(turn, step, true)
  else saySoftly(turn, step)
}

/**
 * Milliseconds between this message and the one before it, by the platform's clock; 0 where there
 * was none or clocks went back.
 */
export const silence = (turn: Turn): number => {
  const heard = turn.state.heard
  if (heard === undefined) return 0
  const before =
    turn.context.heardBefore ?? (heard.inbound === turn.context.inbound ? heard.before : heard.at)
  return before === undefined ? 0 : Math.max(0, turn.context.now - before)
}

/** Who had wanted nobody here calls somebody: that is their answer from now on. */
export const wantPeople = (turn: Turn): void => {
  const wish = wishForPeople(turn.flow, turn.state)
  if (wish !== undefined) give(turn, wish.step, wish.answer)
}

const back = (turn: Turn): void => {
  // Out of a list of lines it leads to the card that the list belongs to.
  const { menu } = turn.state
  if (menu === 'correct' || menu === 'add') return proceed(turn)
  const step = previousStep(turn.flow, turn.state)
  if (step !== undefined) reopen(turn, step, 'back')
  else {
    say(turn, { key: 'back-none' })
    proceed(turn)
  }
}

/**
 * Who passes over the question for consent is not told that it is needed, nor asked again: a yes counts at
 * any time. In danger the second time is a call for help; of a file is spoken only where one waits.
 */
const leaveConsent = (turn: Turn, step: Step): void => {
  const { urgent, said, misses, waits } = turn.state
  const choices = choicesOf(turn.flow, turn.state, step)
  if (urgent) {
    if (misses > 0 || said.includes('consent-left-file')) return callOut(turn)
    const key = waits.length > 0 ? 'consent-left-file' : 'consent-left-open'
    return say(turn, { key, choices: choices.map((one) => ({ ...one, spoken: true })) })
  }
  const keys = ['consent-left-open', 'offer-human', 'saying-here-short'] as const
  say(turn, { key: keys[misses], choices })
}

/**
 * Past the waiting question. A reopened one keeps its answer when skipped; collected answers are
 * kept by any of these words.
 */
export const pass = (turn: Turn, how: 'skip' | 'unknown' | 'done'): void => {
  const step = waiting(turn)
  const open = turn.state.open
  if (step === undefined || open === undefined) return proceed(turn)
  // "Done" ends what is collected and sends nothing: what would be sent is shown once more, last.
  if (step.kind === 'review' && how === 'done')
    return (say(turn, { key: 'not-understood-review' }), proceed(turn))
  // The files are still being sealed: the summary that follows would be pushed away by their receipt.
  if (step.kind === 'media' && turn.context.sealing === true) return sayOnce(turn, { key: 'files-wait' })
  const given = turn.state.answers[step.id]
  // Everything that was picked was taken away again.
  const emptied = given?.kind === 'choices' && given.options.length === 0
  if (open.picked && !emptied) return (run(turn, step.after), advance(turn))
  const held = given !== undefined && !emptied
  // Files that came before their question count as its answer once the person says that this is all.
  // What their words answered while it stood stays as well.
  if (held && (how !== 'unknown' || step.kind === 'media' || !open.reopened)) return advance(turn)
  if (step.id === turn.flow.consent.step && how !== 'done') return leaveConsent(turn, step)
  if (step.required === true || step.kind === 'review') return miss(turn, step, 'required')
  if (how === 'done' && !collects(step)) return miss(turn, step)
  emit(turn, { type: 'step_skipped', step: step.id, how: how === 'done' ? 'skip' : how })
  run(turn, step.afterSkip)
  advance(turn)
}

/** People are called for danger, and the questions of the urgent lane are asked. */
export const callInDanger = (turn: Turn): void => {
  goUrgent(turn, undefined)
  if (!turn.says.some((one) => one.key === 'urgent-called')) say(turn, { key: 'urgent-called' })
  if (!turn.state.urgent) return
  if (waiting(turn)?.lane === 'urgent') proceed(turn)
  else advance(turn)
}

/**
 * Obeys a word or a button that means the same everywhere. Words that need an open question are
 * proceeded from where there is none.
 */
export const obey = (turn: Turn, command: FlowCommand): void => {
  switch (command) {
    case 'exit':
      return exit(turn)
    case 'human':
      comeBack(turn)
      wantPeople(turn)
      return callPeople(turn, 'person', 'human-requested')
    case 'urgent':
      comeBack(turn)
      wantPeople(turn)
      return callInDanger(turn)
    case 'erase':
      comeBack(turn)
      return askErase(turn)
    case 'stop':
      // What was sent is not stopped by a word: it is said what is with people, and how it is taken back.
      if (turn.state.submitted && !turn.state.urgent) return say(turn, { key: 'stopped-sent' })
      emit(turn, { type: 'conversation_paused', until: 'message' })
      return say(turn, { key: 'stopped' })
    case 'continue':
      return turn.state.submitted && !turn.state.urgent ? say(turn, { key: 'with-team' }) : proceed(turn)
    case 'status': {
      const { submitted, urgent } = turn.state
      if (urgent && !refusesPeople(turn.flow, turn.state)) say(turn, { key: 'urgent-still-here' })
      else if (urgent || isWithTeam(turn.state)) say(turn, { key: 'with-team' })
      return submitted || (urgent && waiting(turn) === undefined) ? undefined : proceed(turn)
    }
    case 'back':
      return turn.state.submitted && !turn.state.urgent ? undefined : back(turn)
    case 'remove': {
      const step = waiting(turn)
      const isLine = step !== undefined && turn.state.open?.reopened === true && !turn.state.submitted
      return isLine && isRemovable(turn.flow, step, turn.state) ? removeLine(turn, step) : proceed(turn)
    }
    case 'skip':
    case 'unknown':
    case 'done':
      return turn.state.submitted && waiting(turn) === undefined ? undefined : pass(turn, command)
    case 'help':
      // "Help!" of somebody in danger is a cry, and no wish for a manual.
      if (turn.state.urgent) return callOut(turn)
      say(turn, { key: 'help' })
      return say(turn, { key: 'help-more' })
    case 'language':
      return say(turn, sayLanguages())
    case 'show':
      return say(turn, { key: 'noted', fill: { summary: summarise(turn.flow, turn.state) } })
    case 'verify':
      return turn.context.official === undefined
        ? say(turn, { key: 'verify-us-unnamed', fill: { about: aboutUs(turn.flow) } })
        : say(turn, {
            key: 'verify-us',
            args: { official: turn.context.official },
            fill: { about: aboutUs(turn.flow) },
          })
    case 'exit-note':
      return say(turn, { key: 'exit-note' })
    case 'mine': {
      const { named } = turn.state
      if (named === undefined || named.length === 0) return proceed(turn)
      emit(turn, { type: 'identifiers_owned', normals: named })
      say(turn, { key: 'ids-yours' })
      return waiting(turn) === undefined ? undefined : proceed(turn)
    }
    case 'advice':
      return say(turn, sayAdvice(turn.flow, turn.state))
    case 'learn':
      return say(turn, sayLessons(turn.flow))
    // Obeyed by core/services/access before the conversation hears of them; what comes here has
    // nothing to show yet.
    case 'code':
    case 'return':
    case 'forgot':
    case 'consents':
    case 'correct':
    case 'check-agent':
      return turn.state.submitted ? undefined : proceed(turn)
  }
}
