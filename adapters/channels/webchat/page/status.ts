import type { ViewHead } from '../wire.ts'
import { byId, setShown, setText } from './dom.ts'
import type { Words } from './words.ts'

/** What the person is told about the state of things, around the conversation itself. */
export type Status = {
  /** A sentence above the composer; '' takes it away. */
  readonly tell: (text: string) => void
  /** Who reads here. */
  readonly presence: (mode: ViewHead['mode'], alias: string | undefined) => void
  /** Whether the last try to reach the server got through; `busy` where the server asked for a pause. */
  readonly through: (ok: boolean, busy?: boolean) => void
  readonly typing: (yes: boolean) => void
  /** Nobody writes, and there is nothing to tell. */
  readonly calm: () => void
}

/** How long (milliseconds) "writing…" stands after its last sign. */
const TYPING = 6_000
/** Disturbances shorter than this (milliseconds) are healed before anybody needs to hear of them. */
const GRACE = 3_000

export const makeStatus = (words: Words): Status => {
  const notice = byId('p', 'notice')
  const presence = byId('p', 'presence')
  const offline = byId('p', 'offline')
  const typing = byId('p', 'typing')
  let typingTimer = 0
  let offlineTimer = 0

  const tell = (text: string): void => {
    setText(notice, text)
    setShown(notice, text !== '')
  }

  const presenceOf = (mode: ViewHead['mode'], alias: string | undefined): string => {
    if (mode === 'waiting') return words.say('in-line')
    if (mode === 'reading') return words.say('only-reads')
    if (mode === 'closed') return words.say('closed')
    if (mode === 'bot') return ''
    // Isolated, so that a Latin name does not turn the sentence about.
    return alias === undefined || alias === ''
      ? words.say('with-someone')
      : words.say('with-person', { name: `\u2068${alias}\u2069` })
  }

  const setTyping = (yes: boolean): void => {
    clearTimeout(typingTimer)
    setShown(typing, yes)
    if (yes) typingTimer = window.setTimeout(() => setShown(typing, false), TYPING)
  }

  return {
    tell,
    presence: (mode, alias) => {
      const text = presenceOf(mode, alias)
      setText(presence, text)
      setShown(presence, text !== '')
    },
    through: (ok, busy = false) => {
      if (busy) tell(words.say('too-many'))
      if (ok || busy) {
        clearTimeout(offlineTimer)
        offlineTimer = 0
        setShown(offline, false)
      } else if (offlineTimer === 0) offlineTimer = window.setTimeout(() => setShown(offline, true), GRACE)
    },
    typing: setTyping,
    calm: () => {
      setTyping(false)
      tell('')
    },
  }
}
