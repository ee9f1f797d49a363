import { Button, Loader } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { loadOlder } from '../api/reads.ts'
import type { Thread } from '../api/thread.ts'
import type { Language } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { useStore } from '../browser/store.ts'
import { tellFault } from '../parts/notice.ts'
import { jump } from './jump.ts'
import { StretchLines } from './stretch.tsx'
import { stretchesOf } from './stretches.ts'

/** The newest state that was on the screen: its version and the id of its last message. */
export type Seen = { readonly version: number; readonly last: string | undefined }

/** Within this many pixels of the end the reader counts as being at the end. */
const NEAR = 60
/**
 * Within this many pixels of the beginning older messages are fetched: before who reads back comes
 * to the end of what is there.
 */
const OLDER = 1_200

/** A message on the screen and how far below the upper edge it stands, so that it can be held there. */
type Held = { readonly line: HTMLElement; readonly top: number }

const topOf = (log: HTMLElement, line: HTMLElement): number =>
  line.getBoundingClientRect().top - log.getBoundingClientRect().top

/**
 * The first of these that is not above the upper edge. They lie in order, so a few looks find it in
 * a long thread too.
 */
const firstBelow = (log: HTMLElement, among: ArrayLike<HTMLElement>): HTMLElement | undefined => {
  let from = 0
  let to = among.length
  while (from < to) {
    const middle = (from + to) >> 1
    const each = among[middle]
    if (each !== undefined && topOf(log, each) + each.offsetHeight <= 0) from = middle + 1
    else to = middle
  }
  return among[from]
}

/** Stretch first, then message: asking a message where it stands would draw its stretch. */
const findHeld = (log: HTMLElement): Held | undefined => {
  const stretch = firstBelow(log, log.querySelectorAll<HTMLElement>('.log-stretch'))
  const line = stretch && firstBelow(log, stretch.querySelectorAll<HTMLElement>('[data-message]'))
  return line && { line, top: topOf(log, line) }
}

/**
 * What was said, oldest first. Stays at the end while the reader is there, and in place while they
 * read back.
 */
export const ThreadLog = ({
  code,
  thread,
  see,
  atEnd,
  freshAfter,
  language,
}: {
  readonly code: string
  readonly thread: Thread
  readonly see: (seen: Seen) => void
  /** Kept here, for whoever asks whether the end is on the screen. */
  readonly atEnd: RefObject<boolean>
  readonly freshAfter: string | undefined
  readonly language: Language
}): ReactNode => {
  const { t } = useSpeech()
  const queries = useQueryClient()
  const box = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  const held = useRef<Held>(undefined)
  const [older, setOlder] = useState(false)
  const [below, setBelow] = useState(false)
  const { messages, version } = thread
  const last = messages.at(-1)?.id

  const noteSeen = (): void => {
    if (atEnd.current && document.visibilityState === 'visible') see({ version, last })
  }

  /**
   * Whatever grows above or below: the end stays in view, or else what the reader looks at stays
   * where it is.
   */
  const keepPlace = (): void => {
    const log = box.current
    if (log === null) return
    if (atEnd.current) log.scrollTop = log.scrollHeight
    else if (held.current?.line.isConnected === true)
      log.scrollTop += topOf(log, held.current.line) - held.current.top
  }
  // A log begins at its end, also one that is drawn again after a fault.
  useLayoutEffect(() => void (atEnd.current = true), [])
  useLayoutEffect(keepPlace, [messages, older])

  useEffect(() => {
    noteSeen()
    if (!atEnd.current) setBelow(true)
    document.addEventListener('visibilitychange', noteSeen)
    return () => document.removeEventListener('visibilitychange', noteSeen)
  }, [version, last])

  useEffect(() => {
    if (freshAfter === undefined) return
    box.current?.querySelector('[data-fresh]')?.scrollIntoView({ block: 'start' })
  }, [freshAfter])

  // Somebody wants to see one message: what lies between is fetched first, and it is shown as soon
  // as it is there.
  const wanted = useStore(jump)
  const marked = wanted?.code === code ? wanted.message : undefined
  const shown = useRef(0)
  useEffect(() => {
    if (wanted?.code !== code || shown.current === wanted.count) return
    const found = box.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(wanted.message)}"]`)
    if (found === null || found === undefined) {
      if (thread.older === undefined) shown.current = wanted.count
      else if (!older)
        void fetchOlder().then((done) => {
          // A line that broke is told once; asking again is for the agent.
          if (!done) shown.current = wanted.count
          return done
        })
      return
    }
    shown.current = wanted.count
    atEnd.current = false
    found.scrollIntoView({ block: 'center' })
    found.focus({ preventScroll: true })
  })

  // Pictures and fonts that come late, or a keyboard that opens, change heights without a render.
  useEffect(() => {
    const log = box.current
    if (log === null) return
    const watch = new ResizeObserver(keepPlace)
    watch.observe(log)
    for (const child of log.children) watch.observe(child)
    return () => watch.disconnect()
  }, [])

  const fetchOlder = async (): Promise<boolean> => {
    setOlder(true)
    const done = await loadOlder(code, queries).then(
      () => true,
      (error: unknown) => (tellFault(t, error), false),
    )
    setOlder(false)
    return done
  }
  const onScroll = (): void => {
    const log = box.current
    if (log === null) return
    // Only a reader who goes up leaves the end; a picture that grows the log does not take them away from it.
    const wentUp = log.scrollTop < top.current
    atEnd.current = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR || (atEnd.current && !wentUp)
    top.current = log.scrollTop
    held.current = findHeld(log)
    if (atEnd.current) {
      setBelow(false)
      noteSeen()
    }
    if (log.scrollTop < OLDER && thread.older !== undefined && !older) void fetchOlder()
  }
  const toEnd = (): void => box.current?.scrollTo({ top: box.current.scrollHeight })

  const stretches = useMemo(() => stretchesOf(messages), [messages])
  const freshFrom =
    freshAfter === undefined
      ? Number.POSITIVE_INFINITY
      : messages.findIndex((message) => message.id === freshAfter) + 1
  return (
    <div className="log-frame">
      <div
        ref={box}
        className="log"
        role="log"
        tabIndex={0}
        aria-label={t('log-label')}
        aria-busy={older}
        onScroll={onScroll}
      >
        <div className="log-lines">
          {thread.older === undefined ? (
            <p className="log-begin">{t('log-begin')}</p>
          ) : (
            <div className="log-older">
              {older ? (
                <Loader size="sm" role="status" aria-label={t('loading')} />
              ) : (
                <Button size="xs" variant="subtle" onClick={() => void fetchOlder()}>
                  {t('log-older')}
                </Button>
              )}
            </div>
          )}
          {stretches.map(({ key, start, ...stretch }) => (
            <StretchLines
              key={key}
              {...stretch}
              code={code}
              language={language}
              fresh={Math.max(freshFrom - start, -1)}
              marked={stretch.messages.some(({ id }) => id === marked) ? marked : undefined}
            />
          ))}
        </div>
      </div>
      {below && (
        <Button
          className="log-below"
          size="xs"
          radius="xl"
          leftSection={<IconArrowDown size={16} />}
          onClick={toEnd}
        >
          {t('log-below')}
        </Button>
      )}
    </div>
  )
}
