import { ActionIcon, Kbd, TextInput, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconListCheck, IconPhonePlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { mayWork, meQuery, queueQuery, waitingQuery, type View } from '../api/reads.ts'
import type { Filter } from '../api/search.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { PartTrouble } from '../desk/trouble.tsx'
import { searchClass } from '../language/bidi.ts'
import { useT } from '../language/language.tsx'
import { useActions } from '../palette/actions.ts'
import { WantedBox } from '../wanted/wanted.tsx'
import { noFilter } from './filter.ts'
import { Next } from './next.tsx'
import { useReader } from './read.ts'
import { Rows } from './rows.tsx'
import { useCounts, Views } from './views.tsx'

const Bulk = lazy(async () => ({ default: (await import('./bulk.tsx')).Bulk }))
const DensityMenu = lazy(async () => ({ default: (await import('./density.tsx')).DensityMenu }))
const Filters = lazy(async () => ({ default: (await import('./filters.tsx')).Filters }))
const SavedViewsMenu = lazy(async () => ({ default: (await import('./saved-views.tsx')).SavedViewsMenu }))
const Found = lazy(async () => ({ default: (await import('./found.tsx')).Found }))

/** Who types on wants no search for half of it: each is counted in the log. */
const PAUSE_MS = 900

/** `asked`: what is searched for in what cases say; `offset`: how far the list was scrolled, in pixels. */
export type QueueState = {
  readonly view: View
  /** Of this team only; of all where it is empty. */
  readonly team: string
  readonly search: string
  readonly asked: string
  readonly filter: Filter
  /** The saved view that the filter is of; empty where it is of none. */
  readonly saved: string
  readonly offset: number
}

export const Queue = ({
  state,
  change,
  selected,
  isMain,
}: {
  readonly state: QueueState
  readonly change: (next: (before: QueueState) => QueueState) => void
  readonly selected: string | undefined
  readonly isMain: boolean
}): ReactNode => {
  const t = useT()
  const { letterKeys, density } = usePreferences()
  useReader()
  const search = useRef<HTMLInputElement>(null)
  const [asked] = useDebouncedValue(state.search.trim().toUpperCase(), 200)
  const [paused] = useDebouncedValue(state.search.trim(), PAUSE_MS)
  const ask = useRef(change)
  useEffect(() => {
    ask.current = change
  })
  useEffect(
    () =>
      ask.current((before) =>
        before.search.trim() === paused && before.asked !== paused
          ? { ...before, asked: paused, offset: 0 }
          : before,
      ),
    [paused],
  )
  const words = state.asked !== '' && state.asked === state.search.trim()
  const filtered = Object.keys(state.filter).length > 0
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } =
    useInfiniteQuery(queueQuery(state.view, state.team, asked, state.filter))
  const open = useQuery(waitingQuery).data?.counts
  const waiting = open?.waiting ?? 0
  const rows = useMemo(() => {
    // A case may move between two pages while they are read; it counts once.
    const seen = new Map(data?.pages.flatMap((page) => page.rows).map((row) => [row.code, row]))
    if (asked !== '' || filtered || (state.view !== 'mine' && state.view !== 'snoozed'))
      return [...seen.values()]
    return [...seen.values()].filter((row) => (row.snoozedUntil !== undefined) === (state.view === 'snoozed'))
  }, [data, asked, filtered, state.view])
  const works = mayWork(useQuery(meQuery).data)
  const counts = useCounts(filtered ? open : data?.pages[0]?.counts)
  /** Where several are being chosen: those that are. */
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const pick = (code: string): void =>
    setPicked((before = new Set()) =>
      before.has(code) ? new Set([...before].filter((each) => each !== code)) : new Set([...before, code]),
    )
  const find = (): void => search.current?.focus()
  const choose = (view: View): void => {
    setPicked(undefined)
    change((before) => ({ ...before, view, filter: noFilter, saved: '', offset: 0 }))
  }
  useShortcuts(letterKeys, { Slash: find })
  useActions([
    {
      id: 'search',
      says: (words) => words('keys-search'),
      icon: <IconSearch size={18} />,
      keys: ['/'],
      run: find,
    },
  ])

  const Tag = isMain ? 'main' : 'nav'
  return (
    <Tag
      className="pane pane-queue"
      data-density={density}
      aria-label={t('queue-title')}
      {...(isMain ? { id: 'main', tabIndex: -1 } : {})}
    >
      <div className="queue-head">
        <div className="queue-title">
          <h1>{t('queue-title')}</h1>
          <span className="queue-waiting" data-some={waiting > 0}>
            {t('queue-waiting', { count: waiting })}
          </span>
          <Suspense fallback={<ActionIcon variant="default" size="lg" disabled aria-hidden />}>
            <DensityMenu />
          </Suspense>
          {works && state.view === 'waiting' && !words && !filtered && (
            <Tooltip label={t('queue-select')}>
              <ActionIcon
                variant={picked === undefined ? 'default' : 'filled'}
                size="lg"
                aria-label={t('queue-select')}
                aria-pressed={picked !== undefined}
                onClick={() => setPicked(picked === undefined ? new Set() : undefined)}
              >
                <IconListCheck size={18} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('phone-title')}>
            <ActionIcon
              component={Link}
              to="/calls"
              variant="default"
              size="lg"
              aria-label={t('phone-title')}
            >
              <IconPhonePlus size={18} />
            </ActionIcon>
          </Tooltip>
        </div>
        <WantedBox />
        <div className="search-line">
          <TextInput
            ref={search}
            type="search"
            size="sm"
            value={state.search}
            classNames={{ input: searchClass(state.search) }}
            aria-label={t('queue-search')}
            placeholder={t('queue-search')}
            autoComplete="off"
            spellCheck={false}
            leftSection={<IconSearch size={16} aria-hidden />}
            rightSection={letterKeys && state.search === '' ? <Kbd size="xs">/</Kbd> : null}
            onChange={({ currentTarget }) =>
              change((before) => ({ ...before, search: currentTarget.value, offset: 0 }))
            }
            onKeyDown={(event) => {
              if (event.code === 'Escape')
                change((before) => ({ ...before, search: '', asked: '', offset: 0 }))
              if (event.key === 'Enter')
                change((before) => ({ ...before, asked: before.search.trim(), offset: 0 }))
            }}
          />
          <Suspense fallback={<ActionIcon variant="default" size={36} disabled aria-hidden />}>
            <Filters
              filter={state.filter}
              view={state.view}
              change={(filter) => change((before) => ({ ...before, filter, saved: '', offset: 0 }))}
            />
          </Suspense>
          <Suspense fallback={<ActionIcon variant="default" size={36} disabled aria-hidden />}>
            <SavedViewsMenu
              state={state}
              part={!words && data?.pages[0]?.whole === false}
              show={(next) => change((before) => ({ ...before, ...next }))}
            />
          </Suspense>
        </div>
        <Views
          view={state.view}
          saved={state.saved}
          counts={counts}
          disabled={asked !== '' || (filtered && state.saved === '')}
          choose={choose}
        />
        <Next team={state.team} choose={(team) => change((before) => ({ ...before, team, offset: 0 }))} />
        {picked !== undefined && (
          <Suspense fallback={null}>
            <Bulk
              codes={[...picked]}
              leave={() => setPicked(undefined)}
              settle={(left) => setPicked(new Set(left))}
            />
          </Suspense>
        )}
      </div>
      {words ? (
        <Suspense
          fallback={
            <Rows
              rows={[]}
              pending
              more={false}
              loadMore={() => undefined}
              selected={selected}
              empty=""
              offset={0}
              keepOffset={() => undefined}
            />
          }
        >
          <Found
            key={`${state.asked} ${JSON.stringify(state.filter)}`}
            asked={state.asked}
            filter={state.filter}
            selected={selected}
            offset={state.offset}
            keepOffset={(offset) => change((before) => ({ ...before, offset }))}
          />
        </Suspense>
      ) : error !== null && data === undefined ? (
        <PartTrouble error={error} retry={() => void refetch()} />
      ) : (
        <Rows
          key={`${state.view} ${state.team} ${asked} ${JSON.stringify(state.filter)}`}
          rows={rows}
          pending={isPending}
          more={hasNextPage}
          loadMore={() => {
            if (!isFetchingNextPage) void fetchNextPage()
          }}
          selected={selected}
          picked={picked}
          pick={pick}
          empty={t(asked !== '' ? 'empty-search' : filtered ? 'empty-filter' : `empty-${state.view}`)}
          offset={state.offset}
          keepOffset={(offset) => change((before) => ({ ...before, offset }))}
        />
      )}
    </Tag>
  )
}
