import type { ChatLine } from '../../../core/ports/chat-history.ts'
import type { Button } from '../../../core/ports/channel.ts'
import { clear, makeButton, setShown } from './dom.ts'
import type { Sending } from './queue.ts'

/** The answers offered to the open question, below the conversation. */
export type Choices = {
  /** `viewed` where the lines were just asked for. */
  readonly draw: (lines: readonly ChatLine[], viewed: boolean) => void
  readonly clear: () => void
}

/**
 * The last line with buttons, where nobody pressed one of them since: the bot may have said something in between, and then the answer is
 * still wanted. Once an agent speaks, the bot's questions rest.
 */
const openQuestion = (lines: readonly ChatLine[]): ChatLine | undefined => {
  const said: (string | undefined)[] = []
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i]
    if (line === undefined || line.from === 'agent') return undefined
    if (line.from === 'person') said.push(line.text)
    else if (line.buttons !== undefined && line.buttons.length > 0) {
      return line.buttons.some((button) => said.indexOf(button.label) !== -1) ? undefined : line
    }
  }
  return undefined
}

export const makeChoices = (parts: {
  readonly root: HTMLElement
  /** Takes the focus from a button that goes. */ readonly leave: () => void
  readonly press: (button: Button) => Sending
}): Choices => {
  let shown: string | undefined
  let sending: Sending | undefined

  const build = (line: ChatLine, buttons: readonly Button[]): void => {
    clear(parts.root)
    const all = buttons.map((button) => {
      const node = makeButton('choice', button.label, () => {
        if (sending !== undefined) return
        sending = parts.press(button)
        node.setAttribute('aria-pressed', 'true')
        for (const each of all) each.disabled = each !== node
      })
      node.dir = 'auto'
      return node
    })
    parts.root.append(...all)
    shown = line.id
    sending = undefined
  }

  return {
    draw: (lines, viewed) => {
      const focused = parts.root.contains(document.activeElement)
      const line = openQuestion(lines)
      const buttons = line === undefined || line.buttons === undefined ? [] : line.buttons
      // Not accepted, or answered and still the last thing said: it may be pressed again.
      const stuck = sending !== undefined && (sending.state === 'failed' || (viewed && sending.state === 'sent'))
      if (line !== undefined && buttons.length > 0 && (shown !== line.id || stuck)) build(line, buttons)
      if (line === undefined || buttons.length === 0) {
        clear(parts.root)
        shown = undefined
        sending = undefined
      }
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
