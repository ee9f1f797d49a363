import { byId, setShown } from './dom.ts'

/** Without an answer the page leaves by itself (milliseconds): somebody may have come in. */
const ANSWER_TIME = 10_000

/**
 * The first quick exit of somebody whom nothing would bring back: the page is blank at once, and
 * one small line asks whether to keep a way back first. It says nothing of what was here. Every
 * press elsewhere, and closing the page, is the exit.
 */
export const makeParting = (parts: {
  readonly blank: (yes: boolean) => void
  readonly leave: () => void
  readonly stay: () => void
}): { readonly isOpen: () => boolean; readonly ask: () => void } => {
  const line = byId('div', 'parting')
  let timer = 0

  const end = (): void => {
    clearTimeout(timer)
    timer = 0
  }
  const leave = (): void => {
    if (timer === 0) return
    end()
    parts.leave()
  }

  byId('button', 'parting-stay').addEventListener('click', (event) => {
    event.stopPropagation()
    if (timer === 0) return
    end()
    setShown(line, false)
    parts.blank(false)
    parts.stay()
  })
  document.addEventListener('click', leave)
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') leave()
  })
  window.addEventListener('pagehide', leave)

  return {
    isOpen: () => timer !== 0,
    ask: () => {
      parts.blank(true)
      setShown(line, true)
      byId('button', 'parting-leave').focus()
      timer = window.setTimeout(leave, ANSWER_TIME)
    },
  }
}
