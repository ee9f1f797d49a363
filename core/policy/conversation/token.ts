import type { Language } from '../../base/language.ts'
import { LANGUAGES } from '../../base/language.ts'
import type { Control, FlowCommand } from '../../model/flow.ts'
import { CONTROLS, FLOW_COMMANDS } from '../../model/flow.ts'

/**
 * What stands on a button: `<asked>:<step>:<what>`, ASCII, at most 64 bytes (Telegram's
 * callback_data, core.telegram.org/bots/api). `what` is an option, several each followed by `+`, or
 * `!` and a control or `edit`. `asked` is the ordinal of the question the button belongs to.
 */
export type Token =
  | { readonly kind: 'option'; readonly asked: number; readonly step: string; readonly option: string }
  /** All that is picked of a list at once, from a channel that lets it be picked before it is sent. */
  | {
      readonly kind: 'options'
      readonly asked: number
      readonly step: string
      readonly options: readonly string[]
    }
  | { readonly kind: 'control'; readonly asked: number; readonly step: string; readonly control: Control }
  | { readonly kind: 'edit'; readonly asked: number; readonly step: string }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'lesson'; readonly lesson: string }
  /** A subject, a guide or its step `at`; `later`: that step is put off. */
  | { readonly kind: 'guide'; readonly what: string; readonly at: number; readonly later?: true }
  /** A word of command as a button. */
  | { readonly kind: 'command'; readonly command: FlowCommand }
  /** Whether somebody is at the place that they shared: the `n`th of them. */
  | { readonly kind: 'place'; readonly n: number; readonly answer: 'yes' | 'no' }
  /** What a person may do with their own case, see core/services/access. */
  | { readonly kind: 'access'; readonly choice: string }

/**
 * Longest id of a step or an option: two of them, the ordinal (up to 999,999,999) and the marks
 * stay under 64 bytes.
 */
export const MAX_ID = 26

/** Ids of steps and options, so that tokens and phrase keys follow from them. */
export const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

const SHAPE =
  /^(\d{1,9}):(!?[a-z][a-z0-9-]{0,25}):(!?[a-z][a-z0-9-]{0,25}(?:\+[a-z][a-z0-9-]{0,25}){0,15}\+?)$/

export const writeToken = (token: Token): string => {
  switch (token.kind) {
    case 'option':
      return `${token.asked}:${token.step}:${token.option}`
    case 'options':
      return `${token.asked}:${token.step}:${token.options.join('+')}+`
    case 'control':
      return `${token.asked}:${token.step}:!${token.control}`
    case 'edit':
      return `${token.asked}:${token.step}:!edit`
    case 'language':
      return `0:!language:${token.language}`
    case 'lesson':
      return `0:!lesson:${token.lesson}`
    case 'guide':
      return `${token.at}:!${token.later === true ? 'later' : 'guide'}:${token.what}`
    case 'command':
      return `0:!command:${token.command}`
    case 'place':
      return `${token.n}:!place:${token.answer}`
    case 'access':
      return `0:!access:${token.choice}`
  }
}

/**
 * A token comes back from the platform and may be anybody's invention: nothing where it is not of
 * our shape.
 */
export const readToken = (text: string): Token | undefined => {
  const parts = SHAPE.exec(text)
  if (parts === null) return undefined
  const [, asked = '', step = '', what = ''] = parts
  if (step === '!language') {
    const language = LANGUAGES.find((known) => known === what)
    return language === undefined ? undefined : { kind: 'language', language }
  }
  if (step === '!lesson') return ID.test(what) ? { kind: 'lesson', lesson: what } : undefined
  if (step === '!guide') return ID.test(what) ? { kind: 'guide', what, at: Number(asked) } : undefined
  if (step === '!later')
    return ID.test(what) ? { kind: 'guide', what, at: Number(asked), later: true } : undefined
  if (step === '!place')
    return what === 'yes' || what === 'no' ? { kind: 'place', n: Number(asked), answer: what } : undefined
  if (step === '!access') return ID.test(what) ? { kind: 'access', choice: what } : undefined
  if (step === '!command') {
    const command = FLOW_COMMANDS.find((known) => known === what)
    return command === undefined ? undefined : { kind: 'command', command }
  }
  if (step.startsWith('!')) return undefined
  if (what.includes('+'))
    return what.startsWith('!')
      ? undefined
      : { kind: 'options', asked: Number(asked), step, options: what.split('+').filter((id) => id !== '') }
  if (what === '!edit') return { kind: 'edit', asked: Number(asked), step }
  if (!what.startsWith('!')) return { kind: 'option', asked: Number(asked), step, option: what }
  const control = CONTROLS.find((known) => `!${known}` === what)
  return control === undefined ? undefined : { kind: 'control', asked: Number(asked), step, control }
}
