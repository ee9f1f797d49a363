/** How long the page is waited for before a figure is given up. */
export const PATIENCE_MS = 180_000

/**
 * Runs in the page: keeps when each marked text came into the page, and when the frame after it was
 * done. On the clock of the machine.
 */
export const WATCH = `
  globalThis.painted = {}
  const clock = () => performance.timeOrigin + performance.now()
  const look = () => {
    const now = clock()
    for (const each of [...document.querySelectorAll('.bubble')].slice(-5)) {
      const mark = /mark-\\d+/.exec(each.textContent)?.[0]
      if (mark === undefined || globalThis.painted[mark] !== undefined) continue
      const times = { there: now }
      globalThis.painted[mark] = times
      requestAnimationFrame(() => setTimeout(() => { times.painted = clock() }))
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
`

/** When the frame that comes is done, on the clock of the machine. */
export const DRAWN =
  'new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now()))))'

/** Runs in the page: scrolls up until the beginning is there, and counts the frames that took too long. */
export const CLIMB = `(async () => {
  const frames = []
  let last = performance.now()
  let running = true
  const tick = (now) => { frames.push(now - last); last = now; if (running) requestAnimationFrame(tick) }
  requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick) })
  const began = performance.now()
  const log = document.querySelector('.log')
  let most = 0
  while (document.querySelector('.log-begin') === null && performance.now() - began < ${PATIENCE_MS}) {
    log.scrollTop = Math.max(0, log.scrollTop - 2_000)
    await new Promise((resolve) => requestAnimationFrame(resolve))
    most = Math.max(most, document.getElementsByTagName('*').length)
  }
  running = false
  return { done: document.querySelector('.log-begin') !== null, ms: performance.now() - began, frames, nodes: document.getElementsByTagName('*').length, most, bubbles: document.querySelectorAll('.bubble').length }
})()`
