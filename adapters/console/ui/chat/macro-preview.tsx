import { Button, Group, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { PlannedStep } from '../../contract/macros.ts'
import type { Message } from '../../contract/messages.ts'
import { placeholdersIn } from '../../contract/placeholders.ts'
import { explain } from '../api/explain.ts'
import { faultOf, isFault } from '../api/fault.ts'
import { runMacro } from '../api/macros.ts'
import { isSendPress } from '../browser/shortcuts.ts'
import { directionOf } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { afterHeavy } from '../shift/rest.ts'
import { useDraft } from './drafts.tsx'
import { renewChosen, type Chosen } from './macro-chosen.ts'
import { forgetMacroKey, macroKey } from './macro-keys.ts'
import { useMacroSays } from './macro-says.ts'
import { StepIcon } from './step-icon.tsx'

/** So long a button that just came to mean something else takes no press: the second half of a double click. */
const SETTLE_MS = 700

/** Whether what is shown has stood for a moment. */
const useSettled = (shown: string): boolean => {
  const [settled, setSettled] = useState<string>()
  useEffect(() => {
    const timer = setTimeout(() => setSettled(shown), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [shown])
  return settled === shown
}

const isBroken = (step: PlannedStep): boolean => 'gone' in step && step.gone === true

const Fresh = ({ messages }: { readonly messages: readonly Message[] }): ReactNode => {
  const t = useT()
  if (messages.length === 0) return null
  return (
    <section className="macro-fresh" role="alert">
      <p>{t('macro-fresh')}</p>
      {messages.map(({ id, text, edits }) => (
        <p key={id} className="macro-words words" dir="auto">
          <Words text={edits?.at(-1)?.text ?? text ?? t('macro-fresh-file')} />
        </p>
      ))}
    </section>
  )
}

type Props = {
  readonly file: CaseFile
  /** How the person may be reached, to be read before a reply goes out. */
  readonly rules: ReactNode
  readonly first: Chosen
  readonly back: () => void
  readonly close: () => void
}

/** Exactly what a macro will do, and doing it. What goes to the person, or lowers a severity, at the second press. */
export const MacroPreview = ({ file, rules, first, back, close }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const [{ plan, macro, version, last }, setChosen] = useState(first)
  const [isGone, setGone] = useState(false)
  /** The severity is another than was shown. */
  const [turned, setTurned] = useState(false)
  const [fresh, setFresh] = useState<readonly Message[]>([])
  const reply = macro.steps.find((step) => step.do === 'reply')
  const falls = macro.steps.some((step) => step.do === 'severity' && step.falls === true)
  const [draft, keepDraft] = useDraft(file.code, `macro-${macro.id}`)
  const [written, setWritten] = useState(draft === '' ? undefined : draft)
  const text = written ?? reply?.text ?? ''
  const [reason, setReason] = useState('')
  const [armed, setArmed] = useState(false)
  const says = useMacroSays(plan.severity, text)
  const settled = useSettled(`${armed} ${plan.at}`)
  const gap = placeholdersIn(text).length > 0
  const cannot =
    isGone ||
    macro.steps.some(isBroken) ||
    (falls && !isReason(reason)) ||
    (reply !== undefined && (text.trim() === '' || gap))

  useEffect(() => {
    const field = input.current ?? form.current?.querySelector<HTMLElement>('textarea')
    const at = field ?? form.current?.querySelector<HTMLElement>('button[data-does]:not(:disabled)')
    ;(at ?? form.current?.querySelector<HTMLElement>('button'))?.focus()
    const [open] = placeholdersIn(text)
    const from = open?.from ?? (reply?.fill === undefined ? -1 : text.indexOf(reply.fill))
    if (from >= 0) input.current?.setSelectionRange(from, open?.to ?? from + (reply?.fill?.length ?? 0))
  }, [])

  const renew = async (): Promise<void> => {
    const now = await renewChosen(queries, file.code, { plan, macro, version, last })
    setFresh((before) => [...before, ...now.fresh])
    setGone(now.chosen === undefined)
    if (now.chosen === undefined) return
    setTurned(now.chosen.plan.severity !== plan.severity)
    setChosen(now.chosen)
  }
  const { run, busy, fault } = useAttempt(async () => {
    if ((reply !== undefined || falls) && !armed) return setArmed(true)
    const said = {
      ...(reply === undefined ? {} : { text: text.trim() }),
      ...(falls ? { reason: reason.trim() } : {}),
    }
    const same = JSON.stringify([file.code, macro.id, said])
    const { severity, at } = plan
    try {
      await runMacro(
        file.code,
        macro.id,
        { version: plan.version, at, plan: macro.plan, severity, expectedVersion: version, ...said },
        macroKey(same),
      )
      forgetMacroKey(same)
      keepDraft('')
      if (file.severity === 'P1' && macro.steps.some((step) => step.do === 'team')) afterHeavy.set(true)
      close()
      tell(t, 'macro-done')
    } catch (error) {
      setArmed(false)
      if (isFault(error, 'moved') || isFault(error, 'outdated')) await renew()
      throw error
    } finally {
      await Promise.all(
        [['queue'], ['case', file.code], ['thread', file.code], ['timeline', file.code]].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    }
  })
  const failed = faultOf(fault).step
  const go = (event?: FormEvent): void => {
    event?.preventDefault()
    if (settled && !cannot) run()
  }
  const press = (event: KeyboardEvent): void => {
    const sends = isSendPress(event)
    // A key that is held down presses once.
    const isHeld = event.repeat && event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)
    if (!sends && !isHeld) return
    event.preventDefault()
    if (sends && !event.repeat) go()
  }
  const whyNot = (): string | undefined => {
    if (isGone) return t('macro-gone')
    if (isFault(fault, 'outdated')) return t('macro-outdated')
    if (isFault(fault, 'moved')) return t(turned ? 'macro-moved-severity' : 'macro-moved')
    return failed === undefined
      ? undefined
      : t('macro-failed', { step: t(`macro-step-${failed}`), why: explain(t, fault) })
  }
  return (
    <form ref={form} className="form" onSubmit={go} onKeyDown={press}>
      <p className="soft">{t('macro-all-or-none')}</p>
      {reply !== undefined && rules}
      <ol className="macro-steps">
        {macro.steps.map((step, place) => {
          const { says: sentence, words } = says(step)
          return (
            <li key={place} data-failed={step.do === failed} data-broken={isBroken(step)}>
              <StepIcon does={step.do} />
              <div>
                <p>{sentence}</p>
                {words !== undefined && (
                  <p className="macro-words words" dir="auto">
                    <Words text={words} />
                  </p>
                )}
                {step.do === 'severity' && step.falls === true && (
                  <ReasonField
                    label={t('macro-own-reason')}
                    description={t('macro-own-reason-note', { reason: step.reason })}
                    required
                    value={reason}
                    change={(next) => {
                      setReason(next)
                      setArmed(false)
                    }}
                  />
                )}
                {step.do === 'reply' && step.gone !== true && (
                  <Textarea
                    ref={input}
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
                    onChange={({ currentTarget: { value } }) => {
                      setWritten(value)
                      keepDraft(value === step.text ? '' : value)
                      setArmed(false)
                    }}
                  />
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <Fresh messages={fresh} />
      {armed && !busy && (
        <p className="macro-asked" role="alert">
          {t(reply === undefined ? 'macro-asked-falls' : 'macro-asked')}
        </p>
      )}
      {!armed && <FormFault fault={fault} words={whyNot()} />}
      <Group justify="space-between">
        <Button variant="default" onClick={back}>
          {t('macro-others')}
        </Button>
        <Button
          type="submit"
          data-does
          loading={busy}
          disabled={cannot}
          aria-disabled={!settled}
          leftSection={reply === undefined ? undefined : <IconSend size={18} className="flip" />}
        >
          {t(
            reply !== undefined
              ? armed
                ? 'macro-send-now'
                : 'macro-send'
              : !falls
                ? 'macro-do'
                : armed
                  ? 'macro-do-now'
                  : 'macro-do-asked',
          )}
        </Button>
      </Group>
    </form>
  )
}
