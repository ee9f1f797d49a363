import { Button, Group, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { useKeyFor } from '../api/key-for.ts'
import { meQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

type Props = {
  readonly file: CaseFile
  readonly how: 'ask' | 'take'
  readonly close: () => void
}

const Form = ({ file, how, close }: Props): ReactNode => {
  const t = useT()
  const { data: me } = useQuery(meQuery)
  const command = useCaseCommand(file.code)
  const [text, setText] = useState('')
  const keyFor = useKeyFor()
  const { run, busy, fault } = useAttempt(async () => {
    if (me === undefined) return
    await command.mutateAsync(
      how === 'ask'
        ? { type: 'ask', text: text.trim(), key: keyFor(text.trim()) }
        : { type: 'transfer', agent: me.id, note: text.trim() },
    )
    close()
    if (how === 'ask') tell(t, 'ask-for-done', { name: file.assignee?.name ?? t('somebody') })
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">
        {t(how === 'ask' ? 'ask-for-note' : 'take-from-note', {
          name: file.assignee?.name ?? t('somebody'),
        })}
      </p>
      <Textarea
        label={t('ask-for-why')}
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={500}
        dir="auto"
        classNames={{ input: 'words' }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={text.trim() === ''}>
          {t(how === 'ask' ? 'ask-for' : 'take-from')}
        </Button>
      </Group>
    </form>
  )
}

/** Why somebody would have a case that a colleague holds: to ask for it, or, as a supervisor, to take it. */
export const AskForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
