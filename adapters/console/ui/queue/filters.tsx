import { ActionIcon, Button, Checkbox, NativeSelect, Popover, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Severity, Status } from '../../contract/index.ts'
import { ORDERS } from '../../contract/orders.ts'
import { colleaguesQuery, type View } from '../api/reads.ts'
import type { Filter } from '../api/search.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { countFilter, noFilter } from './filter.ts'
import { filterOfView } from './view-filter.ts'
import { viewsOpen } from './views-open.ts'
import '../styles/search.css'

const STATES = ['waiting', 'agent', 'bot', 'closed'] as const satisfies readonly Status[]
const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const satisfies readonly Severity[]

type Change = (filter: Filter) => void

/** Without what is not chosen, so that equal filters are equal. */
const withPart = <K extends keyof Filter>(filter: Filter, name: K, value: Filter[K]): Filter => {
  const { [name]: _, ...rest } = filter
  const chosen: string | readonly string[] | undefined = value
  return chosen === undefined || chosen.length === 0 ? rest : { ...rest, [name]: value }
}

const Picks = <T extends string>({
  label,
  all,
  picked,
  pick,
  name,
}: {
  readonly label: string
  readonly all: readonly T[]
  readonly picked: readonly T[]
  readonly pick: (values: readonly T[]) => void
  readonly name: (value: T) => string
}): ReactNode => (
  <Checkbox.Group
    label={label}
    value={[...picked]}
    onChange={(values) => pick(all.filter((each) => values.includes(each)))}
  >
    <div className="filter-picks">
      {all.map((each) => (
        <Checkbox key={each} size="sm" value={each} label={name(each)} />
      ))}
    </div>
  </Checkbox.Group>
)

type Props = { readonly filter: Filter; readonly view: View; readonly change: Change }

const Fields = ({ filter, view, change, close }: Props & { readonly close: () => void }): ReactNode => {
  const t = useT()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const set = <K extends keyof Filter>(name: K, value: Filter[K]): void =>
    change(withPart(filter, name, value))
  return (
    <div className="filters">
      <NativeSelect
        size="sm"
        label={t('filter-team')}
        value={filter.team ?? ''}
        onChange={(event) => set('team', event.currentTarget.value)}
        data={[
          { value: '', label: t('filter-any') },
          { value: 'intake', label: t('team-intake') },
          ...(colleagues?.teams.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
      />
      <NativeSelect
        size="sm"
        label={t('filter-language')}
        value={filter.language ?? ''}
        onChange={(event) =>
          set(
            'language',
            LANGUAGES.find((each) => each === event.currentTarget.value),
          )
        }
        data={[
          { value: '', label: t('filter-any') },
          ...LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] })),
        ]}
      />
      <Picks
        label={t('filter-state')}
        all={STATES}
        picked={filter.status ?? []}
        pick={(values) => set('status', values)}
        name={(each) => t(`status-${each}`)}
      />
      <Picks
        label={t('filter-severity')}
        all={SEVERITIES}
        picked={filter.severity ?? []}
        pick={(values) => set('severity', values)}
        name={(each) => each}
      />
      <NativeSelect
        className="filter-wide"
        size="sm"
        label={t('filter-holder')}
        value={filter.assignee ?? ''}
        onChange={(event) => set('assignee', event.currentTarget.value)}
        data={[
          { value: '', label: t('filter-any') },
          { value: 'me', label: t('filter-me') },
          ...(colleagues?.agents.map(({ id, name }) => ({ value: id, label: name })) ?? []),
        ]}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('filter-from')}
        value={filter.from ?? ''}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        size="sm"
        type="date"
        label={t('filter-to')}
        value={filter.to ?? ''}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
      <NativeSelect
        className="filter-wide"
        size="sm"
        label={t('filter-order')}
        value={filter.order ?? ''}
        onChange={(event) => {
          const order = ORDERS.find((each) => each === event.currentTarget.value)
          // Of what the queue shows: with nothing chosen it would be every case there ever was.
          const from = countFilter(filter) === 0 ? filterOfView(view) : filter
          change(withPart(from, 'order', order))
        }}
        data={[
          { value: '', label: t('order-queue') },
          ...ORDERS.map((each) => ({ value: each, label: t(`order-${each}`) })),
        ]}
      />
      {countFilter(filter) > 0 && (
        <>
          <Button
            size="sm"
            variant="default"
            onClick={() => {
              close()
              viewsOpen.set(true)
            }}
          >
            {t('filter-save')}
          </Button>
          <Button size="sm" variant="subtle" onClick={() => change(noFilter)}>
            {t('filter-clear')}
          </Button>
        </>
      )}
    </div>
  )
}

const Control = ({ filter, ...props }: Props): ReactNode => {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const count = countFilter(filter)
  const name = count === 0 ? t('filter-title') : t('filter-title-some', { count })
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={300}
      trapFocus
      returnFocus
      shadow="md"
    >
      <Popover.Target>
        <ActionIcon
          className="filter-button"
          data-some={count > 0}
          variant="default"
          size={36}
          aria-label={name}
          title={name}
          onClick={() => setOpen(!isOpen)}
        >
          <IconAdjustmentsHorizontal size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('filter-title')}>
        <Fields filter={filter} {...props} close={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** Narrows what the queue's search looks through. */
export const Filters = (props: Props): ReactNode => (
  <MoreTexts of="search">
    <Control {...props} />
  </MoreTexts>
)
