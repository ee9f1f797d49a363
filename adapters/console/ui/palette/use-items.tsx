import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { colleaguesQuery, mayRead, mayWork, meQuery, queueQuery, shiftQuery } from '../api/reads.ts'
import { savedViewsQuery, shownViews } from '../api/saved-views.ts'
import { searchQuery } from '../api/search.ts'
import { useLayout } from '../browser/layout.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { LANGUAGES, type Translate } from '../language/bundles.ts'
import { loadTranslate, useSpeech } from '../language/language.tsx'
import { Name } from '../language/words.tsx'
import { inPlace } from '../own/order.ts'
import { useFacts } from '../queue/facts.tsx'
import { queueAsked } from '../queue/queue-asked.ts'
import { useShowView } from '../queue/show-view.ts'
import { offeredActions } from './actions.ts'
import {
  actionItems,
  allItem,
  caseItems,
  ownItems,
  pageItems,
  savedViewItems,
  peopleItems,
  searchItem,
  sectionsOf,
  viewItems,
  type Item,
  type Section,
  type Ways,
} from './items.tsx'
import { codeIn } from './match.ts'
import { usePreferenceActions } from './preference-actions.tsx'

/** Fewer letters are in half of all cases. */
const SHORTEST_SEARCH = 2

/** The texts of the other languages: pages and actions are found by their names there as well. */
const useOtherTexts = (): readonly Translate[] => {
  const { language } = useSpeech()
  const [texts, setTexts] = useState<readonly Translate[]>([])
  useEffect(() => {
    let left = false
    Promise.all(LANGUAGES.filter((each) => each !== language).map(loadTranslate))
      .then((all) => left || setTexts(all))
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [language])
  return texts
}

const useWays = (): Ways => {
  const navigate = useNavigate()
  const layout = useLayout()
  const { pathname } = useLocation()
  return {
    go: (to) => void navigate({ to }),
    openCase: (code) => void navigate({ to: '/cases/$code', params: { code } }),
    showQueue: (state) => {
      queueAsked.set(state)
      // Where the queue stands beside the case that is open, that stays open.
      if (layout === 'one' || !/^\/(?:$|cases\/)/.test(pathname)) void navigate({ to: '/' })
    },
  }
}

/** What a case is, in one line; nothing of it where previews are hidden. */
const useNote = (): ((row: CaseRow & { readonly sentence?: string | undefined }) => ReactNode) => {
  const { discreet } = usePreferences()
  const facts = useFacts()
  return (row) =>
    discreet ? undefined : <Name text={row.sentence ?? (facts(row).join(' · ') || (row.preview ?? ''))} />
}

/** Cases by the beginning of a code, as it is typed. */
const useCases = (query: string, reads: boolean): readonly CaseRow[] => {
  const [code] = useDebouncedValue(codeIn(query), 200)
  const { data } = useInfiniteQuery({
    ...queueQuery('all', '', code ?? ''),
    enabled: reads && code !== undefined,
  })
  return code === undefined || code !== codeIn(query) ? [] : (data?.pages[0]?.rows.slice(0, 6) ?? [])
}

export type FoundItems = {
  readonly sections: readonly Section[]
  /** All cases are being asked. */
  readonly asking: boolean
  readonly error: Error | null
  /** What all cases were asked for. */
  readonly asked: string | undefined
  readonly code: string | undefined
}

/** What the palette shows for what is typed. */
export const useItems = (query: string): FoundItems => {
  const { t } = useSpeech()
  const [asked, setAsked] = useState<string>()
  const { data: me } = useQuery(meQuery)
  const reads = mayRead(me)
  const { data: shift } = useQuery({ ...shiftQuery, enabled: mayWork(me) })
  const { data: colleagues } = useQuery({ ...colleaguesQuery, enabled: reads })
  const { data: views } = useQuery({ ...savedViewsQuery, enabled: reads })
  const showView = useShowView()
  const others = useOtherTexts()
  const ways = useWays()
  const note = useNote()
  const byCode = useCases(query, reads)
  const words = query.trim()
  const searched = asked !== undefined && asked === words
  const search = useInfiniteQuery({ ...searchQuery(asked ?? '', {}), enabled: searched })
  const { code } = useParams({ strict: false })
  // As they were when the palette was opened: what lies below it does not change meanwhile.
  const [offered] = useState(offeredActions)
  const actions = [...offered, ...usePreferenceActions()]

  if (searched) {
    const rows = search.data?.pages[0]?.rows ?? []
    const found: readonly Item[] = [
      ...caseItems(rows, 'found', note, ways),
      ...(rows.length === 0 ? [] : [allItem(words, t, ways)]),
    ]
    return {
      sections: sectionsOf('', [], found),
      asking: search.isPending,
      error: search.error,
      asked,
      code,
    }
  }
  const held = inPlace(shift?.held ?? [])
  const items = [
    ...actionItems(actions, t, others),
    ...ownItems(held, t, ways),
    ...(reads ? viewItems(t, others, ways) : []),
    ...savedViewItems(shownViews(views), t, others, (view) => ways.showQueue(showView(view))),
    ...pageItems(me, t, others, ways),
    ...(colleagues === undefined || words === '' ? [] : peopleItems(colleagues, me, t, ways)),
  ]
  const isOwn = (row: CaseRow): boolean => held.some((each) => each.code === row.code)
  const more = [
    ...caseItems(
      byCode.filter((row) => !isOwn(row)),
      'cases',
      note,
      ways,
    ),
    ...(reads && words.length >= SHORTEST_SEARCH ? [searchItem(words, t, () => setAsked(words))] : []),
  ]
  return { sections: sectionsOf(query, items, more), asking: false, error: null, asked: undefined, code }
}
