import { ActionIcon, Menu } from '@mantine/core'
import { IconBookmarks, IconCheck, IconPencil, IconStar, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { MOST_VIEWS } from '../../contract/orders.ts'
import type { SavedView } from '../../contract/saved-views.ts'
import { meQuery } from '../api/reads.ts'
import { savedViewsQuery, shownViews, viewCountsQuery, type ShownView } from '../api/saved-views.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { useStore } from '../browser/store.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useKeepViews } from './keep-views.ts'
import { forgetOldFilters, oldFilters } from './old-filters.ts'
import type { QueueState } from './queue.tsx'
import { useShowView } from './show-view.ts'
import { viewsOpen } from './views-open.ts'
import { Name } from '../language/words.tsx'
import '../styles/views.css'

const ViewsForm = lazy(async () => ({ default: (await import('./views-form.tsx')).ViewsForm }))

/** What was saved while this browser alone kept it goes where the others are. */
const useOldFilters = (): void => {
  const { data: me } = useQuery(meQuery)
  const keep = useKeepViews()
  const begun = useRef(false)
  useEffect(() => {
    if (me === undefined || begun.current) return
    begun.current = true
    const old = oldFilters(me.id)
    if (old.length === 0) return
    const withOld = (views: readonly SavedView[]): SavedView[] => [...views, ...old].slice(0, MOST_VIEWS)
    keep
      .own((own) => ({ ...own, views: withOld(own.views) }))
      .then(() => forgetOldFilters(me.id))
      .catch(() => undefined)
  }, [me, keep])
}

type Props = {
  readonly state: QueueState
  /** There are more cases than were put in the order that is shown. */
  readonly part: boolean
  readonly show: (state: Partial<QueueState>) => void
}

/** Views that have a digit as their key while the list is open. */
const KEYED = 9

/** Once a page: a queue that was already turned elsewhere is not turned back. */
let opened = false

const isUntouched = ({ view, team, search, filter, saved }: QueueState): boolean =>
  view === 'waiting' && team === '' && search === '' && saved === '' && Object.keys(filter).length === 0

const Line = ({
  view,
  place,
  isChosen,
  isFirst,
  choose,
}: {
  readonly view: ShownView
  readonly place: number
  readonly isChosen: boolean
  readonly isFirst: boolean
  readonly choose: () => void
}): ReactNode => {
  const t = useT()
  return (
    <Menu.Item
      className="views-item"
      leftSection={
        isChosen ? (
          <IconCheck size={16} aria-label={t('chosen')} />
        ) : (
          <kbd className="views-digit">{place < KEYED ? place + 1 : ''}</kbd>
        )
      }
      rightSection={<span className="view-count">{view.count}</span>}
      onClick={choose}
    >
      <Name text={view.name} />
      {view.shared && <IconUsers size={14} role="img" aria-label={t('views-shared')} />}
      {isFirst && <IconStar size={14} role="img" aria-label={t('views-first')} />}
    </Menu.Item>
  )
}

const Control = ({ state, part, show }: Props): ReactNode => {
  const t = useT()
  const { letterKeys } = usePreferences()
  const { data, refetch } = useQuery(savedViewsQuery)
  const [isOpen, setIsOpen] = useState(false)
  const { data: counts } = useQuery({ ...viewCountsQuery('*'), enabled: isOpen })
  const asked = useStore(viewsOpen)
  const views = shownViews(data, counts)
  const setOpen = (open: boolean): void => {
    setIsOpen(open)
    // What others shared meanwhile.
    if (open) void refetch()
  }
  const showView = useShowView()
  const choose = (view: ShownView | undefined): void => {
    if (view === undefined) return
    setOpen(false)
    show(showView(view))
  }
  const first = data?.own.chosen
  useEffect(() => {
    if (data === undefined || opened) return
    opened = true
    const view = shownViews(data).find(({ id }) => id === first)
    if (view !== undefined && isUntouched(state)) show(showView(view))
  })
  useOldFilters()
  useShortcuts(letterKeys, { KeyV: () => setOpen(true) })
  const press = (event: KeyboardEvent): void => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (digit === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    choose(views[Number(digit) - 1])
  }
  return (
    <>
      <Menu opened={isOpen} onChange={setOpen} position="bottom-end" width={280} trapFocus>
        <Menu.Target>
          <ActionIcon
            variant={state.saved === '' ? 'default' : 'light'}
            size={36}
            aria-label={t('views-title')}
            title={t('views-title')}
          >
            <IconBookmarks size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown onKeyDown={press} className="views-menu">
          <Menu.Label>{t(views.length === 0 ? 'views-none' : 'views-title')}</Menu.Label>
          {views.map((view, place) => (
            <Line
              key={view.id}
              view={view}
              place={place}
              isChosen={view.id === state.saved}
              isFirst={view.id === first}
              choose={() => choose(view)}
            />
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => viewsOpen.set(true)}>
            {t('views-change')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {part && <p className="soft views-part">{t('views-part')}</p>}
      <Dialog opened={asked} close={() => viewsOpen.set(false)} title={t('views-title')} size="lg">
        <ViewsForm filter={state.filter} saved={(id) => show({ saved: id })} />
      </Dialog>
    </>
  )
}

/** Views of the queue to choose from, each with how many cases it has now. */
export const SavedViewsMenu = (props: Props): ReactNode => (
  <MoreTexts of="views">
    <Control {...props} />
  </MoreTexts>
)
