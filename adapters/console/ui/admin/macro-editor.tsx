import { ActionIcon, Button, Group, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { MACRO_STEPS, MOST_STEPS, ONCE, type MacroDoes } from '../../contract/macro-kinds.ts'
import type { Macro } from '../../contract/macros.ts'
import { isFault } from '../api/fault.ts'
import { StepIcon } from '../chat/step-icon.tsx'
import { directionOf, LANGUAGE_NAMES, LANGUAGES } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { slipIn } from '../parts/variables.tsx'
import { MacroFields } from './macro-fields.tsx'

type Step = Macro['steps'][number]

/** A step with nothing said yet. */
const BLANK: Readonly<Record<MacroDoes, Step>> = {
  note: { do: 'note', text: '' },
  task: { do: 'task', text: '' },
  severity: { do: 'severity', severity: 'P2', reason: '' },
  reply: { do: 'reply', reply: '' },
  snooze: { do: 'snooze', hours: 24 },
  team: { do: 'team', team: '' },
}

const isFull = (step: Step): boolean => {
  switch (step.do) {
    case 'note':
    case 'task':
      return step.text.trim() !== '' && slipIn(step.text) === undefined
    case 'severity':
      return step.reason.trim() !== ''
    case 'reply':
      return step.reply !== ''
    case 'team':
      return step.team !== '' && slipIn(step.note ?? '') === undefined
    case 'snooze':
      return true
  }
}

const inOrder = (steps: readonly Step[]): Step[] =>
  steps.toSorted((a, b) => MACRO_STEPS.indexOf(a.do) - MACRO_STEPS.indexOf(b.do))

/** Whether it is offered is changed in the list, not here. */
const isSame = (one: Macro | undefined, other: Macro): boolean =>
  one !== undefined && JSON.stringify([one.names, one.steps]) === JSON.stringify([other.names, other.steps])

type Props = {
  /** As it was when this was opened. */
  readonly macro: Macro
  /** As it is kept now, where it is. */
  readonly now: Macro | undefined
  readonly isNew: boolean
  readonly show: (macro: Macro) => ReactNode
  readonly change: (next: (macros: readonly Macro[]) => readonly Macro[]) => Promise<void>
  readonly close: () => void
}

/** One macro: its names, and its steps in the order in which they are done. */
export const MacroEditor = ({ macro, now, isNew, show, change, close }: Props): ReactNode => {
  const t = useT()
  const [names, setNames] = useState(macro.names)
  const [steps, setSteps] = useState(macro.steps)
  const kept = Object.fromEntries(Object.entries(names).filter(([, name]) => (name ?? '').trim() !== ''))
  const [known, setKnown] = useState<Macro | undefined>(macro)
  const hasTheirs = !isNew && !isSame(now, macro)
  /** What a colleague made of the same macro meanwhile is seen before anything takes its place. */
  const isUnseen = !isNew && (now === undefined ? known !== undefined : !isSame(known, now))
  const { run, busy, fault } = useAttempt(async () => {
    if (isUnseen) return setKnown(now)
    const made: Macro = { ...macro, names: kept, steps }
    await change((all) =>
      all.some(({ id }) => id === made.id)
        ? all.map((each) => (each.id === made.id ? { ...made, off: each.off } : each))
        : [...all, made],
    )
    tell(t, 'macro-kept')
    close()
  })
  const away = useAttempt(async () => {
    if (isUnseen) return setKnown(now)
    await change((all) => all.filter(({ id }) => id !== macro.id))
    close()
  })
  const has = (does: MacroDoes): boolean => steps.some((step) => step.do === does)
  const cannotAdd = (does: MacroDoes): boolean =>
    steps.length >= MOST_STEPS ||
    (ONCE.has(does) && has(does)) ||
    (does === 'team' && has('snooze')) ||
    (does === 'snooze' && has('team'))
  const trouble = fault ?? away.fault
  // Read again because of that: theirs is on the screen, and the next press is for one's own.
  useEffect(() => {
    if (isFault(trouble, 'outdated')) setKnown(now)
  }, [trouble])
  return (
    <form className="form" onSubmit={run}>
      <div className="team-reply-languages">
        {LANGUAGES.map((language) => (
          <TextInput
            key={language}
            label={`${t('macro-name')} · ${LANGUAGE_NAMES[language]}`}
            lang={language}
            dir={directionOf(language)}
            maxLength={60}
            value={names[language] ?? ''}
            onChange={({ currentTarget }) => setNames({ ...names, [language]: currentTarget.value })}
          />
        ))}
      </div>
      <ol className="macro-fields">
        {steps.map((step, place) => (
          <li key={`${step.do} ${place}`} className="macro-field">
            <div>
              <p className="macro-field-name">
                <StepIcon does={step.do} />
                {t(`macro-step-${step.do}`)}
              </p>
              <MacroFields
                step={step}
                change={(next) => setSteps(steps.map((each, at) => (at === place ? next : each)))}
              />
            </div>
            <ActionIcon
              variant="default"
              size="lg"
              aria-label={t('macro-step-remove', { step: t(`macro-step-${step.do}`) })}
              onClick={() => setSteps(steps.filter((_, at) => at !== place))}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      <div className="macro-add" role="group" aria-label={t('macro-step-add')}>
        {MACRO_STEPS.map((does) => (
          <Button
            key={does}
            size="compact-sm"
            variant="default"
            leftSection={<StepIcon does={does} />}
            disabled={cannotAdd(does)}
            onClick={() => setSteps(inOrder([...steps, BLANK[does]]))}
          >
            {t(`macro-step-${does}`)}
          </Button>
        ))}
      </div>
      <p className="soft">{t('macro-order-note')}</p>
      {hasTheirs && (
        <div className="macro-theirs" role="alert">
          <p>{t(now === undefined ? 'macro-theirs-gone' : 'macro-theirs')}</p>
          {now !== undefined && show(now)}
        </div>
      )}
      {isFault(trouble, 'outdated') ? (
        <p className="sheet-alert" role="alert">
          {t('macro-list-outdated')}
        </p>
      ) : (
        <FormFault fault={trouble} />
      )}
      <Group justify="space-between">
        {isNew ? (
          <span />
        ) : (
          <Button variant="default" color="red" loading={away.busy} onClick={() => away.run()}>
            {t('macro-remove')}
          </Button>
        )}
        <Group ms="auto">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={Object.keys(kept).length === 0 || steps.length === 0 || !steps.every(isFull)}
          >
            {t('macro-keep')}
          </Button>
        </Group>
      </Group>
    </form>
  )
}
