import { Button, Group, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useCaseCommand } from '../api/commands.ts'
import { directionOf } from '../language/bidi.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'

type Props = { readonly code: string; readonly close: () => void }

const Form = ({ code, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [text, setText] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: 'help', text: text.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('help-note')}</p>
      <Textarea
        label={t('help-words')}
        autosize
        minRows={3}
        maxLength={500}
        dir={directionOf(text)}
        classNames={{ input: 'words' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy}>
          {t('help-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Calls a supervisor to the case. */
export const HelpForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
