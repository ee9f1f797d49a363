import type { ViewHead } from '../wire.ts'
import { byId } from './dom.ts'
import type { Settings } from './settings.ts'
import { kindOf, type Uploads } from './uploads.ts'
import type { Voice } from './voice.ts'
import type { Words } from './words.ts'

/** The buttons for files and recordings. */
export const wireFiles = (parts: {
  readonly settings: Settings
  readonly words: Words
  readonly uploads: Uploads
  readonly voice: Voice
  readonly media: () => ViewHead['media']
  readonly tell: (text: string) => void
  /** Where files are not taken at this age: offers what can be done instead. */
  readonly instead: () => void
}): void => {
  const { settings, words, tell } = parts
  const files = byId('input', 'files')

  /**
   * Law 10, before anything is chosen or recorded: says where it would be in vain. Where an answer
   * is missing it is kept here until it comes.
   */
  const mayOffer = (): boolean => {
    const never = parts.media() === 'age'
    tell(never ? words.say('media-age') : '')
    return !never
  }

  const add = (file: File): void => {
    if (file.size > settings.maxFile)
      tell(words.say('file-too-large', { n: String(Math.floor(settings.maxFile / 1_048_576)) }))
    else if (file.size === 0) tell(words.say('file-empty'))
    else parts.uploads.add({ kind: kindOf(file.type), bytes: file, name: file.name })
  }

  byId('button', 'attach').addEventListener('click', () => {
    if (mayOffer()) files.click()
    else parts.instead()
  })
  byId('button', 'voice').addEventListener('click', () => {
    if (mayOffer()) void parts.voice.start()
  })
  files.addEventListener('change', () => {
    Array.from(files.files || []).forEach(add)
    files.value = ''
  })
}

/**
 * Runs when the browser may have missed something: after a lost network, a sleeping phone, a step
 * back in its history.
 */
export const onReturn = (run: () => void): void => {
  window.addEventListener('online', run)
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) run()
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') run()
  })
}
