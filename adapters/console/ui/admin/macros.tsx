import { ActionIcon, Switch, VisuallyHidden } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { MOST_MACROS } from '../../contract/macro-kinds.ts'
import type { Macro, Macros } from '../../contract/macros.ts'
import { keepMacros, macrosQuery } from '../api/macros.ts'
import { colleaguesQuery, teamName } from '../api/reads.ts'
import { teamRepliesQuery } from '../api/team-replies.ts'
import { StepIcon } from '../chat/step-icon.tsx'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { Name, Words } from '../language/words.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { movedIn, useMoving } from '../parts/moving.tsx'
import { MacroEditor } from './macro-editor.tsx'
import { namedFor } from './named-for.ts'
import { Sheet } from './sheet.tsx'
import { TeamListHead, useTeamList } from './team-list.tsx'
import './team-replies.css'
import '../styles/macros.css'

const blank = (): Macro => ({ id: crypto.randomUUID(), names: {}, steps: [], off: false })

type Step = Macro['steps'][number]

/** What a step does, with what it names. */
const useStepSays = (): ((step: Step) => string) => {
  const { t, language } = useSpeech()
  const { data: colleagues } = useQuery(colleaguesQuery)
  const { data: texts } = useQuery(teamRepliesQuery)
  return (step) => {
    const name = t(`macro-step-${step.do}`)
    switch (step.do) {
      case 'note':
      case 'task':
        return `${name}: ${step.text}`
      case 'severity':
        return `${name}: ${step.severity}`
      case 'snooze':
        return t('macro-hours-from-now', { count: step.hours })
      case 'team':
        return `${name}: ${teamName(t, colleagues, step.team)}`
      case 'reply': {
        const text = texts?.replies.find(({ id }) => id === step.reply)
        return `${name}: ${text === undefined ? t('macro-gone-reply') : (namedFor(text.names, language) ?? step.reply)}`
      }
    }
  }
}

const Steps = ({ macro }: { readonly macro: Macro }): ReactNode => {
  const says = useStepSays()
  return (
    <ol className="macro-steps">
      {macro.steps.map((step, place) => (
        <li key={place}>
          <StepIcon does={step.do} />
          <p className="words">
            <Words text={says(step)} />
          </p>
        </li>
      ))}
    </ol>
  )
}

const Row = ({
  macro,
  name,
  edit,
  flip,
  moving,
  busy,
}: {
  readonly macro: Macro
  readonly name: string
  readonly edit: () => void
  readonly flip: () => void
  readonly moving: ReturnType<typeof useMoving>
  readonly busy: boolean
}): ReactNode => {
  const t = useT()
  return (
    <li className="team-reply" data-off={macro.off} {...moving.line(macro.id)}>
      <div className="team-reply-head">
        <h2>
          <Name text={name} />
        </h2>
        <span className="team-reply-tools">
          <Switch
            label={t('macro-offered')}
            aria-label={t('macro-offered-name', { name })}
            checked={!macro.off}
            disabled={busy}
            onChange={flip}
          />
          {moving.keys(macro.id)}
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('macro-change-name', { name })}
            onClick={edit}
          >
            <IconPencil size={18} />
          </ActionIcon>
        </span>
      </div>
      <Steps macro={macro} />
    </li>
  )
}

const List = ({ macros, changed }: Macros): ReactNode => {
  const { t, language } = useSpeech()
  const [draft, setDraft] = useState<{ readonly macro: Macro; readonly isNew: boolean }>()
  const { change, changeHere, busy, fault } = useTeamList(
    macrosQuery.queryKey,
    (list: Macros) => list.macros,
    (version, lines) => keepMacros({ version, macros: lines }),
  )
  const nameOf = (macro: Macro): string => namedFor(macro.names, language) ?? t('macro-add')
  const named = macros.map((macro) => ({ id: macro.id, name: nameOf(macro) }))
  const moving = useMoving(named, 'macro', (id, way) => changeHere((all) => movedIn(all, id, way)))
  return (
    <>
      <TeamListHead
        says={t('macro-count', { count: macros.length })}
        outdated={t('macro-list-outdated')}
        changed={changed}
        fault={fault}
        add={{
          label: t('macro-add'),
          isFull: macros.length >= MOST_MACROS,
          go: () => setDraft({ macro: blank(), isNew: true }),
        }}
      />
      {macros.length === 0 && <p className="sheet-empty">{t('macro-empty')}</p>}
      <VisuallyHidden role="status">{moving.said}</VisuallyHidden>
      <ul className="team-replies">
        {macros.map((macro) => (
          <Row
            key={macro.id}
            macro={macro}
            name={nameOf(macro)}
            edit={() => setDraft({ macro, isNew: false })}
            flip={() =>
              void changeHere((all) =>
                all.map((each) => (each.id === macro.id ? { ...each, off: !macro.off } : each)),
              )
            }
            moving={moving}
            busy={busy}
          />
        ))}
      </ul>
      <Dialog
        opened={draft !== undefined}
        close={() => setDraft(undefined)}
        title={draft === undefined ? '' : nameOf(draft.macro)}
        size="50rem"
      >
        {draft !== undefined && (
          <MacroEditor
            macro={draft.macro}
            now={macros.find(({ id }) => id === draft.macro.id)}
            isNew={draft.isNew}
            show={(macro) => (
              <>
                <p>
                  <Name text={nameOf(macro)} />
                </p>
                <Steps macro={macro} />
              </>
            )}
            change={change}
            close={() => setDraft(undefined)}
          />
        )}
      </Dialog>
    </>
  )
}

const Page = (): ReactNode => {
  const t = useT()
  return (
    <Sheet title={t('macros')} note={t('macros-note')} query={macrosQuery}>
      {(list) => <List {...list} />}
    </Sheet>
  )
}

/** The macros that every agent is offered. */
export const MacrosPage = (): ReactNode => (
  <MoreTexts of="replies">
    <MoreTexts of="macros">
      <Page />
    </MoreTexts>
  </MoreTexts>
)
