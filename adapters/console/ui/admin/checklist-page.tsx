import { Progress } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleXFilled,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { LinkButton } from '../parts/link-button.tsx'
import { BY_CHOICE, progressOf, type Check } from './checklist.ts'
import type { State } from './state.ts'
import { useChecklist } from './use-checklist.ts'
import './administration.css'
import './checklist.css'

const ICONS: Readonly<Record<State, typeof IconCircle>> = {
  good: IconCircleCheckFilled,
  odd: IconAlertTriangle,
  bad: IconCircleXFilled,
  none: IconCircle,
}

const Line = ({ check }: { readonly check: Check }): ReactNode => {
  const t = useT()
  const { name, state, says, args, to } = check
  const chosen = state === 'none' && BY_CHOICE.has(name)
  const Icon = chosen ? IconCircleDashed : ICONS[state]
  return (
    <li className="check" data-state={chosen ? 'choice' : state}>
      <Icon size={22} role="img" aria-label={t(chosen ? 'todo-state-choice' : `todo-state-${state}`)} />
      <div>
        <h3>{t(`todo-${name}`)}</h3>
        <p className="soft">
          <Words text={t(says, args)} />
        </p>
      </div>
      <LinkButton
        to={to}
        size="xs"
        variant={state === 'good' || chosen ? 'subtle' : 'default'}
        aria-label={`${t('todo-open')}: ${t(`todo-${name}`)}`}
      >
        {t('todo-open')}
      </LinkButton>
    </li>
  )
}

const Part = ({
  title,
  checks,
}: {
  readonly title: string
  readonly checks: readonly Check[]
}): ReactNode => (
  <section className="sheet-part">
    <h2>{title}</h2>
    <ul className="checks">
      {checks.map((check) => (
        <Line key={check.name} check={check} />
      ))}
    </ul>
  </section>
)

const Lists = ({ checks }: { readonly checks: readonly Check[] }): ReactNode => {
  const t = useT()
  const { done, of } = progressOf(checks)
  return (
    <>
      <div className="todo-progress">
        <p id="todo-progress">{t(done === of ? 'checklist-all' : 'checklist-done', { done, of })}</p>
        <Progress.Root size="lg" radius="xl">
          <Progress.Section value={(done / of) * 100} aria-labelledby="todo-progress" />
        </Progress.Root>
      </div>
      <Part title={t('checklist-needed')} checks={checks.filter(({ name }) => !BY_CHOICE.has(name))} />
      <Part title={t('checklist-choice')} checks={checks.filter(({ name }) => BY_CHOICE.has(name))} />
    </>
  )
}

/** What an installation still needs before real people write to it, each with the place where it is set. */
export const ChecklistPage = (): ReactNode => {
  const t = useT()
  const { checks, error, again } = useChecklist()
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="page-wide">
        <div className="page-head">
          <h1>{t('checklist-title')}</h1>
        </div>
        <p className="soft sheet-note">{t('checklist-note')}</p>
        {error !== null && <PartTrouble error={error} retry={again} />}
        {checks !== undefined ? <Lists checks={checks} /> : error === null && <Pending />}
      </div>
    </main>
  )
}
