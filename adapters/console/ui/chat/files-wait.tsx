import { Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { tell, tellFault } from '../parts/notice.ts'

const CorrectForm = lazy(async () => ({ default: (await import('../file/correct-form.tsx')).CorrectForm }))

/** `isNote`: the holder writes a note now, and nothing beside it writes to the person. */
type Props = { readonly file: CaseFile; readonly isNote: boolean } & NonNullable<CaseFile['filesWait']>

/**
 * Files wait for the age: who holds the case can have it asked, or note it where they know it. Not
 * asked where it must not appear on the phone.
 */
export const FilesWait = ({ file, isNote, count, why, step, left }: Props): ReactNode => {
  const t = useT()
  const { code, signals, person, mine } = file
  const command = useCaseCommand(code)
  const [open, setOpen] = useState(false)
  // A repeat after a broken line asks once.
  const key = useRef('')
  // Whose chat went over to an earlier case cannot be asked here.
  const kept = signals.waits === 'yes' || signals.duress !== undefined || person.blocked || left === true
  const ask = (): void => {
    if (key.current === '') key.current = crypto.randomUUID()
    command.mutate(
      { type: 'age', key: key.current },
      {
        onSuccess: () => {
          key.current = ''
          tell(t, 'age-asked')
        },
        onError: (fault) => tellFault(t, fault),
      },
    )
  }
  const close = (): void => setOpen(false)
  return (
    <div className="above" data-kind="call">
      <IconHourglass size={18} aria-hidden />
      <div className="above-whole">
        <p>
          <strong>{t(why === 'age' ? 'files-wait' : 'files-wait-consent', { count })}</strong>
        </p>
        <p className="soft">{t(left === true ? 'files-wait-left' : 'files-wait-note')}</p>
        {mine && !kept && isNote && <p className="soft">{t('age-ask-not-here')}</p>}
        {mine && ((!kept && !isNote) || why === 'age') && (
          <div className="above-do">
            {!kept && !isNote && (
              <Button size="compact-sm" variant="default" loading={command.isPending} onClick={ask}>
                {t('age-ask')}
              </Button>
            )}
            {why === 'age' && (
              <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
                {t('age-note')}
              </Button>
            )}
          </div>
        )}
      </div>
      {mine && (
        <Dialog opened={open} close={close} title={t('age-note')}>
          <Suspense fallback={null}>
            <CorrectForm code={code} step={step} close={close} />
          </Suspense>
        </Dialog>
      )}
    </div>
  )
}
