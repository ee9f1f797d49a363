import { Loader, Switch } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Evidence } from '../../contract/index.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { VoicePlayer } from './voice-player.tsx'

/** Seconds a picture stays open. */
const OPEN = 60

const useTextOf = (file: Blob, wanted: boolean): string | undefined => {
  const [text, setText] = useState<string>()
  useEffect(() => {
    if (wanted) void file.text().then(setText)
  }, [file, wanted])
  return text
}

const useAddressOf = (file: Blob): string | undefined => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}

/**
 * Seconds left until it hides; hides at once when the tab is left, as somebody else may look next.
 * By the clock, not by counting: a slow tab must not show longer.
 */
const useHiding = (seconds: number | undefined, hide: () => void): number | undefined => {
  const [until] = useState(() => (seconds === undefined ? undefined : Date.now() + seconds * 1_000))
  const [left, setLeft] = useState(seconds)
  const last = useRef(hide)
  useEffect(() => {
    last.current = hide
  })
  useEffect(() => {
    const leave = (): void => {
      if (document.visibilityState === 'hidden') last.current()
    }
    const tick = (): void => {
      if (until === undefined) return
      setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1_000)))
      if (Date.now() >= until) last.current()
    }
    const timer = setInterval(tick, 1_000)
    document.addEventListener('visibilitychange', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [until])
  return left
}

/** The opened file, held in this page's memory only and let go of when hidden. */
export const Shown = ({
  file,
  hide,
  read,
  beside,
}: {
  readonly file: Blob
  readonly hide: () => void
  /** What was read off it. */
  readonly read?: Evidence['examined']
  /** What stands with a picture; it gets the picture's address in this page. */
  readonly beside?: (address: string) => ReactNode
}): ReactNode => {
  const t = useT()
  const isSound = file.type.startsWith('audio/')
  const isText = file.type.startsWith('text/plain')
  const left = useHiding(isSound ? undefined : OPEN, hide)
  // Grey says as much and weighs less.
  const [grey, setGrey] = useState(true)
  const text = useTextOf(file, isText)
  const address = useAddressOf(file)
  return (
    <div className="shown">
      {isSound && address !== undefined && (
        <VoicePlayer address={address} bars={read?.waveform ?? []} durationMs={read?.durationMs} />
      )}
      {isText &&
        (text === undefined ? (
          <Loader size="sm" role="status" aria-label={t('loading')} />
        ) : (
          <blockquote className="words shown-text" dir="auto">
            <Words text={text} />
          </blockquote>
        ))}
      {!isSound && !isText && address !== undefined && (
        <>
          <img src={address} alt={t('shown-alt')} className="shown-picture" data-grey={grey} />
          <Switch
            size="sm"
            label={t('shown-colours')}
            checked={!grey}
            onChange={(event) => setGrey(!event.currentTarget.checked)}
          />
          {beside?.(address)}
        </>
      )}
      {left !== undefined && (
        <p className="soft" role="timer">
          {t('shown-left', { count: left })}
        </p>
      )}
    </div>
  )
}
