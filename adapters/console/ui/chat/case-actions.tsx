import {
  IconAlarm,
  IconArrowBackUp,
  IconArrowsExchange,
  IconBolt,
  IconCircleCheck,
  IconClock,
  IconFlag,
  IconLifebuoy,
  IconLockOpen,
  IconRobot,
  IconZzz,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { Action } from '../palette/actions.ts'

/** A dialog of the head of a case. */
export type CaseDialog =
  'close' | 'transfer' | 'severity' | 'snooze' | 'safe-times' | 'help' | 'back' | 'macros'

type Does = {
  readonly open: (dialog: CaseDialog) => void
  readonly release: () => void
  readonly act: (type: 'wake' | 'reopen') => void
}

const action = (id: string, icon: ReactNode, run: () => void, ...keys: string[]): Action => ({
  id,
  says: (t) => t(id),
  icon,
  ofCase: true,
  ...(keys.length === 0 ? {} : { keys }),
  run,
})

/**
 * What can be done with a case as it is now, in the order of its menu. Handing back asks first, as
 * it does by its key; the button and the menu hand back at once, and both can be undone.
 */
export const caseActions = (
  file: CaseFile,
  works: boolean,
  { open, release, act }: Does,
): readonly Action[] =>
  file.status === 'erased'
    ? []
    : [
        ...(file.mine
          ? [
              action('hand-back', <IconRobot size={18} />, () => open('back'), 'B'),
              action('to-queue-again', <IconArrowBackUp size={18} className="flip" />, release),
              file.snooze === undefined
                ? action('snooze', <IconZzz size={18} />, () => open('snooze'))
                : action('wake', <IconAlarm size={18} />, () => act('wake')),
              action('safe-times', <IconClock size={18} />, () => open('safe-times')),
              ...(file.help === undefined
                ? [action('help-ask', <IconLifebuoy size={18} />, () => open('help'))]
                : []),
              action('macros', <IconBolt size={18} />, () => open('macros'), 'Alt', 'M'),
              action('transfer', <IconArrowsExchange size={18} />, () => open('transfer'), 'P'),
            ]
          : []),
        ...(file.status === 'closed' && works
          ? [action('reopen', <IconLockOpen size={18} />, () => act('reopen'))]
          : []),
        action('set-severity', <IconFlag size={18} />, () => open('severity')),
        ...(file.mine ? [action('close-case', <IconCircleCheck size={18} />, () => open('close'), 'C')] : []),
      ]
