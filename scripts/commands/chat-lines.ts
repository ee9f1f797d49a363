import { seconds, type Instant } from '../../core/base/units.ts'
import { untrusted } from '../../core/base/untrusted.ts'
import type { Answer } from '../../core/model/answer.ts'
import type { CaseState } from '../../core/model/state.ts'
import type { Button } from '../../core/ports/channel.ts'
import type { Said, Talk } from './talk.ts'

/** What a line of `amin chat --json` asks for: one thing that a person does, or time that passes. */
type Line =
  | { readonly text: string }
  | { readonly press: string }
  | { readonly file: string }
  | { readonly wait: number }
  | { readonly start: true }

export type Shown = {
  readonly at: string
  readonly text: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

/**
 * Where the conversation stands, for who judges it. Answers as ids of the flow and as values; a
 * story as its words.
 */
export type ShownState = {
  readonly language: string
  readonly open?: string
  readonly asked: number
  readonly answers: Readonly<Record<string, unknown>>
  readonly skipped: readonly string[]
  readonly severity: string
  readonly dangers: readonly string[]
  readonly urgent: boolean
  readonly called: { readonly danger: boolean; readonly person: boolean }
  readonly submitted: boolean
  readonly hidden: boolean
  readonly files: number
  readonly waiting: number
}

/** `fault`: why nothing was done. */
export type Played = {
  readonly at: string
  readonly says: readonly Shown[]
  readonly state: ShownState | null
  readonly fault?: string
}

const iso = (at: Instant): string => new Date(at).toISOString()

/**
 * What a button is called here: the option it stands for, as in the flow; `<step>:edit` and the
 * like keep their step.
 */
export const idOf = ({ token }: Button): string => token.split(':').at(-1)?.replace('!', '') ?? token

const valueOf = (answer: Answer): unknown => {
  switch (answer.kind) {
    case 'choice':
      return answer.option
    case 'choices':
      return answer.options
    case 'text':
      return answer.text
    case 'voice':
      return { voice: true }
    case 'media':
      return { files: answer.evidence.length }
    case 'identifiers':
      return answer.identifiers.map(({ type, normal, owner }) => ({ type, value: normal, owner }))
    case 'amount':
      return `${answer.amount} ${answer.currency}`
    case 'time':
      return iso(answer.at)
  }
}

export const showState = (state: CaseState | undefined): ShownState | null => {
  if (state === undefined) return null
  const { conversation: talk } = state
  return {
    language: state.language,
    ...(talk.open === undefined ? {} : { open: talk.open.step }),
    asked: talk.asked,
    answers: Object.fromEntries(
      Object.entries(talk.answers).map(([step, answer]) => [step, valueOf(answer)]),
    ),
    skipped: Object.keys(talk.skipped),
    severity: state.severity,
    dangers: [...new Set(talk.crisis.filter(({ hard }) => hard).map(({ label }) => label))],
    urgent: talk.urgent,
    called: talk.called,
    submitted: talk.submitted,
    hidden: talk.exited || talk.paused !== undefined,
    files: Object.values(state.evidence).filter(
      ({ kind, status }) => kind !== 'statement' && status === 'sealed',
    ).length,
    waiting: talk.waits.length,
  }
}

/** Marks that keep foreign words in their place in a line are for screens. */
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '')

export const show = ({ at, text, buttons }: Said): Shown => ({
  at: iso(at),
  text: plain(text),
  options: buttons.map((button) => ({ id: idOf(button), text: plain(button.label) })),
})

const readLine = (line: string): Line | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null) return undefined
    if ('text' in value && typeof value.text === 'string') return { text: value.text }
    if ('press' in value && typeof value.press === 'string') return { press: value.press }
    if ('file' in value && typeof value.file === 'string') return { file: value.file }
    if ('wait' in value && typeof value.wait === 'number' && value.wait >= 0) return { wait: value.wait }
    return 'start' in value && value.start === true ? { start: true } : undefined
  } catch {
    return undefined
  }
}

/** The button that is meant, by its option's id or its text; the newest where several are called so. */
const buttonOf = (said: readonly Said[], named: string): Button | undefined =>
  said
    .toReversed()
    .flatMap(({ buttons }) => buttons)
    .find((button) => idOf(button) === named || plain(button.label) === named || button.token === named)

/** Plays one line after another in a conversation. */
export const playLine = (talk: Talk): ((line: string) => Promise<Played>) => {
  const all: Said[] = []

  const act = async (line: Line): Promise<readonly Said[] | string> => {
    if ('text' in line) return talk.send({ kind: 'text', text: untrusted(line.text) })
    if ('wait' in line) return talk.pass(seconds(line.wait))
    if ('start' in line) return talk.send({ kind: 'start' })
    if ('press' in line) {
      const button = buttonOf(all, line.press)
      return button === undefined
        ? `no option is called ${line.press}`
        : talk.send({ kind: 'press', token: button.token })
    }
    try {
      return await talk.sendFile(line.file)
    } catch (error) {
      if (error instanceof Error && 'code' in error && 'path' in error) return `${line.file} cannot be read`
      throw error
    }
  }

  return async (line) => {
    const read = readLine(line)
    const done =
      read === undefined
        ? 'a line is {"text"}, {"press"}, {"file"}, {"wait"} or {"start": true}'
        : await act(read)
    const said = typeof done === 'string' ? [] : done
    all.push(...said)
    return {
      at: iso(talk.now()),
      says: said.map(show),
      state: showState(await talk.state()),
      ...(typeof done === 'string' ? { fault: done } : {}),
    }
  }
}
