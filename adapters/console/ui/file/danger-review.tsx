import { Button, Group, NativeSelect, Radio, Stack } from '@mantine/core'
import { IconEyeX, IconMessageReport, IconRotate2 } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { CaseFile } from '../../contract/index.ts'
import type { Message } from '../../contract/messages.ts'
import { useCaseCommand } from '../api/commands.ts'
import { mayWork, meQuery, threadQuery } from '../api/reads.ts'
import { MoreTexts, useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Words } from '../language/words.tsx'
import '../styles/danger-review.css'

type Danger = CaseFile['dangers'][number]
type Label = Danger['label']

const LABELS: readonly Label[] = ['self_harm', 'violence', 'sexual_abuse', 'minor', 'meeting', 'deadline']

/** So much of a message tells it from the others in a list. */
const SHOWN = 90

type ReviewProps = {
  readonly code: string
  readonly message: string
  readonly label: Label
  readonly review: Danger['review']
}

/** One press: it is no such danger, or it is one after all. Nothing else of the case changes by it. */
const Review = ({ code, message, label, review }: ReviewProps): ReactNode => {
  const t = useT()
  const works = mayWork(useQuery(meQuery).data)
  const command = useCaseCommand(code)
  const isNone = review?.verdict === 'none'
  const word = t(isNone ? 'danger-none-undo' : 'danger-none')
  const { run, busy, fault } = useAttempt(() =>
    command.mutateAsync({ type: 'dangers', message, label, verdict: isNone ? 'danger' : 'none' }),
  )
  return (
    <>
      {isNone && (
        <span className="soft">
          <Words text={t('danger-none-by', { name: review.by })} />
        </span>
      )}
      {works && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={busy}
          leftSection={isNone ? <IconRotate2 size={14} /> : <IconEyeX size={14} />}
          aria-label={`${word}: ${t(`danger-${label.replaceAll('_', '-')}`)}`}
          onClick={() => run()}
        >
          {word}
        </Button>
      )}
      {fault !== undefined && <FormFault fault={fault} />}
    </>
  )
}

export const DangerReview = (props: ReviewProps): ReactNode => (
  <MoreTexts of="work">
    <Review {...props} />
  </MoreTexts>
)

const textOf = (message: Message): string => message.edits?.at(-1)?.text ?? message.text ?? ''

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`
}

const MissedForm = ({ code, close }: { readonly code: string; readonly close: () => void }): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const { data } = useQuery(threadQuery(code, useQueryClient()))
  const told = (data?.messages ?? [])
    .filter((one) => one.from === 'person' && textOf(one) !== '')
    .toReversed()
  const [chosen, choose] = useState('')
  const [label, setLabel] = useState<Label>()
  const message = chosen === '' ? told[0]?.id : chosen
  const { run, busy, fault } = useAttempt(async () => {
    if (message === undefined || label === undefined) return
    await command.mutateAsync({ type: 'dangers', message, label, verdict: 'danger' })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="soft">{t('danger-missed-note')}</p>
      <NativeSelect
        label={t('danger-missed-message')}
        dir="auto"
        value={message ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={told.map((one) => ({ value: one.id, label: shortened(textOf(one)) }))}
      />
      <Radio.Group
        label={t('danger-missed-label')}
        value={label ?? null}
        onChange={(value) => setLabel(LABELS.find((one) => one === value))}
      >
        <Stack gap="xs" mt="xs">
          {LABELS.map((each) => (
            <Radio key={each} value={each} label={t(`danger-${each.replaceAll('_', '-')}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={message === undefined || label === undefined}>
          {t('danger-missed-do')}
        </Button>
      </Group>
    </form>
  )
}

const Missed = ({ code }: { readonly code: string }): ReactNode => {
  const t = useT()
  const works = mayWork(useQuery(meQuery).data)
  const [open, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  if (!works) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconMessageReport size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('danger-missed')}
      </Button>
      <Dialog opened={open} close={close} title={t('danger-missed-title')}>
        <MissedForm code={code} close={close} />
      </Dialog>
    </>
  )
}

/** What nothing read, said by who read the message. */
export const MissedDanger = (props: { readonly code: string }): ReactNode => (
  <MoreTexts of="work">
    <Missed {...props} />
  </MoreTexts>
)
