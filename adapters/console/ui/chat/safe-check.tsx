import { Button, Tooltip } from '@mantine/core'
import { IconShieldQuestion } from '@tabler/icons-react'
import { useRef, type ReactNode } from 'react'
import type { CaseFile, Done } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { useT } from '../language/language.tsx'
import { tell, tellFault } from '../parts/notice.ts'

/**
 * Has the bot ask whether the person is safe now: it writes to them at once, so it never stands
 * beside a note. Not offered where it must not appear on their phone; the server refuses it there
 * as well.
 */
export const SafeCheck = ({
  code,
  signals,
  blocked,
  onAsked,
}: {
  readonly code: string
  readonly signals: CaseFile['signals']
  readonly blocked: boolean
  readonly onAsked: (done: Done) => void
}): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  // A repeat after a broken line asks once.
  const key = useRef('')
  const kept = signals.waits === 'yes' || signals.duress !== undefined || blocked
  const ask = (): void => {
    if (key.current === '') key.current = crypto.randomUUID()
    command.mutate(
      { type: 'safety', key: key.current },
      {
        onSuccess: (done) => {
          key.current = ''
          onAsked(done)
          tell(t, 'safe-asked')
        },
        onError: (fault) => tellFault(t, fault),
      },
    )
  }
  return (
    <Tooltip label={t(kept ? 'safe-kept' : 'safe-note')} multiline maw={280}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconShieldQuestion size={16} />}
        loading={command.isPending}
        aria-disabled={kept}
        {...(kept ? { 'data-disabled': true } : {})}
        onClick={() => {
          if (!kept) ask()
        }}
      >
        {t('safe-check')}
      </Button>
    </Tooltip>
  )
}
