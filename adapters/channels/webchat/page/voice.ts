import { byId, setShown, setText } from './dom.ts'

/** Ten minutes: a longer story is easier to follow, and safer from a lost connection, in parts. */
const LONGEST_SECONDS = 600

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export type Voice = {
  readonly start: () => Promise<void>
  readonly stop: () => void
  readonly possible: boolean
}

type Recording = {
  readonly recorder: MediaRecorder
  readonly beganAt: number
  readonly timer: number
  keep: boolean
}

export const makeVoice = (parts: {
  readonly done: (bytes: Blob, duration: number) => void
  readonly denied: () => void
}): Voice => {
  const bar = byId('div', 'recorder')
  const composer = byId('form', 'composer')
  const time = byId('bdi', 'voice-time')
  let recording: Recording | undefined
  const possible = typeof MediaRecorder === 'function' && navigator.mediaDevices !== undefined

  const show = (recorded: boolean): void => {
    setShown(bar, recorded)
    setShown(composer, !recorded)
  }

  const end = (keep: boolean): void => {
    if (recording === undefined) return
    recording.keep = keep
    if (recording.recorder.state !== 'inactive') recording.recorder.stop()
  }

  const record = (stream: MediaStream): void => {
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each))
    const recorder = new MediaRecorder(stream, type === undefined ? {} : { mimeType: type })
    const chunks: Blob[] = []
    const secondsOf = (beganAt: number): number => Math.round((Date.now() - beganAt) / 1000)
    const tick = (): void => {
      if (recording === undefined) return
      const seconds = secondsOf(recording.beganAt)
      setText(time, `${Math.floor(seconds / 60)}:${seconds % 60 < 10 ? '0' : ''}${seconds % 60}`)
      if (seconds >= LONGEST_SECONDS) end(true)
    }
    recorder.addEventListener('dataavailable', (event) => void chunks.push(event.data))
    recorder.addEventListener('stop', () => {
      for (const track of stream.getTracks()) track.stop()
      const ended = recording
      recording = undefined
      show(false)
      if (ended === undefined) return
      clearInterval(ended.timer)
      // The type without its parameters: what the file is, not how it was packed.
      const bytes = new Blob(chunks, { type: (recorder.mimeType || 'audio/webm').split(';')[0] || '' })
      if (ended.keep && bytes.size > 0) parts.done(bytes, secondsOf(ended.beganAt))
    })
    recorder.start(1000)
    recording = { recorder, beganAt: Date.now(), timer: window.setInterval(tick, 500), keep: false }
    setText(time, '0:00')
    show(true)
    byId('button', 'voice-send').focus()
  }

  byId('button', 'voice-cancel').addEventListener('click', () => end(false))
  byId('button', 'voice-send').addEventListener('click', () => end(true))

  return {
    possible,
    start: async () => {
      if (!possible || recording !== undefined) return
      try {
        record(await navigator.mediaDevices.getUserMedia({ audio: true }))
      } catch {
        parts.denied()
      }
    },
    stop: () => end(false),
  }
}
