import {
  IconArrowRight,
  IconBookmarks,
  IconHourglass,
  IconInbox,
  IconMessageSearch,
  IconPhonePlus,
  IconShieldLock,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import type { Colleagues, Me } from '../../contract/people.ts'
import type { MyShift } from '../../contract/shift.ts'
import { mayRead, VIEWS } from '../api/reads.ts'
import type { ShownView } from '../api/saved-views.ts'
import { placesFor } from '../desk/places.ts'
import type { Translate } from '../language/bundles.ts'
import { SeverityMark } from '../parts/severity-mark.tsx'
import type { QueueState } from '../queue/queue.tsx'
import type { Action } from './actions.ts'
import { fit } from './match.ts'
import { Name } from '../language/words.tsx'

/** In the order in which they stand while nothing is typed. */
export const GROUPS = ['of-case', 'own', 'actions', 'pages', 'people', 'cases', 'found', 'more'] as const
export type Group = (typeof GROUPS)[number]

/** One line of the palette. */
export type Item = {
  readonly id: string
  readonly group: Group
  readonly icon: ReactNode
  readonly text: ReactNode
  /** What it is found by, in every language that is at hand. */
  readonly names: readonly string[]
  readonly note?: ReactNode
  readonly keys?: readonly string[]
  /** Stays open, for what is shown in the palette itself. */
  readonly stays?: true
  readonly run: () => void
}

/** Where a choice leads. */
export type Ways = {
  readonly go: (to: string) => void
  readonly openCase: (code: string) => void
  readonly showQueue: (state: Partial<QueueState>) => void
}

const codeText = (code: string): ReactNode => (
  <bdi className="code" dir="ltr">
    {code}
  </bdi>
)

export const actionItems = (
  actions: readonly Action[],
  t: Translate,
  all: readonly Translate[],
): readonly Item[] =>
  actions.map(({ id, says, icon, keys, ofCase, run }) => ({
    id: `action ${id}`,
    group: ofCase === true ? 'of-case' : 'actions',
    icon,
    text: says(t).replace('…', ''),
    names: [says(t), ...all.map(says)],
    ...(keys === undefined ? {} : { keys }),
    run,
  }))

export const pageItems = (
  me: Me | undefined,
  t: Translate,
  all: readonly Translate[],
  { go }: Ways,
): readonly Item[] => {
  const own = [
    ...(mayRead(me)
      ? [
          { to: '/', label: 'queue-title', icon: IconInbox },
          { to: '/calls', label: 'phone-title', icon: IconPhonePlus },
        ]
      : []),
    ...placesFor(me),
    { to: '/second-factor', label: 'factor-title', icon: IconShieldLock },
  ]
  return own.map(({ to, label, icon: Icon }) => ({
    id: `page ${to}`,
    group: 'pages',
    icon: <Icon size={18} />,
    text: t(label),
    names: [t(label), ...all.map((each) => each(label))],
    run: () => go(to),
  }))
}

/** The views of the queue, wherever one is. */
export const viewItems = (t: Translate, all: readonly Translate[], { showQueue }: Ways): readonly Item[] =>
  VIEWS.map((view) => {
    const says = (words: Translate): string => `${words('queue-title')}: ${words(`view-${view}`)}`
    return {
      id: `view ${view}`,
      group: 'actions',
      icon: <IconInbox size={18} />,
      text: says(t),
      names: [says(t), ...all.map(says)],
      run: () => showQueue({ view }),
    }
  })

/** Saved views of the queue, by the name that somebody gave them. */
export const savedViewItems = (
  views: readonly ShownView[],
  t: Translate,
  all: readonly Translate[],
  show: (view: ShownView) => void,
): readonly Item[] =>
  views.map((view) => {
    const says = (words: Translate): string => `${words('queue-title')}: ${view.name}`
    return {
      id: `saved view ${view.id}`,
      group: 'actions',
      icon: <IconBookmarks size={18} />,
      text: <bdi>{says(t)}</bdi>,
      names: [view.name, says(t), ...all.map(says)],
      note: view.count,
      run: () => show(view),
    }
  })

export const ownItems = (
  held: readonly MyShift['held'][number][],
  t: Translate,
  { openCase }: Ways,
): readonly Item[] =>
  held.map(({ code, severity, answerSince }) => ({
    id: `own ${code}`,
    group: 'own',
    icon: <SeverityMark severity={severity} />,
    text: codeText(code),
    names: [code],
    ...(answerSince === undefined
      ? {}
      : { note: <IconHourglass size={16} role="img" aria-label={t('own-waits')} /> }),
    run: () => openCase(code),
  }))

export const peopleItems = (
  { agents, teams }: Colleagues,
  me: Me | undefined,
  t: Translate,
  { showQueue }: Ways,
): readonly Item[] => [
  ...agents.map(({ id, name }): Item => ({
    id: `person ${id}`,
    group: 'people',
    icon: <IconUser size={18} />,
    text: <Name text={name} />,
    names: [name],
    note: t('palette-person-note'),
    run: () => showQueue(id === me?.id ? { view: 'mine' } : { filter: { assignee: id, status: ['agent'] } }),
  })),
  ...teams.map(({ id, name }): Item => ({
    id: `team ${id}`,
    group: 'people',
    icon: <IconUsersGroup size={18} />,
    text: name,
    names: [name],
    note: t('palette-team-note'),
    run: () => showQueue({ view: 'all', team: id }),
  })),
]

/** `note`: what is known of a case, in one line. */
export const caseItems = (
  rows: readonly CaseRow[],
  group: 'cases' | 'found',
  note: (row: CaseRow) => ReactNode,
  { openCase }: Ways,
): readonly Item[] =>
  rows.map((row) => ({
    id: `${group} ${row.code}`,
    group,
    icon: <SeverityMark severity={row.severity} />,
    text: codeText(row.code),
    names: [row.code],
    note: note(row),
    run: () => openCase(row.code),
  }))

/** Asks all cases; only when it is chosen, since each question is counted in the log. */
export const searchItem = (query: string, t: Translate, ask: () => void): Item => ({
  id: 'search',
  group: 'more',
  icon: <IconMessageSearch size={18} />,
  text: t('palette-search', { words: query }),
  names: [],
  note: t('palette-search-note'),
  stays: true,
  run: ask,
})

export const allItem = (asked: string, t: Translate, { showQueue }: Ways): Item => ({
  id: 'all',
  group: 'more',
  icon: <IconArrowRight size={18} className="flip" />,
  text: t('palette-all'),
  names: [],
  run: () => showQueue({ search: asked, asked }),
})

/** While nothing is typed each kind has this many, so that all kinds are seen. */
const FEW = 6
const MANY = 8

export type Section = { readonly group: Group; readonly items: readonly Item[] }

/**
 * What fits `query`, by kind: the kind with the best fit first, the best of a kind first in it.
 * `asIs`: what was found elsewhere and fits by that.
 */
export const sectionsOf = (
  query: string,
  items: readonly Item[],
  asIs: readonly Item[],
): readonly Section[] => {
  const empty = query.trim() === ''
  const fitting = items.map((item) => ({ item, fits: fit(query, item.names) })).filter(({ fits }) => fits > 0)
  const sections = GROUPS.map((group) => {
    const own = fitting.filter(({ item }) => item.group === group)
    const best = Math.max(0, ...own.map(({ fits }) => fits))
    const sorted = (empty ? own : own.toSorted((a, b) => b.fits - a.fits)).map(({ item }) => item)
    const few = empty && (group === 'own' || group === 'people') ? FEW : empty ? Infinity : MANY
    return { group, best, items: [...sorted.slice(0, few), ...asIs.filter((item) => item.group === group)] }
  }).filter(({ items: some }) => some.length > 0)
  const place = ({ group, best }: { readonly group: Group; readonly best: number }): number =>
    group === 'more' ? -1 : group === 'cases' ? 2.5 : best
  return empty ? sections : sections.toSorted((a, b) => place(b) - place(a))
}
