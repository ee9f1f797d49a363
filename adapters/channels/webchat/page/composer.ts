import { setShown } from './dom.ts'

export type Composer = {
  readonly put: (text: string) => void
  readonly clear: () => void
  /** What is typed is not to be read by who looks on. */
  readonly mask: (yes: boolean) => void
  /** Measures again, once it can be seen. */
  readonly fit: () => void
}

/** Growing up to this many pixels; then it scrolls. */
const TALLEST = 144
/** Said at most this often (milliseconds); agents are shown it for twice as long. */
const TYPING_PAUSE = 4_000

export const makeComposer = (parts: {
  readonly form: HTMLFormElement
  readonly text: HTMLTextAreaElement
  readonly send: HTMLElement
  readonly voice: HTMLElement
  readonly voicePossible: boolean
  /** Something was typed, now and then. */
  readonly onTyping: () => void
  /** True where it was taken. */
  readonly submit: (text: string) => boolean
}): Composer => {
  const { form, text } = parts
  const desktop = matchMedia('(pointer: fine)').matches

  const fit = (): void => {
    text.style.height = 'auto'
    text.style.height = `${Math.min(TALLEST, text.scrollHeight + 2)}px`
    // An empty line has room for a recording, a written one for sending: on a small phone there is
    // not room for both.
    const written = text.value.trim() !== ''
    setShown(parts.send, written || !parts.voicePossible)
    setShown(parts.voice, !written && parts.voicePossible)
  }

  const put = (value: string): void => {
    text.value = value
    fit()
  }

  const submit = (): void => {
    const value = text.value.trim()
    if (value !== '' && parts.submit(value)) put('')
    text.focus()
  }

  let saidAt = 0
  text.addEventListener('input', () => {
    fit()
    if (text.value === '' || Date.now() - saidAt < TYPING_PAUSE) return
    saidAt = Date.now()
    parts.onTyping()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !desktop) return
    event.preventDefault()
    submit()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  return {
    put: (value) => {
      put(value)
      text.focus()
    },
    clear: () => put(''),
    mask: (yes) => {
      text.classList.toggle('masked', yes)
      if (yes && document.activeElement !== text && desktop) text.focus()
    },
    fit,
  }
}
