import type { ChatLine } from '../../../../core/ports/chat-history.ts'
import type { Button } from '../../../../core/ports/channel.ts'
import { clear, make, makeButton, setShown, setText } from './dom.ts'
import type { Sending } from './queue.ts'
import type { Words } from './words.ts'

/** The answers offered to the open question, below the conversation. */
export type Choices = {
  /** `open`: the line whose buttons are. `viewed` where the lines were just asked for. */
  readonly draw: (lines: readonly ChatLine[], open: string | undefined, viewed: boolean) => void
  readonly clear: () => void
}

/** Several options at once as one token: those of the first, and what the others end with. */
const joined = (buttons: readonly Button[]): string => {
  const ends = buttons.map(({ token }) => token.slice(token.lastIndexOf(':') + 1))
  const [first] = buttons
  return first === undefined
    ? ''
    : `${first.token.slice(0, first.token.lastIndexOf(':') + 1)}${ends.join('+')}+`
}

/** What stands over the answers of a message that asks nothing: how it begins. */
const headOf = ({ text = '' }: ChatLine): string => (/^[^.:\n]+/.exec(text) || [''])[0]

/** The question of a message is the last sentence that asks; '' where none does. */
const questionOf = ({ text = '' }: ChatLine): string => {
  const asks = text.match(/[^.!?؟\n]+[?؟]/g)
  const last = asks === null ? undefined : asks[asks.length - 1]
  return last === undefined ? '' : last.trim()
}

/** What the buttons of a line answer: `device` of `2:device:safe`; those of a list answer nothing (`3:!guide:first`). */
const stepOf = ({ buttons = [] }: ChatLine): string | undefined => {
  const first = buttons[0]
  const step = first === undefined ? undefined : first.token.split(':')[1]
  return step === undefined || step[0] === '!' ? undefined : step
}

/** What a line asks; where it only says that a question still waits, that question; or how a list begins. */
const askedBy = (lines: readonly ChatLine[], open: ChatLine): string => {
  for (let at = lines.indexOf(open); at >= 0; at -= 1) {
    const line = lines[at]
    if (line === undefined || (line !== open && stepOf(line) !== (stepOf(open) || open))) continue
    const question = questionOf(line)
    if (question !== '') return question
  }
  return headOf(open)
}

/**
 * Answers first, large; what sends or ends them stands out; ways on are small, and what cannot be
 * undone stands apart from all.
 */
export const makeChoices = (parts: {
  readonly root: HTMLElement
  /** What is on its way stands between the conversation and the answers. */
  readonly pending: HTMLElement
  readonly words: Words
  /** Takes the focus from a button that goes. */ readonly leave: () => void
  readonly press: (button: Button) => Sending
}): Choices => {
  let shown: string | undefined
  let sending: Sending | undefined
  /** Says once more what is asked, where something stands between the question and its answers. */
  const asked = make('p', 'asked')
  asked.dir = 'auto'

  const build = (lines: readonly ChatLine[], line: ChatLine, buttons: readonly Button[]): void => {
    clear(parts.root)
    setText(asked, askedBy(lines, line))
    parts.root.append(asked)
    const all: HTMLButtonElement[] = []
    const send = (node: HTMLButtonElement, button: Button): void => {
      if (sending !== undefined) return
      sending = parts.press(button)
      node.setAttribute('aria-pressed', 'true')
      for (const each of all) each.disabled = each !== node
    }
    const add = (className: string, button: Button): HTMLButtonElement => {
      const node = makeButton(className, button.label, () => send(node, button))
      node.dir = 'auto'
      all.push(node)
      return node
    }

    const several = buttons.filter(({ role }) => role === 'several')
    let ticked = several.filter(({ picked }) => picked === true)
    const done =
      several.length === 0
        ? undefined
        : makeButton('choice main done', parts.words.say('done'), () => {
            if (done !== undefined && ticked.length > 0)
              send(done, { label: ticked.map(({ label }) => label).join(' · '), token: joined(ticked) })
          })
    const tick = (button: Button): HTMLButtonElement => {
      const node = makeButton('choice tick', button.label, () => {
        if (sending !== undefined || done === undefined) return
        ticked = several.filter((each) => (each === button) !== (ticked.indexOf(each) !== -1))
        node.setAttribute('aria-checked', String(ticked.indexOf(button) !== -1))
        done.disabled = ticked.length === 0
      })
      node.dir = 'auto'
      node.setAttribute('role', 'checkbox')
      node.setAttribute('aria-checked', String(button.picked === true))
      all.push(node)
      return node
    }

    const chips = make('div', 'chips')
    for (const button of buttons) {
      if (button.role === 'several') parts.root.append(tick(button))
      else if (button.role === 'control') chips.append(add('chip', button))
      else if (button.role === 'main') parts.root.append(add('choice main', button))
      else if (button.role !== 'done' && button.role !== 'apart') parts.root.append(add('choice', button))
      else if (button.role === 'done' && done === undefined) parts.root.append(add('choice main', button))
    }
    for (const button of buttons) if (button.role === 'apart') chips.append(add('chip apart', button))
    if (done !== undefined) {
      done.disabled = ticked.length === 0
      all.push(done)
      parts.root.append(done)
    }
    if (chips.firstChild !== null) parts.root.append(chips)
    shown = line.id
    sending = undefined
  }

  return {
    draw: (lines, open, viewed) => {
      const line = lines.find(({ id }) => id === open)
      const focused = parts.root.contains(document.activeElement)
      const buttons = line === undefined || line.buttons === undefined ? [] : line.buttons
      // Not accepted, or answered and still the last thing said: it may be pressed again.
      const stuck =
        sending !== undefined && (sending.state === 'failed' || (viewed && sending.state === 'sent'))
      if (line !== undefined && buttons.length > 0 && (shown !== line.id || stuck))
        build(lines, line, buttons)
      if (line === undefined || buttons.length === 0) {
        clear(parts.root)
        shown = undefined
        sending = undefined
      }
      const last = lines[lines.length - 1]
      const own = line === undefined ? '' : questionOf(line) || headOf(line)
      const apart =
        asked.textContent !== own ||
        (last !== undefined && last.id !== open) ||
        parts.pending.firstChild !== null
      setShown(asked, apart && asked.textContent !== '')
      setShown(parts.root, buttons.length > 0)
      if (focused && !parts.root.contains(document.activeElement)) parts.leave()
    },
    clear: () => {
      clear(parts.root)
      setShown(parts.root, false)
      shown = undefined
      sending = undefined
    },
  }
}
