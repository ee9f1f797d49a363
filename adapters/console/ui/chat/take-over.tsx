import { Button, Group } from '@mantine/core'
import {
  IconEyeExclamation,
  IconHandStop,
  IconLockOpen,
  IconMessageQuestion,
  IconTransferIn,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { maySupervise, mayWork, meQuery } from '../api/reads.ts'
import { usePreferences } from '../browser/preferences.tsx'
import { useShortcuts } from '../browser/shortcuts.ts'
import { Ago } from '../language/ago.tsx'
import type { Translate } from '../language/bundles.ts'
import { useT } from '../language/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { offeredAction, useActions } from '../palette/actions.ts'
import { tellFault } from '../parts/notice.ts'
import { Words } from '../language/words.tsx'

const AskForm = lazy(async () => ({ default: (await import('./ask-form.tsx')).AskForm }))

const canClaim = (file: CaseFile): boolean => file.status === 'bot' || file.status === 'waiting'

/** A colleague has it: who works here may ask for it, a supervisor may take it, and both say why. */
const Held = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const [how, setHow] = useState<'ask' | 'take'>()
  const [last, setLast] = useState<'ask' | 'take'>('ask')
  const choose = (next: 'ask' | 'take'): void => {
    setHow(next)
    setLast(next)
  }
  const close = (): void => setHow(undefined)
  const works = mayWork(me)
  const supervises = maySupervise(me)
  useActions([
    ...(works
      ? [
          {
            id: 'ask-for',
            says: (words: Translate) => words('ask-for'),
            icon: <IconMessageQuestion size={18} />,
            ofCase: true as const,
            run: () => choose('ask'),
          },
        ]
      : []),
    ...(supervises
      ? [
          {
            id: 'take-from',
            says: (words: Translate) => words('take-from'),
            icon: <IconTransferIn size={18} className="flip" />,
            ofCase: true as const,
            run: () => choose('take'),
          },
        ]
      : []),
  ])
  return (
    <>
      <p>
        <Words text={t('take-over-held', { name: file.assignee?.name ?? t('somebody') })} />
      </p>
      {file.heldSince !== undefined && (
        <p className="soft">
          {t('take-over-since')} <Ago at={file.heldSince} length />
        </p>
      )}
      <Group gap="xs" justify="center">
        {works && (
          <Button
            variant="default"
            leftSection={<IconMessageQuestion size={18} />}
            onClick={() => choose('ask')}
          >
            {t('ask-for')}
          </Button>
        )}
        {supervises && (
          <Button
            variant="default"
            leftSection={<IconTransferIn size={18} className="flip" />}
            onClick={() => choose('take')}
          >
            {t('take-from')}
          </Button>
        )}
      </Group>
      <Dialog opened={how !== undefined} close={close} title={t(last === 'ask' ? 'ask-for' : 'take-from')}>
        <AskForm file={file} how={last} close={close} />
      </Dialog>
    </>
  )
}

/** Stands in the composer's place where the agent may not write, and says why. */
export const TakeOver = ({ file }: { readonly file: CaseFile }): ReactNode => {
  const t = useT()
  const command = useCaseCommand(file.code)
  const claim = (): void => command.mutate({ type: 'claim' }, { onError: (fault) => tellFault(t, fault) })
  const { letterKeys } = usePreferences()
  const works = mayWork(useQuery(meQuery).data)
  useShortcuts(letterKeys && canClaim(file) && !command.isPending, { KeyT: claim })
  useActions(
    canClaim(file) && !command.isPending
      ? [
          {
            id: 'take-over',
            says: (words) => words('take-over'),
            icon: <IconHandStop size={18} />,
            keys: ['T'],
            ofCase: true,
            run: claim,
          },
        ]
      : [],
  )
  return (
    <section className="take-over" aria-label={t('take-over')}>
      {file.status === 'agent' ? <Held file={file} /> : <p>{t(`take-over-${file.status}`)}</p>}
      {canClaim(file) && file.wish !== undefined && <p>{t(`take-over-wish-${file.wish}`)}</p>}
      {canClaim(file) && file.burdens !== undefined && (
        <p className="take-over-ready">
          <IconEyeExclamation size={17} aria-hidden />
          {t('row-expect', {
            what: file.burdens.map((each) => t(`burden-${each.replaceAll('_', '-')}`)).join(t('list-comma')),
          })}
        </p>
      )}
      {canClaim(file) && (
        <Button
          size="md"
          leftSection={<IconHandStop size={20} />}
          loading={command.isPending}
          onClick={claim}
        >
          {t('take-over')}
        </Button>
      )}
      {file.status === 'closed' && works && (
        <Button
          variant="default"
          leftSection={<IconLockOpen size={18} />}
          // The head of the case does it and says that it is done: this is gone by then.
          onClick={offeredAction('reopen')}
        >
          {t('reopen')}
        </Button>
      )}
    </section>
  )
}
