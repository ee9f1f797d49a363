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
  /** Whether something is here that nobody has yet: it is in memory only, and gone with the page. */
  readonly isUnsent: () => boolean
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
  // The browser asks before such a page is loaded anew or closed. A quick exit, and a page that is blank
  // already, ask nothing: somebody may have come in.
  window.addEventListener('beforeunload', (event) => {
    const isBlank = document.body.hidden || document.body.classList.contains('blank')
    if (isBlank || !parts.isUnsent()) return
    event.preventDefault()
    // Browsers of before 2023 look at this alone.
    event.returnValue = ''
  })
  return { leave, parting }
}
