import { setShown } from './dom.ts'

export type Scroll = {
  readonly toEnd: () => void
  /** The person answered by a button: what comes next is followed from its beginning. */
  readonly follow: () => void
  /**
   * Something was added at the end. Where the person reads the end it is followed, but never past `from`,
   * where it begins: a question is read before its answers. Where not, it is said that there is more.
   */
  readonly grown: (first: boolean, from?: HTMLElement) => void
  /** Adds above what is read, without moving it. */
  readonly keep: (change: () => void) => void
}

/** Nearer to the end than this (pixels) counts as reading the end. */
const NEAR = 120
/** Of what came before a message, this much (pixels) stays in sight above it. */
const ABOVE = 8
/** Messages that come within this time (milliseconds) of the first are read from the first. */
const TOGETHER = 4_000

export const makeScroll = (box: HTMLElement, newest: HTMLElement): Scroll => {
  let atEnd = true
  /** They answered, and what comes next has not come: a scroll that was under way then changes nothing. */
  let following = false
  let begin: HTMLElement | undefined
  let begun = 0
  const end = (): number => box.scrollHeight - box.clientHeight
  /**
   * The row goes, and as much room comes below the answers until more is said: else they would move
   * under the finger that is about to press one, which is lost or presses another.
   */
  const leave = (): void => {
    if (newest.hidden) return
    box.style.paddingBottom = ''
    const { paddingBottom } = getComputedStyle(box)
    const row = newest.offsetHeight + parseFloat(getComputedStyle(newest).marginBottom)
    box.style.paddingBottom = `${parseFloat(paddingBottom) + row}px`
    setShown(newest, false)
  }
  const toEnd = (): void => {
    begin = undefined
    atEnd = true
    box.style.paddingBottom = ''
    box.scrollTop = box.scrollHeight
    setShown(newest, false)
  }
  /** The end, or where what came begins if that would be out of sight. */
  const settle = (): void => {
    box.style.paddingBottom = ''
    const top =
      begin === undefined || !box.contains(begin)
        ? end()
        : box.scrollTop + begin.getBoundingClientRect().top - box.getBoundingClientRect().top - ABOVE
    box.scrollTop = Math.min(end(), top)
    setShown(newest, end() - box.scrollTop >= NEAR)
  }
  box.addEventListener(
    'scroll',
    () => {
      const near = end() - box.scrollTop < NEAR
      atEnd = near || following
      if (near) leave()
    },
    { passive: true },
  )
  newest.addEventListener('click', toEnd)
  // The keyboard of a phone covers the page where the browser does not shrink it.
  const { visualViewport } = window
  if (visualViewport !== null && visualViewport !== undefined) {
    visualViewport.addEventListener('resize', () => {
      document.documentElement.style.setProperty('--seen', `${visualViewport.height}px`)
      if (atEnd) settle()
    })
  }
  window.addEventListener('resize', () => atEnd && settle())
  return {
    toEnd,
    follow: () => {
      begin = undefined
      atEnd = true
      following = true
    },
    grown: (first, from) => {
      if (!first && !atEnd) return setShown(newest, true)
      if (from !== undefined && (begin === undefined || Date.now() - begun > TOGETHER)) {
        begin = from
        begun = Date.now()
      }
      settle()
      following = false
    },
    keep: (change) => {
      const before = box.scrollHeight - box.scrollTop
      change()
      box.scrollTop = box.scrollHeight - before
    },
  }
}
