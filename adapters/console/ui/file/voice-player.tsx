import { ActionIcon, SegmentedControl } from '@mantine/core'
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../language/language.tsx'
import { lengthOf } from './length.ts'
import { Waveform } from './waveform.tsx'

const SPEEDS = ['1', '1.5', '2'] as const
/** Seconds that one press of an arrow goes. */
const STEP = 5

const isFiniteLength = (seconds: number): boolean => Number.isFinite(seconds) && seconds > 0

/**
 * A voice message: how loud it is from its beginning to its end, where one is in it, and how fast
 * it goes. Time runs from left to right in every language. Keys by their place: space or K plays,
 * arrows go five seconds, Home and End to the ends.
 */
export const VoicePlayer = ({
  address,
  bars,
  durationMs,
}: {
  readonly address: string
  readonly bars: readonly number[]
  readonly durationMs: number | undefined
}): ReactNode => {
  const t = useT()
  const sound = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState((durationMs ?? 0) / 1_000)
  const [speed, setSpeed] = useState<(typeof SPEEDS)[number]>('1')
  useEffect(() => {
    if (sound.current !== null) sound.current.playbackRate = Number(speed)
  }, [speed])

  const toggle = (): void => {
    const player = sound.current
    if (player === null) return
    // A browser that refuses to sound says so by staying where it is.
    if (player.paused) void player.play().catch(() => undefined)
    else player.pause()
  }
  const go = (to: number): void => {
    const player = sound.current
    if (player === null) return
    player.currentTime = Math.min(length, Math.max(0, to))
    setAt(player.currentTime)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const now = sound.current?.currentTime ?? 0
    const act: Readonly<Record<string, () => void>> = {
      Space: toggle,
      KeyK: toggle,
      ArrowRight: () => go(now + STEP),
      ArrowUp: () => go(now + STEP),
      ArrowLeft: () => go(now - STEP),
      ArrowDown: () => go(now - STEP),
      Home: () => go(0),
      End: () => go(length),
    }
    const chosen = act[event.code]
    if (chosen === undefined) return
    event.preventDefault()
    chosen()
  }
  const passed = lengthOf(at * 1_000)
  const whole = lengthOf(length * 1_000)
  return (
    <div className="voice" dir="ltr" role="group" aria-label={t('shown-sound')}>
      <audio
        ref={sound}
        src={address}
        preload="metadata"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onLoadedMetadata={({ currentTarget }) => {
          // What the file itself says; some recordings say nothing, and then what was read off them holds.
          if (isFiniteLength(currentTarget.duration)) setLength(currentTarget.duration)
          currentTarget.playbackRate = Number(speed)
        }}
      />
      <ActionIcon
        size="lg"
        radius="xl"
        aria-label={t(playing ? 'voice-pause' : 'voice-play')}
        onClick={toggle}
      >
        {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
      </ActionIcon>
      <div
        className="voice-track"
        role="slider"
        tabIndex={0}
        aria-label={t('voice-place')}
        aria-valuemin={0}
        aria-valuemax={Math.round(length)}
        aria-valuenow={Math.round(at)}
        aria-valuetext={t('voice-at', { passed, whole })}
        onKeyDown={press}
        onClick={(event) => {
          const { left, width } = event.currentTarget.getBoundingClientRect()
          if (width > 0) go(((event.clientX - left) / width) * length)
        }}
      >
        {bars.length > 0 && <Waveform bars={bars} silent passed={length === 0 ? 0 : at / length} />}
        {bars.length === 0 && <progress max={1} value={length === 0 ? 0 : at / length} aria-hidden />}
      </div>
      <span className="voice-time">
        {passed} / {whole}
      </span>
      <SegmentedControl
        size="xs"
        aria-label={t('voice-speed')}
        value={speed}
        onChange={setSpeed}
        data={SPEEDS.map((each) => ({ value: each, label: `${each}×` }))}
      />
    </div>
  )
}
