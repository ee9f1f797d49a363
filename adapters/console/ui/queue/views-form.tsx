import { ActionIcon, Button, Checkbox, Group, TextInput } from '@mantine/core'
import { IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { MOST_VIEWS } from '../../contract/orders.ts'
import type { SavedView } from '../../contract/saved-views.ts'
import { isFault } from '../api/fault.ts'
import { colleaguesQuery, maySupervise, meQuery, teamName } from '../api/reads.ts'
import { savedViewsQuery, shownViews, type ShownView } from '../api/saved-views.ts'
import type { Filter } from '../api/search.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { LANGUAGE_NAMES } from '../language/bundles.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { countFilter } from './filter.ts'
import { useKeepViews } from './keep-views.ts'

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

const Line = ({
  view,
  says,
  isFirst,
  star,
  remove,
  busy,
}: {
  readonly view: ShownView
  readonly says: string
  readonly isFirst: boolean
  readonly star: () => void
  /** Absent where the reader may not. */
  readonly remove: (() => void) | undefined
  readonly busy: boolean
}): ReactNode => {
  const t = useT()
  return (
    <li className="views-line">
      <div>
        <p>
          <bdi className="views-name">{view.name}</bdi>
          {view.shared && <span className="tag">{t('views-shared')}</span>}
        </p>
        <p className="soft">
          {says}
          {view.density !== undefined && ` · ${t('density', { name: t(`density-${view.density}`) })}`}
        </p>
      </div>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('views-first-name', { name: view.name })}
        aria-pressed={isFirst}
        title={t('views-first')}
        disabled={busy}
        onClick={star}
      >
        {isFirst ? <IconStarFilled size={17} /> : <IconStar size={17} />}
      </ActionIcon>
      {remove !== undefined && (
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('views-remove', { name: view.name })}
          disabled={busy}
          onClick={remove}
        >
          <IconTrash size={17} />
        </ActionIcon>
      )}
    </li>
  )
}

type Props = { readonly filter: Filter; readonly saved: (id: string) => void }

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
  const [trouble, setTrouble] = useState<unknown>()
  const at = (act: () => Promise<unknown>) => () => {
    setTrouble(undefined)
    void act().catch(setTrouble)
  }
  const anyFault = fault ?? trouble
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
          {t('views-outdated')}
        </p>
      ) : (
        <FormFault fault={anyFault} />
      )}
      {views.length > 0 && (
        <ul className="views-list" aria-label={t('views-title')}>
          {views.map((view) => (
            <Line
              key={view.id}
              view={view}
              says={said(view.filter as Filter)}
              isFirst={view.id === data?.own.chosen}
              busy={busy}
              star={at(() =>
                keep.own(({ chosen, ...own }) => (chosen === view.id ? own : { ...own, chosen: view.id })),
              )}
              remove={
                view.shared && !supervises
                  ? undefined
                  : at(() =>
                      view.shared
                        ? keep.shared((list) => list.filter(({ id }) => id !== view.id))
                        : keep.own((own) => ({
                            ...own,
                            views: own.views.filter(({ id }) => id !== view.id),
                          })),
                    )
              }
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
