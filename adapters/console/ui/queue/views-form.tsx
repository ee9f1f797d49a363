import { Button, Checkbox, Group, TextInput, VisuallyHidden } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { MOST_VIEWS } from '../../contract/orders.ts'
import type { SavedView, SavedViews } from '../../contract/saved-views.ts'
import { isFault } from '../api/fault.ts'
import { colleaguesQuery, maySupervise, meQuery, teamName } from '../api/reads.ts'
import { savedViewsQuery, shownViews, type ShownView } from '../api/saved-views.ts'
import type { Filter } from '../api/search.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { LANGUAGE_NAMES } from '../language/bundles.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { movedIn, useMoving } from '../parts/moving.tsx'
import { tell } from '../parts/notice.ts'
import { countFilter } from './filter.ts'
import { useKeepViews } from './keep-views.ts'
import { ViewsLine, type ViewChanges } from './views-line.tsx'

/** What a filter narrows to, in words. */
const useSaid = (): ((filter: Filter) => string) => {
  const t = useT()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const { data: me } = useQuery(meQuery)
  return ({ team, assignee, language, status = [], severity = [], from, to, order }) => {
    const holder = assignee === 'me' || assignee === me?.id ? t('filter-me') : assignee
    const held = colleagues?.agents.find(({ id }) => id === holder)?.name ?? holder
    return [
      ...(severity.length === 0 ? [] : [severity.join(t('list-comma'))]),
      ...(status.length === 0 ? [] : [status.map((each) => t(`status-${each}`)).join(t('list-comma'))]),
      ...(team === undefined ? [] : [teamName(t, colleagues, team)]),
      ...(held === undefined ? [] : [`${t('filter-holder')} ${held}`]),
      ...(language === undefined ? [] : [LANGUAGE_NAMES[language]]),
      ...(from === undefined ? [] : [`${t('filter-from')} ${from}`]),
      ...(to === undefined ? [] : [`${t('filter-to')} ${to}`]),
      ...(order === undefined ? [] : [t(`order-${order}`)]),
    ].join(' · ')
  }
}

type Props = { readonly filter: Filter; readonly saved: (id: string) => void }

/**
 * Lists of views changed from their lines: what went wrong, and whether the view that was meant is
 * there no more, since somebody else was faster.
 */
const useChanges = (): {
  readonly trouble: unknown
  readonly gone: boolean
  readonly busy: boolean
  readonly star: (view: ShownView) => void
  readonly changesOf: (view: ShownView) => ViewChanges
  readonly said: string
} => {
  const queries = useQueryClient()
  const { data } = useQuery(savedViewsQuery)
  const keep = useKeepViews()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>()
  const [gone, setGone] = useState(false)
  const views = shownViews(data)
  const at = async (id: string, act: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    setTrouble(undefined)
    try {
      await act()
      return true
    } catch (error) {
      const now = queries.getQueryData<SavedViews>(savedViewsQuery.queryKey)
      setGone(!shownViews(now).some((view) => view.id === id))
      setTrouble(error)
      return false
    } finally {
      setBusy(false)
    }
  }
  type Next = (list: readonly SavedView[]) => readonly SavedView[]
  const change = (id: string, shared: boolean, next: Next): Promise<boolean> =>
    at(id, () => (shared ? keep.shared(next) : keep.own((own) => ({ ...own, views: [...next(own.views)] }))))
  const ofKind = (shared: boolean) => views.filter((view) => view.shared === shared)
  const movingOf = (shared: boolean) => (id: string, way: 'up' | 'down') =>
    change(id, shared, (list) => movedIn(list, id, way))
  const own = useMoving(ofKind(false), 'views', movingOf(false))
  const team = useMoving(ofKind(true), 'views', movingOf(true))
  return {
    trouble,
    gone,
    busy,
    said: `${team.said}${own.said}`,
    star: ({ id }) =>
      void at(id, () => keep.own(({ chosen, ...rest }) => (chosen === id ? rest : { ...rest, chosen: id }))),
    changesOf: ({ id, shared }) => ({
      moving: shared ? team : own,
      isTaken: (name) => ofKind(shared).some((view) => view.id !== id && view.name === name),
      // The same view under another name: its place, its key and what leads to it stay.
      rename: (name) =>
        change(id, shared, (list) => list.map((each) => (each.id === id ? { ...each, name } : each))),
      remove: () => void change(id, shared, (list) => list.filter((each) => each.id !== id)),
    }),
  }
}

const Form = ({ filter, saved }: Props): ReactNode => {
  const t = useT()
  const { density } = usePreferences()
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery(savedViewsQuery)
  const said = useSaid()
  const keep = useKeepViews()
  const [name, setName] = useState('')
  const [dense, setDense] = useState(false)
  const [team, setTeam] = useState(false)
  const supervises = maySupervise(me)
  const views = shownViews(data)
  const room = (team ? data?.shared.views : data?.own.views) ?? []
  const isKnown = room.some((each) => each.name === name.trim())
  const { run, busy, fault } = useAttempt(async () => {
    const made: SavedView = {
      // A name that is there already gets the new filters.
      id: room.find((each) => each.name === name.trim())?.id ?? crypto.randomUUID(),
      name: name.trim(),
      filter: { ...filter, status: filter.status?.slice(), severity: filter.severity?.slice() },
      ...(dense ? { density } : {}),
    }
    const withIt = (list: readonly SavedView[]): SavedView[] =>
      list.some(({ id }) => id === made.id)
        ? list.map((each) => (each.id === made.id ? made : each))
        : [...list, made]
    await (team ? keep.shared(withIt) : keep.own((own) => ({ ...own, views: withIt(own.views) })))
    saved(made.id)
    setName('')
    tell(t, 'views-kept')
  })
  const lines = useChanges()
  const anyFault = fault ?? lines.trouble
  return (
    <div className="views-form">
      {countFilter(filter) === 0 ? (
        <p className="soft">{t('views-how')}</p>
      ) : (
        <form className="form" onSubmit={run}>
          <p className="views-now">{said(filter)}</p>
          <TextInput
            label={t('views-name')}
            dir="auto"
            maxLength={40}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox
            label={t('views-dense', { name: t(`density-${density}`) })}
            checked={dense}
            onChange={(event) => setDense(event.currentTarget.checked)}
          />
          {supervises && (
            <Checkbox
              label={t('views-share')}
              description={t('views-share-note')}
              checked={team}
              onChange={(event) => setTeam(event.currentTarget.checked)}
            />
          )}
          <Group justify="end">
            <Button
              type="submit"
              loading={busy}
              disabled={name.trim() === '' || (!isKnown && room.length >= MOST_VIEWS)}
            >
              {t(isKnown ? 'views-replace' : 'views-save')}
            </Button>
          </Group>
        </form>
      )}
      {isFault(anyFault, 'outdated') ? (
        <p className="views-alert" role="alert">
          {t(fault === undefined && lines.gone ? 'views-gone' : 'views-outdated')}
        </p>
      ) : (
        <FormFault fault={anyFault} />
      )}
      <VisuallyHidden role="status">{lines.said}</VisuallyHidden>
      {views.length > 0 && (
        <ul className="views-list" aria-label={t('views-title')}>
          {views.map((view) => (
            <ViewsLine
              key={view.id}
              view={view}
              says={said(view.filter as Filter)}
              isFirst={view.id === data?.own.chosen}
              star={() => lines.star(view)}
              changes={view.shared && !supervises ? undefined : lines.changesOf(view)}
              busy={lines.busy}
            />
          ))}
        </ul>
      )}
    </div>
  )
}

/** Saves what the queue shows under a name, and looks after what was saved. */
export const ViewsForm = (props: Props): ReactNode => (
  <MoreTexts of="search">
    <MoreTexts of="views">
      <Form {...props} />
    </MoreTexts>
  </MoreTexts>
)
