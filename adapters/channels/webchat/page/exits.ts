import { byId } from './dom.ts'
import { makeLeave, onTwice, type Leave } from './leave.ts'
import { makeParting } from './parting.ts'
import type { Settings } from './settings.ts'
import type { Words } from './words.ts'

/** What the button for a PIN says to the server (core/policy/access/says). */
export const SET_PIN = '0:!access:set-pin'

/**
 * Every way off the page: the button, Esc twice, and the question before the first exit of somebody
 * whom nothing would bring back.
 */
export const makeExits = (parts: {
  readonly settings: Settings
  readonly words: Words
  readonly hasSession: () => boolean
  /** Whether nothing would bring the person back into this conversation. */
  readonly isStranded: () => boolean
  /** Nothing goes on after this: no stream, no recording, no upload. */
  readonly hush: () => void
  /** Takes all that was said off the page. */
  readonly wipe: () => void
  /** The person stays, to choose a PIN. */
  readonly keepWay: () => void
}): { readonly leave: Leave; readonly parting: ReturnType<typeof makeParting> } => {
  const { settings, words } = parts
  const leave = makeLeave(settings, parts.hasSession, words.language, () => {
    parts.hush()
    document.title = ''
    document.body.hidden = true
  })
  const parting = makeParting({
    blank: (yes) => {
      if (yes) parts.wipe()
      document.title = yes ? '' : words.say('title')
      document.body.classList.toggle('blank', yes)
    },
    leave: leave.now,
    stay: parts.keepWay,
  })
  let parted = false
  byId('button', 'exit').addEventListener('click', (event) => {
    if (parted || !parts.isStranded()) return leave.now()
    parted = true
    // The same press must not be the answer, too.
    event.stopPropagation()
    parting.ask()
  })
  onTwice('Escape', leave.now)
  // A page with something unsent is closed without a question (`beforeunload`): the browser would hold the chat in
  // sight meanwhile, and somebody may have come in. That it is gone with the page stands beside it.
  return { leave, parting }
}
