import { Button, Group, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import { useCaseCommand } from '../api/commands.ts'
import { colleaguesQuery, meQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { tell } from '../parts/notice.ts'

type Kind = 'team' | 'agent'

type Props = { readonly file: CaseFile; readonly close: () => void }

const Form = ({ file, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(file.code)
  const { data: me } = useQuery(meQuery)
  const { data: colleagues, error, isPending } = useQuery(colleaguesQuery)
  const [kind, setKind] = useState<Kind>('team')
  const [to, setTo] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    if (to === null) return
    const left = note.trim() === '' ? {} : { note: note.trim() }
    await command.mutateAsync(
      kind === 'team' ? { type: 'transfer', team: to, ...left } : { type: 'transfer', agent: to, ...left },
    )
    close()
    tell(t, 'transferred')
  })
  const choices =
    kind === 'team'
      ? (colleagues?.teams ?? []).filter((team) => team.id !== file.team)
      : (colleagues?.agents ?? []).filter((agent) => agent.id !== me?.id)
  return (
    <form className="form" onSubmit={run}>
      <SegmentedControl
        aria-label={t('transfer-kind')}
        value={kind}
        onChange={(value) => {
          setKind(value)
          setTo(null)
        }}
        data={[
          { value: 'team', label: t('transfer-team') },
          { value: 'agent', label: t('transfer-agent') },
        ]}
      />
      <Select
        label={t(`transfer-to-${kind}`)}
        placeholder={isPending ? t('loading') : t('transfer-choose')}
        nothingFoundMessage={t('transfer-nobody')}
        searchable
        data={choices.map((each) => ({ value: each.id, label: each.name }))}
        value={to}
        onChange={setTo}
      />
      <p className="soft">{t(`transfer-note-${kind}`)}</p>
      <Textarea
        label={t('transfer-words')}
        description={t('transfer-words-hint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        dir="auto"
        classNames={{ input: 'words' }}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormFault fault={fault ?? error ?? undefined} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={to === null}>
          {t('transfer')}
        </Button>
      </Group>
    </form>
  )
}

export const TransferForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Form {...props} />
  </MoreTexts>
)
