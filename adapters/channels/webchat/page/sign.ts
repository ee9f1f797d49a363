import { byId, setShown, setText } from './dom.ts'
import type { Words } from './words.ts'

/** Before the title while something waits unseen: it tells nothing of what. */
const MARK = '• '
/** Of the tone: hertz, loudness, seconds. Short, low and soft, as of anything. */
const TONE = { pitch: 392, gain: 0.08, length: 0.25 }

/**
 * A sign that an answer came while the page is not looked at: a dot before its title, and a soft tone.
 * Only for who turned it on, on this page and for as long as it stays open: nothing of the choice is
 * kept in the browser.
 */
export type Sign = {
  /** Whether it is offered: while an answer is waited for. */
  readonly offer: (yes: boolean) => void
  /** An answer came. */
  readonly heard: () => void
  /** Off, and without a trace: the page is being left. */
  readonly end: () => void
}

export const makeSign = (words: Words): Sign => {
  const button = byId('button', 'sign')
  let isOn = false
  let waits = false
  let audio: AudioContext | undefined

  const draw = (): void => {
    const key = isOn ? 'sign-on' : 'sign-off'
    // The words change with the language of the page.
    button.dataset['t'] = key
    setText(button, words.say(key))
    button.setAttribute('aria-pressed', String(isOn))
    document.title = `${waits ? MARK : ''}${words.say('title')}`
  }

  const sound = (): void => {
    if (audio === undefined) return
    const tone = audio.createOscillator()
    const gain = audio.createGain()
    tone.frequency.value = TONE.pitch
    gain.gain.value = TONE.gain
    tone.connect(gain)
    gain.connect(audio.destination)
    tone.start()
    tone.stop(audio.currentTime + TONE.length)
  }

  const seen = (): void => {
    if (document.hidden || !waits) return
    waits = false
    draw()
  }

  button.addEventListener('click', () => {
    isOn = !isOn
    // A browser lets a page sound only where somebody pressed something on it.
    if (isOn && audio === undefined && typeof AudioContext === 'function') audio = new AudioContext()
    waits = false
    draw()
  })
  document.addEventListener('visibilitychange', seen)

  return {
    // Who turned it on can always turn it off.
    offer: (yes) => setShown(button, yes || isOn),
    heard: () => {
      if (!isOn || !document.hidden) return
      waits = true
      draw()
      sound()
    },
    end: () => {
      isOn = false
      waits = false
      setShown(button, false)
      button.dataset['t'] = 'sign-off'
      setText(button, words.say('sign-off'))
      button.setAttribute('aria-pressed', 'false')
    },
  }
}
