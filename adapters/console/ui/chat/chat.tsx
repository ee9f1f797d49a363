import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from 'react'
import type { Done } from '../../contract/index.ts'
import { isFault } from '../api/fault.ts'
import { caseQuery, threadQuery } from '../api/reads.ts'
import type { Layout } from '../browser/layout.ts'
import { PartBoundary } from '../desk/part-boundary.tsx'
import { Pending, PartTrouble } from '../desk/trouble.tsx'
import { Alarms } from '../file/signals.tsx'
import { useT } from '../language/language.tsx'
import '../styles/chat.css'
import { useBeing } from './being.ts'
import { ChatHeader } from './chat-header.tsx'
import { Composer } from './composer.tsx'
import { hasAbove } from './has-above.ts'
import { isTakenAnew } from './taken.ts'
import { TakeOver } from './take-over.tsx'
import { useMentions } from '../wanted/wanted.tsx'
import { useRead } from '../queue/read.ts'
import type { DraftKind } from './drafts.tsx'
import { Typing } from './typing.tsx'
import { keepTrying } from '../parts/keep-trying.ts'
import { ThreadLog, type Seen } from './thread-log.tsx'

const Above = lazy(async () => ({ default: (await keepTrying(() => import('./above.tsx'))).Above }))
const Mentioned = lazy(async () => ({
  default: (await keepTrying(() => import('../wanted/mentioned.tsx'))).Mentioned,
}))
const Brief = lazy(async () => ({ default: (await keepTrying(() => import('./brief.tsx'))).Brief }))

/** Half a minute more or less of a silence of five does not matter. */
const WAITS_PAUSE = 30_000

/** The conversation of one case. */
export const Chat = ({
  code,
  layout,
  level,
  showsWorries,
}: {
  readonly code: string
  readonly layout: Layout
  readonly level: 1 | 2
  /** Beside the conversation stands why the case is urgent, with the words of each danger. */
  readonly showsWorries: boolean
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const file = useQuery({
    ...caseQuery(code),
    // Whether words will wait changes by time alone.
    refetchInterval: ({ state: { data } }) =>
      data?.mine === true && (data.signals.waits === 'soon' || data.signals.safeTimes !== undefined)
        ? WAITS_PAUSE
        : false,
  })
  const thread = useQuery(threadQuery(code, queries))
  // What the agent has had before their eyes: a reply answers that, not what came in unseen.
  const seen = useRef<Seen | undefined>(undefined)
  const see = useCallback((next: Seen) => {
    // An answer that comes late must not take back what was seen since.
    if (next.version >= (seen.current?.version ?? 0)) seen.current = next
  }, [])
  /** Whether the end of the log is on the screen. */
  const atEnd = useRef(true)
  /** Id of the last message that was seen when a reply was refused because more had been said. */
  const [freshAfter, setFreshAfter] = useState<string>()
  /** Whether a list is open above the field. */
  const [isPicking, setPicking] = useState(false)
  /** Whether the holder writes to the person or a note: beside a note nothing stands that writes to them. */
  const [kind, setKind] = useState<DraftKind>('reply')
  // Who takes it anew begins with the person.
  if (file.data?.mine === false && kind === 'note') setKind('reply')
  const touch = useBeing(code, true)
  useRead(file.data)
  const isNamed = useMentions(code).length > 0

  const onSent = (done: Done): void => {
    see({ version: done.version, last: seen.current?.last })
    setFreshAfter(undefined)
  }
  const error = file.error ?? thread.error
  // What was erased is shown no more, also to who has it open.
  const gone = isFault(error, 'erased')
  const unreadable = gone || (error !== null && (file.data === undefined || thread.data === undefined))
  return (
    <main className="pane pane-main" id="main" tabIndex={-1} aria-label={t('chat-title')}>
      {file.data !== undefined && !gone && <ChatHeader file={file.data} layout={layout} level={level} />}
      {unreadable ? (
        <PartTrouble
          error={error}
          retry={() => {
            void file.refetch()
            void thread.refetch()
          }}
        />
      ) : thread.data === undefined || file.data === undefined ? (
        <Pending />
      ) : (
        <>
          {layout !== 'three' && <Alarms file={file.data} />}
          {hasAbove(file.data) && (
            <Suspense fallback={null}>
              <Above file={file.data} isNote={kind === 'note'} />
            </Suspense>
          )}
          {isNamed && (
            <Suspense fallback={null}>
              <Mentioned code={code} />
            </Suspense>
          )}
          <PartBoundary>
            <Suspense fallback={null}>
              <Brief
                code={code}
                isPicking={isPicking}
                worries={showsWorries ? file.data.dangers : undefined}
                isNew={isTakenAnew(
                  thread.data.messages,
                  file.data.mine,
                  file.data.status === 'waiting' || file.data.status === 'bot',
                )}
              />
            </Suspense>
          </PartBoundary>
          <ThreadLog
            code={code}
            thread={thread.data}
            see={see}
            atEnd={atEnd}
            freshAfter={freshAfter}
            language={file.data.language}
          />
          <Typing code={code} />
          {file.data.mine ? (
            <Composer
              code={code}
              kind={kind}
              choose={setKind}
              blocked={file.data.person.blocked}
              signals={file.data.signals}
              sends={file.data.sends}
              onTyping={touch}
              expected={() =>
                seen.current ?? { version: thread.data.version, last: thread.data.messages.at(-1)?.id }
              }
              onSent={onSent}
              onAsked={(done) => {
                if (atEnd.current) onSent(done)
              }}
              onPicking={setPicking}
              onMoved={(before) => setFreshAfter(before.last ?? '')}
            />
          ) : (
            <TakeOver file={file.data} />
          )}
        </>
      )}
    </main>
  )
}
