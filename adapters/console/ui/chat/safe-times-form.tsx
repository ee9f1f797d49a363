import { Button, Group, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

type Props = { readonly file: CaseFile; readonly close: () => void }

const Form = ({ file, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(file.code)
  const { safeTimes } = file.signals
  // Nothing is offered: only the person knows when it is safe.
  const [from, setFrom] = useState(safeTimes?.from ?? '')
  const [to, setTo] = useState(safeTimes?.to ?? '')
  const isSame = from !== '' && from === to
  const set = useAttempt(async () => {
    await command.mutateAsync({ type: 'safe-times', from, to })
    close()
  })
  const clear = useAttempt(async () => {
    await command.mutateAsync({ type: 'safe-times/clear' })
    close()
  })
  return (
    <form className="form" onSubmit={set.run}>
      <p className="soft">{t('safe-times-note')}</p>
      <Group grow align="start">
        <TextInput
          type="time"
          label={t('safe-times-from')}
          required
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={t('safe-times-to')}
          required
          value={to}
          error={isSame ? t('safe-times-same') : undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
      </Group>
      <p className="soft">{t('safe-times-zone')}</p>
      <FormFault fault={set.fault ?? clear.fault} />
      <Group justify="flex-end">
        {safeTimes !== undefined && (
          <Button variant="default" loading={clear.busy} onClick={() => clear.run()}>
            {t('safe-times-clear')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          loading={set.busy}
          disabled={from === '' || to === '' || isSame || (from === safeTimes?.from && to === safeTimes.to)}
        >
          {t('safe-times-do')}
        </Button>
      </Group>
    </form>
  )
}

/** When it is safe to write to the person, as they said: at other times what is sent waits. */
export const SafeTimesForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
