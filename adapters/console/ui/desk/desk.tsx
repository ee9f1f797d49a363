import { useQuery } from '@tanstack/react-query'
import { useParams, useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { mayRead, meQuery } from '../api/reads.ts'
import { useLayout } from '../browser/layout.ts'
import { isArrival, noteIn } from '../file/arrive.ts'
import type { FileTab } from '../file/case-file.tsx'
import { loadMore, MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { fetchDialogs } from '../parts/dialog.tsx'
import { PartBoundary } from './part-boundary.tsx'
import { Pending } from './trouble.tsx'
import { OwnStrip } from '../own/own-strip.tsx'
import { Queue, type QueueState } from '../queue/queue.tsx'
import { useQueueAsked } from '../queue/queue-asked.ts'

const fetchChat = () => import('../chat/chat.tsx')
const Chat = lazy(async () => ({ default: (await fetchChat()).Chat }))
const fetchFile = () => import('../file/case-file.tsx')
/** Only people who see numbers and no cases get this one. */
const Counts = lazy(async () => ({ default: (await import('./counts.tsx')).Counts }))
const CaseFilePane = lazy(async () => ({ default: (await fetchFile()).CaseFilePane }))

const Empty = (): ReactNode => {
  const t = useT()
  return (
    <main className="pane pane-main empty" id="main" tabIndex={-1}>
      <p>{t('desk-empty')}</p>
      <p className="soft">{t('desk-empty-keys')}</p>
    </main>
  )
}

export const Desk = (): ReactNode => {
  const { data: me } = useQuery(meQuery)
  if (mayRead(me)) return <Panes />
  return (
    <Suspense fallback={<Pending />}>
      <Counts />
    </Suspense>
  )
}

/** Queue, chat and case file: side by side where they fit, one after another where not. */
const Panes = (): ReactNode => {
  const layout = useLayout()
  const { code } = useParams({ strict: false })
  const { pathname, hash, state } = useLocation()
  const onFile = pathname.endsWith('/file')
  // Held here so that the queue is as it was when a phone comes back to it.
  const [queue, setQueue] = useState<QueueState>({
    view: 'waiting',
    team: '',
    search: '',
    asked: '',
    filter: {},
    saved: '',
    offset: 0,
  })
  useQueueAsked(setQueue)
  const { language } = useSpeech()
  const [tab, setTab] = useState<FileTab>('case')

  // What an address leads to stands on the first page of the case file, or is a note.
  useEffect(() => {
    if (isArrival(hash)) setTab('case')
    else if (noteIn(hash) !== undefined) setTab('notes')
  }, [hash, code, state])

  // Fetched before they are wanted: a line that breaks later must not take case file and dialogs away.
  useEffect(
    () =>
      void Promise.all([
        fetchChat(),
        fetchFile(),
        fetchDialogs(),
        import('../file/evidence-chip.tsx'),
        loadMore('file', language),
        loadMore('work', language),
      ]).catch(() => undefined),
    [language],
  )

  const showsQueue = layout !== 'one' || code === undefined
  const showsFile = code !== undefined && (layout === 'three' || onFile)
  const showsChat = code !== undefined && (layout === 'three' || !onFile)
  return (
    <div className="desk" data-layout={layout} data-case={code !== undefined}>
      {showsQueue && <Queue state={queue} change={setQueue} selected={code} isMain={layout === 'one'} />}
      <OwnStrip selected={code} />
      {code === undefined && layout !== 'one' && <Empty />}
      {showsChat && (
        <Suspense
          fallback={
            <main className="pane pane-main" id="main" tabIndex={-1}>
              <Pending />
            </main>
          }
        >
          <Chat
            key={code}
            code={code}
            layout={layout}
            level={showsQueue ? 2 : 1}
            showsWorries={showsFile && tab === 'case'}
          />
        </Suspense>
      )}
      {showsFile && (
        <PartBoundary key={`file ${code}`}>
          <Suspense
            fallback={
              <div className="pane pane-file">
                <Pending />
              </div>
            }
          >
            <MoreTexts of="file">
              <CaseFilePane
                code={code}
                layout={layout}
                level={showsQueue || showsChat ? 2 : 1}
                isMain={!showsChat}
                tab={tab}
                setTab={setTab}
              />
            </MoreTexts>
          </Suspense>
        </PartBoundary>
      )}
    </div>
  )
}
