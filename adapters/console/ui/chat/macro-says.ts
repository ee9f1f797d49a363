import type { Severity } from '../../contract/index.ts'
import type { PlannedStep } from '../../contract/macros.ts'
import { LANGUAGE_NAMES } from '../language/bundles.ts'
import { useSpeech } from '../language/language.tsx'

type Said = { readonly says: string; readonly words?: string }

/**
 * What a step does, in a sentence; the words it leaves stand below it. `now`: the severity as it is;
 * `reply`: what the person would read.
 */
export const useMacroSays = (now: Severity, reply: string): ((step: PlannedStep) => Said) => {
  const { t, clock } = useSpeech()
  /** To the minute: nobody sets a time by seconds. */
  const at = (iso: string): string => `${clock.day(new Date(iso))} ${clock.time(new Date(iso))}`
  const named = (severity: Severity): string => `${t(`severity-${severity}`)} (${severity})`
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
      case 'severity': {
        if (step.severity === now) return { says: t('macro-severity-same', { severity: named(now) }) }
        const change = { before: named(now), severity: named(step.severity) }
        return step.falls === true
          ? { says: t('macro-severity-falls', change) }
          : { says: t('macro-does-severity', change), words: step.reason }
      }
      case 'snooze':
        return {
          says: t(reply.includes(step.said) ? 'macro-does-promise' : 'macro-does-snooze', {
            time: at(step.until),
          }),
        }
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
