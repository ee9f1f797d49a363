import {
  IconAlertTriangle,
  IconChecklist,
  IconEyeExclamation,
  IconGenderFemale,
  IconGenderMale,
  IconHelpCircle,
  IconLifebuoy,
  IconPaperclip,
  IconUsersGroup,
  IconZzz,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../contract/index.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { LANGUAGE_NAMES } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'
import { whenOf } from '../language/when.ts'

/** A sign in a row, and what it says in words. `shown`: what stands beside the sign. */
export type Mark = {
  readonly key: string
  readonly icon: typeof IconZzz
  readonly words: string
  readonly shown?: string
  readonly grave?: boolean
}

const WISHES = { woman: IconGenderFemale, man: IconGenderMale } as const

/** What stands in a row of danger, of what the team does with the case, and of what to be ready for. */
export const useMarks = (): ((row: CaseRow) => readonly Mark[]) => {
  const { t, clock } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  return (row) => {
    const { danger, wish, burdens, snoozedUntil, tasks, copies, evidence } = row
    const marks: Mark[] = []
    if (danger !== undefined) {
      const name = t(`danger-${danger.label.replaceAll('_', '-')}`)
      marks.push({
        key: 'danger',
        icon: danger.sure ? IconAlertTriangle : IconHelpCircle,
        words: danger.sure ? name : `${name}${t('list-comma')}${t('danger-asked')}`,
        grave: danger.sure,
      })
    }
    if (row.helpAsked === true)
      marks.push({ key: 'help', icon: IconLifebuoy, words: t('row-help'), grave: true })
    if (wish !== undefined)
      marks.push({ key: 'wish', icon: WISHES[wish], words: t(`take-over-wish-${wish}`) })
    if (burdens !== undefined) {
      const what = burdens.map((each) => t(`burden-${each.replaceAll('_', '-')}`)).join(t('list-comma'))
      marks.push({ key: 'expect', icon: IconEyeExclamation, words: t('row-expect', { what }) })
    }
    if (snoozedUntil !== undefined)
      marks.push({
        key: 'aside',
        icon: IconZzz,
        words: t('row-snoozed', { time: whenOf(t, clock, snoozedUntil) }),
        shown: clock.time(new Date(snoozedUntil)),
      })
    if (tasks !== undefined)
      marks.push({ key: 'tasks', icon: IconChecklist, words: t('row-tasks'), shown: String(tasks) })
    if (copies.length > 0) {
      const teams = copies.map((team) => teamName(t, colleagues, team)).join(t('list-comma'))
      marks.push({ key: 'copies', icon: IconUsersGroup, words: t('row-copies', { teams }) })
    }
    if (evidence > 0)
      marks.push({ key: 'evidence', icon: IconPaperclip, words: t('row-evidence'), shown: String(evidence) })
    return marks
  }
}

/** The signs themselves; their words stand in the legend as well (legend.tsx). */
export const Marks = ({ marks }: { readonly marks: readonly Mark[] }): ReactNode =>
  marks.map(({ key, icon: Icon, words, shown, grave }) => (
    <span
      key={key}
      className="row-mark"
      data-mark={key}
      {...(key === 'danger' || grave === true ? { 'data-danger': grave === true } : {})}
    >
      <Icon size={16} role="img" aria-label={words} />
      {shown !== undefined && <bdi aria-hidden={key === 'aside'}>{shown}</bdi>}
    </span>
  ))

/** Words of all signs in a row, the language among them. */
export const useMarkWords = (): ((row: CaseRow) => readonly string[]) => {
  const { t } = useSpeech()
  const marksOf = useMarks()
  return (row) => [
    ...marksOf(row).map(({ words, shown, key }) =>
      shown === undefined || key === 'aside' ? words : `${words} ${shown}`,
    ),
    t(`channel-${row.channel}`),
    LANGUAGE_NAMES[row.language],
  ]
}
