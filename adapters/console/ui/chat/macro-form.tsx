import { Button, Group, Loader, Textarea, TextInput } from '@mantine/core'
import { IconChevronRight, IconSend } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { PlannedMacro, PlannedMacros, PlannedStep } from '../../contract/macros.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { explain } from '../api/explain.ts'
import { faultOf, isFault } from '../api/fault.ts'
import { useKeyFor } from '../api/key-for.ts'
import { plannedQuery, runMacro } from '../api/macros.ts'
import { isSendPress } from '../browser/shortcuts.ts'
import { directionOf, LANGUAGE_NAMES } from '../language/bundles.ts'
import { MoreTexts, useSpeech, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { afterHeavy } from '../shift/rest.ts'
import { isFound } from './slash.ts'
import { StepIcon } from './step-icon.tsx'
import '../styles/macros.css'

type Props = { readonly file: CaseFile; readonly close: () => void }

/** What a step does, in a sentence; the words it leaves stand below it. */
const useSaid = (): ((step: PlannedStep) => { readonly says: string; readonly words?: string }) => {
  const { t, clock } = useSpeech()
  /** To the minute: nobody sets a time by seconds. */
  const at = (iso: string): string => `${clock.day(new Date(iso))} ${clock.time(new Date(iso))}`
  return (step) => {
    switch (step.do) {
      case 'note':
        return { says: t('macro-does-note'), words: step.text }
      case 'task':
        return {
          says:
            step.dueAt === undefined
              ? t('macro-does-task')
              : t('macro-does-task-due', { time: at(step.dueAt) }),
          words: step.text,
        }
      case 'severity':
        return {
          says: t('macro-does-severity', {
            severity: `${t(`severity-${step.severity}`)} (${step.severity})`,
          }),
          words: step.reason,
        }
      case 'snooze':
        return { says: t('macro-does-snooze', { time: at(step.until) }) }
      case 'team':
        return {
          says: t(step.gone === true ? 'macro-gone-team' : 'macro-does-team', { team: step.name }),
          ...(step.note === undefined ? {} : { words: step.note }),
        }
      case 'reply':
        if (step.gone === true) return { says: t('macro-gone-reply') }
        return step.text === undefined
          ? { says: t('macro-no-words', { language: LANGUAGE_NAMES[step.language] }) }
          : { says: t('macro-does-reply') }
    }
  }
}

const isBroken = (step: PlannedStep): boolean => 'gone' in step && step.gone === true

const Preview = ({
  file,
  macro,
  plan,
  back,
  close,
}: Props & {
  readonly macro: PlannedMacro
  readonly plan: PlannedMacros
  readonly back: () => void
}): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const said = useSaid()
  const keyFor = useKeyFor()
  const reply = macro.steps.find((step) => step.do === 'reply')
  const [text, setText] = useState(reply?.text ?? '')
  /** The words go out at the second press, never at the first. */
  const [asked, setAsked] = useState(false)
  const gap = placeholdersIn(text).length > 0
  const cannot = macro.steps.some(isBroken) || (reply !== undefined && (text.trim() === '' || gap))
  const { run, busy, fault } = useAttempt(async () => {
    if (reply !== undefined && !asked) return setAsked(true)
    try {
      const words = reply === undefined ? {} : { text: text.trim() }
      const run = { version: plan.version, seq: plan.seq, expectedVersion: file.version, ...words }
      await runMacro(file.code, macro.id, run, keyFor(`${macro.id} ${text}`))
      if (file.severity === 'P1' && macro.steps.some((step) => step.do === 'team')) afterHeavy.set(true)
      close()
      tell(t, 'macro-done')
    } finally {
      await Promise.all(
        [['queue'], ['case', file.code], ['thread', file.code], ['timeline', file.code]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    }
  })
  const failed = faultOf(fault).step
  const press = (event: KeyboardEvent): void => {
    if (!isSendPress(event) || cannot) return
    event.preventDefault()
    run()
  }
  return (
    <form className="form" onSubmit={run} onKeyDown={press}>
      <p className="soft">{t('macro-all-or-none')}</p>
      <ol className="macro-steps">
        {macro.steps.map((step, place) => {
          const { says, words } = said(step)
          return (
            <li key={place} data-failed={step.do === failed} data-broken={isBroken(step)}>
              <StepIcon does={step.do} />
              <div>
                <p>{says}</p>
                {words !== undefined && (
                  <p className="macro-words words" dir="auto">
                    <Words text={words} />
                  </p>
                )}
                {step.do === 'reply' && step.gone !== true && (
                  <Textarea
                    aria-label={t('macro-reply')}
                    lang={step.language}
                    dir={directionOf(step.language)}
                    classNames={{ input: 'words' }}
                    autosize
                    minRows={2}
                    maxRows={8}
                    maxLength={4000}
                    value={text}
                    error={gap ? t('fault-placeholder') : undefined}
                    onChange={(event) => {
                      setText(event.currentTarget.value)
                      setAsked(false)
                    }}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ol>
      {asked && !busy && fault === undefined && (
        <p className="macro-asked" role="alert">
          {t('macro-asked')}
        </p>
      )}
      <FormFault
        fault={fault}
        words={
          failed === undefined
            ? isFault(fault, 'outdated')
              ? t('macro-outdated')
              : undefined
            : t('macro-failed', { step: t(`macro-step-${failed}`), why: explain(t, fault) })
        }
      />
      <Group justify="space-between">
        <Button variant="default" onClick={back}>
          {t('macro-others')}
        </Button>
        <Button
          type="submit"
          data-does
          loading={busy}
          disabled={cannot}
          leftSection={reply === undefined ? undefined : <IconSend size={18} className="flip" />}
        >
          {t(reply === undefined ? 'macro-do' : asked ? 'macro-send-now' : 'macro-send')}
        </Button>
      </Group>
    </form>
  )
}

const Choice = ({
  macros,
  choose,
}: {
  readonly macros: readonly PlannedMacro[]
  readonly choose: (id: string) => void
}): ReactNode => {
  const t = useT()
  const [query, setQuery] = useState('')
  const found = macros.filter(({ name }) => isFound(query, name, ''))
  if (macros.length === 0) return <p className="soft">{t('macro-none')}</p>
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) choose(first.id)
      }}
    >
      <TextInput
        label={t('macro-find')}
        dir="auto"
        autoComplete="off"
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ul className="macro-list">
        {found.map(({ id, name, steps }) => (
          <li key={id}>
            <button type="button" onClick={() => choose(id)}>
              <bdi>{name}</bdi>
              <span className="macro-icons">
                {steps.map((step, place) => (
                  <StepIcon key={place} does={step.do} named />
                ))}
                <IconChevronRight size={16} className="flip" aria-hidden />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  )
}

const Run = ({ file, close }: Props): ReactNode => {
  const t = useT()
  const { data, error } = useQuery(plannedQuery(file.code))
  const [id, setId] = useState<string>()
  if (data === undefined)
    return error === null ? (
      <Loader size="sm" role="status" aria-label={t('loading')} />
    ) : (
      <FormFault fault={error} />
    )
  const macro = data.macros.find((each) => each.id === id)
  return macro === undefined ? (
    <Choice macros={data.macros} choose={setId} />
  ) : (
    <Preview
      key={macro.id}
      file={file}
      macro={macro}
      plan={data}
      back={() => setId(undefined)}
      close={close}
    />
  )
}

/** Chooses a macro, shows exactly what it will do, and does it. */
export const MacroForm = (props: Props): ReactNode => (
  <MoreTexts of="macros">
    <Run {...props} />
  </MoreTexts>
)
