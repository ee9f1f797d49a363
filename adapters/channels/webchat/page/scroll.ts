import { setShown } from './dom.ts'

export type Scroll = {
  readonly toEnd: () => void
  /** Something was added at the end: follows it where the person reads the end, and says so where not. */
  readonly grown: (first: boolean) => void
  /** Adds above what is read, without moving it. */
  readonly keep: (change: () => void) => void
}

/** Nearer to the end than this (pixels) counts as reading the end. */
const NEAR = 120

export const makeScroll = (box: HTMLElement, newest: HTMLElement): Scroll => {
  let atEnd = true
  const toEnd = (): void => {
    box.scrollTop = box.scrollHeight
    setShown(newest, false)
  }
  box.addEventListener(
    'scroll',
    () => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
      if (atEnd) setShown(newest, false)
    },
    { passive: true },
  )
  newest.addEventListener('click', toEnd)
  // The keyboard of a phone covers the page where the browser does not shrink it.
  const { visualViewport } = window
  if (visualViewport !== null && visualViewport !== undefined) {
    visualViewport.addEventListener('resize', () => {
      document.documentElement.style.setProperty('--seen', `${visualViewport.height}px`)
      if (atEnd) toEnd()
    })
  }
  window.addEventListener('resize', () => atEnd && toEnd())
  return {
    toEnd,
    grown: (first) => {
      if (first || atEnd) toEnd()
      else setShown(newest, true)
    },
    keep: (change) => {
      const before = box.scrollHeight - box.scrollTop
      change()
      box.scrollTop = box.scrollHeight - before
    },
  }
}
