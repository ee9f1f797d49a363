import { byId, setShown, setText } from './dom.ts'
import { canSee, seeFile } from './eyes.ts'
import type { Queue, Sending } from './queue.ts'
import { makeId } from './settings.ts'
import type { Words } from './words.ts'

/** The view in which a person gives fingerprints of files that stay on their phone. */
export type Prints = {
  /** Does nothing where this browser cannot compute them. */
  readonly open: () => void
  readonly close: () => void
  /**
   * The conversation was read: who came by a link of another channel finds the view open as soon as
   * it may be.
   */
  readonly looked: () => void
  readonly draw: () => void
}

/** Chosen at once. The server has a bound of its own for a whole case. */
const MOST_FILES = 50
const WANTED = '#fingerprint'

export const makePrints = (parts: {
  readonly words: Words
  readonly queue: Queue
  readonly mayGive: () => boolean
}): Prints => {
  const { words, queue } = parts
  const say = words.say
  const view = byId('section', 'prints')
  const state = byId('p', 'prints-state')
  const files = byId('input', 'prints-files')
  const pick = byId('button', 'prints-pick')
  let wanted = location.hash === WANTED
  let reading: { readonly n: number; readonly of: number } | undefined
  let sendings: Sending[] = []
  let unread = 0
  let tooMany = false
  /** Rises when the view is closed: what still runs then sends nothing any more. */
  let round = 0

  const progress = (): string => {
    const sent = sendings.filter((each) => each.state === 'sent').length
    if (reading !== undefined) return say('prints-reading', { n: String(reading.n), of: String(reading.of) })
    if (sendings.length === 0) return ''
    if (sent === sendings.length) return say('prints-done', { n: String(sent) })
    return say('prints-sending', { n: String(sent), of: String(sendings.length) })
  }

  const draw = (): void => {
    const failed = unread + sendings.filter((each) => each.state === 'failed').length
    const lines = [
      progress(),
      failed === 0 ? '' : say('prints-unread', { n: String(failed) }),
      tooMany ? say('prints-many', { n: String(MOST_FILES) }) : '',
    ]
    const text = lines.filter((line) => line !== '').join(' ')
    setText(state, text)
    setShown(state, text !== '')
    pick.disabled = reading !== undefined
  }

  const give = async (chosen: readonly File[]): Promise<void> => {
    const mine = round
    sendings = []
    unread = 0
    tooMany = chosen.length > MOST_FILES
    const taken = chosen.slice(0, MOST_FILES)
    let n = 0
    for (const file of taken) {
      n += 1
      reading = { n, of: taken.length }
      draw()
      const seen = await seeFile(file)
      if (round !== mine) return
      if (seen === undefined) unread += 1
      else {
        const id = makeId()
        const pdq = seen.pdq === undefined ? {} : { pdq: seen.pdq.hash, quality: seen.pdq.quality }
        sendings.push(queue.add({ id, path: 'fingerprints', body: { id, sha256: seen.sha256, ...pdq } }))
      }
    }
    reading = undefined
    draw()
  }

  const close = (): void => {
    round += 1
    reading = undefined
    sendings = []
    unread = 0
    tooMany = false
    files.value = ''
    setShown(view, false)
    draw()
  }

  const open = (): void => {
    if (!canSee()) return
    setShown(view, true)
    byId('h2', 'prints-head').focus()
  }

  pick.addEventListener('click', () => files.click())
  byId('button', 'prints-close').addEventListener('click', () => {
    close()
    byId('button', 'attach').focus()
  })
  files.addEventListener('change', () => {
    const chosen = Array.from(files.files || [])
    if (chosen.length > 0) void give(chosen)
    files.value = ''
  })

  return {
    open,
    close,
    looked: () => {
      if (!wanted || !parts.mayGive()) return
      wanted = false
      history.replaceState(null, '', location.pathname)
      open()
    },
    draw,
  }
}
