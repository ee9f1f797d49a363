import { seconds } from '../../../core/base/units.ts'
import { untrusted } from '../../../core/base/untrusted.ts'
import type { CaseEvent } from '../../../core/model/events.ts'
import type { CaseState } from '../../../core/model/state.ts'
import { idOf } from '../../commands/chat-lines.ts'
import type { Said, Talk } from '../../commands/talk.ts'
import { optionOf, topicOf } from './answers.ts'
import type { Facts, Person } from './person.ts'

/** What the bot said, and under which key of the locales. */
export type Told = { readonly key: string; readonly text: string }

/** One thing the person did until they paused, what came back, and where the case stood then. */
export type Turn = {
  readonly did: readonly string[]
  /** The kind of what was said, where it was no answer (of an interruption). */
  readonly kind?: string
  /** The question that stood before it, and how often it had been put. */
  readonly open?: string
  readonly told: readonly Told[]
  readonly state: CaseState | undefined
}

export type Played = {
  readonly person: Person
  readonly facts: Facts
  readonly turns: readonly Turn[]
  readonly stuck: boolean
}

/** Nobody writes longer than this to a bot. */
const MOST_TURNS = 45
/**
 * Until somebody who has written looks for an answer: the quiet after which the bot answers, and a
 * breath.
 */
const PAUSE = seconds(4)

/** What the person does about the open question the first, second and third time that it stands. */
const replyTo = (
  person: Person,
  step: string,
  times: number,
): { readonly words?: string; readonly press?: string } => {
  const words = person.answers[topicOf(step) ?? '']
  const option = optionOf(step, person)
  if (step === 'evidence' && times > 0) return { press: 'done' }
  if (times === 0 && words !== undefined) return { words }
  if (times <= 1 && option !== undefined) return { press: option }
  if (times <= 1 && person.askback !== undefined && words !== undefined) return { words: person.askback }
  return { press: 'skip' }
}

/**
 * Plays a person to the end: sent, erased, with people who were called, or with nothing more to
 * say. `picture`: a file to send.
 */
export const play = async (person: Person, talk: Talk, picture: string): Promise<Played> => {
  const turns: Turn[] = []
  const said: Said[] = []
  const times = new Map<string, number>()
  const left = [
    ...(person.interruptions ?? []).map((one) => ({ ...one, fact: undefined })),
    ...(person.changes ?? []).map((one) => ({ ...one, kind: 'change-answer' })),
  ].toSorted((a, b) => a.after - b.after)
  let { facts } = person
  let heard = 0
  let events: readonly CaseEvent[] = []

  /** Tells apart what was said since the last turn. */
  const close = async (did: readonly string[], open: string | undefined, kind?: string): Promise<void> => {
    const before = events.length
    events = await talk.events()
    const told = events
      .slice(before)
      .flatMap((event) => (event.type === 'bot_said' ? [{ key: event.key, text: event.text }] : []))
    heard += told.length
    const state = await talk.state()
    turns.push({
      did,
      told,
      state,
      ...(open === undefined ? {} : { open }),
      ...(kind === undefined ? {} : { kind }),
    })
  }

  /** The question that waits; that for files goes on until the person says that these are all. */
  const openStep = (): string | undefined => {
    const open = turns.at(-1)?.state?.conversation.open
    return open !== undefined && (!open.picked || open.step === 'evidence') ? open.step : undefined
  }

  const write = async (lines: readonly string[], kind?: string): Promise<void> => {
    const open = openStep()
    for (const line of lines) said.push(...(await talk.send({ kind: 'text', text: untrusted(line) })))
    said.push(...(await talk.pass(PAUSE)))
    await close(lines, open, kind)
  }

  const press = async (option: string): Promise<boolean> => {
    const button = said
      .toReversed()
      .flatMap(({ buttons }) => buttons)
      .find((one) => idOf(one) === option && one.token.split(':')[1] === openStep())
    if (button === undefined) return false
    const open = openStep()
    said.push(...(await talk.send({ kind: 'press', token: button.token })), ...(await talk.pass(PAUSE)))
    await close([`[${option}]`], open)
    return true
  }

  const answer = async (step: string): Promise<boolean> => {
    const count = times.get(step) ?? 0
    times.set(step, count + 1)
    const { words, press: option } = replyTo(person, step, count)
    if (words?.trim() === 'FILE' || (step === 'evidence' && words?.includes('FILE') === true)) {
      said.push(...(await talk.sendFile(picture)), ...(await talk.pass(seconds(15))))
      await close(['[file]'], step)
      return true
    }
    if (words !== undefined) return (await write([words]), true)
    return (option !== undefined && (await press(option))) || count < 3
  }

  for (const burst of person.opening) await write(burst)
  let stuck = false
  while (turns.length < MOST_TURNS) {
    const next = left[0]
    if (next !== undefined && heard >= next.after) {
      left.shift()
      facts = { ...facts, ...next.fact }
      await write(next.say, next.kind)
      continue
    }
    const step = openStep()
    if (step === undefined) break
    if (!(await answer(step))) {
      stuck = true
      break
    }
  }
  // What they still wanted to say is said where no question stands any more.
  for (const one of left) {
    facts = { ...facts, ...one.fact }
    await write(one.say, one.kind)
  }
  return { person, facts, turns, stuck: stuck || turns.length >= MOST_TURNS }
}
