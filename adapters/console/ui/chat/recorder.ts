import { useEffect, useRef, useState } from 'react'

/** Five minutes: a longer note is easier to follow in parts. */
const LONGEST_SECONDS = 300
/** A channel plays what the server can turn into Ogg, or takes as it is. */
const TYPES = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4']

export type Recorder = {
  /** Nothing where nothing is recorded. */
  readonly seconds: number | undefined
  readonly denied: boolean
  readonly start: () => void
  readonly end: (keep: boolean) => void
}

/** Records a voice note; `done` gets what was kept. The microphone is let go of at once. */
export const useRecorder = (done: (note: Blob) => void): Recorder => {
  const [seconds, setSeconds] = useState<number>()
  const [denied, setDenied] = useState(false)
  const current = useRef<{ readonly recorder: MediaRecorder; keep: boolean }>(undefined)

  const end = (keep: boolean): void => {
    if (current.current === undefined) return
    current.current.keep = keep
    if (current.current.recorder.state !== 'inactive') current.current.recorder.stop()
  }
  useEffect(() => () => end(false), [])

  const record = (stream: MediaStream): void => {
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each))
    const recorder = new MediaRecorder(stream, type === undefined ? {} : { mimeType: type })
    const chunks: Blob[] = []
    const began = Date.now()
    const timer = setInterval(() => {
      const passed = Math.round((Date.now() - began) / 1000)
      setSeconds(passed)
      if (passed >= LONGEST_SECONDS) end(true)
    }, 500)
    recorder.addEventListener('dataavailable', (event) => void chunks.push(event.data))
    recorder.addEventListener('stop', () => {
      clearInterval(timer)
      for (const track of stream.getTracks()) track.stop()
      const keep = current.current?.keep === true
      current.current = undefined
      setSeconds(undefined)
      const note = new Blob(chunks, { type: recorder.mimeType.split(';')[0] ?? '' })
      if (keep && note.size > 0) done(note)
    })
    recorder.start()
    current.current = { recorder, keep: false }
    setSeconds(0)
  }

  return {
    seconds,
    denied,
    end,
    start: () => {
      setDenied(false)
      navigator.mediaDevices.getUserMedia({ audio: true }).then(record, () => setDenied(true))
    },
  }
}
