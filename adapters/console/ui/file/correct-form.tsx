import { Button, Checkbox, Group, NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { NewAnswer, Question } from '../../contract/shift.ts'
import { call } from '../api/call.ts'
import { useCaseCommand } from '../api/commands.ts'
import { casePath } from '../api/reads.ts'
import { PartTrouble, Pending } from '../desk/trouble.tsx'
import { MoreTexts, useT } from '../language/language.tsx'
import { Words } from '../language/words.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { ReasonField } from '../parts/reason-field.tsx'

type Props = { readonly code: string; readonly step: string; readonly close: () => void }
type Said = Omit<NewAnswer, 'reason'>

/** As the server takes it. */
const CURRENCY = /^[A-Z]{3,5}$/

const beginOf = ({ kind, chosen = [], text = '', amount }: Question): Said => {
  if (kind === 'text') return { text }
  return kind === 'amount' ? { amount: amount ?? { amount: 0, currency: 'IQD' } } : { options: chosen }
}

const isWhole = (kind: Question['kind'], said: Said): boolean => {
  if (kind === 'text') return (said.text ?? '').trim() !== ''
  return kind === 'amount' ? CURRENCY.test(said.amount?.currency ?? '') : (said.options?.length ?? 0) > 0
}

const Fields = ({
  question: { kind, options = [] },
  said,
  say,
}: {
  readonly question: Question
  readonly said: Said
  readonly say: (said: Said) => void
}): ReactNode => {
  const t = useT()
  switch (kind) {
    case 'choice':
      return (
        <Radio.Group
          label={t('correct-now')}
          value={said.options?.[0] ?? null}
          onChange={(id) => say({ options: [id] })}
        >
          <Stack gap="xs" mt="xs">
            {options.map(({ id, label }) => (
              <Radio key={id} value={id} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      )
    case 'choices':
      return (
        <Checkbox.Group
          label={t('correct-now')}
          value={said.options ?? []}
          onChange={(ids) => say({ options: ids })}
        >
          <Stack gap="xs" mt="xs">
            {options.map(({ id, label }) => (
              <Checkbox key={id} value={id} label={label} />
            ))}
          </Stack>
        </Checkbox.Group>
      )
    case 'text':
      return (
        <Textarea
          label={t('correct-now')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={8000}
          dir="auto"
          classNames={{ input: 'words' }}
          value={said.text ?? ''}
          onChange={(event) => say({ text: event.currentTarget.value })}
        />
      )
    case 'amount': {
      const { amount = 0, currency = '' } = said.amount ?? {}
      return (
        <Group align="flex-end" grow>
          <NumberInput
            label={t('correct-amount')}
            min={0}
            max={1e15}
            hideControls
            thousandSeparator=","
            value={amount}
            onChange={(value) => say({ amount: { amount: Number(value) || 0, currency } })}
          />
          <TextInput
            label={t('correct-currency')}
            maxLength={5}
            dir="ltr"
            value={currency}
            onChange={(event) =>
              say({ amount: { amount, currency: event.currentTarget.value.toUpperCase() } })
            }
          />
        </Group>
      )
    }
  }
}

const Filled = ({ code, step, close, question }: Props & { readonly question: Question }): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [said, say] = useState(() => beginOf(question))
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: `answers/${step}`, ...said, reason: reason.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p className="words" dir="auto">
        <Words text={question.question} />
      </p>
      <p className="soft">{t('correct-note')}</p>
      <Fields question={question} said={said} say={say} />
      <ReasonField label={t('correct-reason')} required value={reason} change={setReason} />
      <FormFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={reason.trim() === '' || !isWhole(question.kind, said)}>
          {t('correct-do')}
        </Button>
      </Group>
    </form>
  )
}

const Asked = (props: Props): ReactNode => {
  const { code, step } = props
  const { data, error, refetch } = useQuery({
    queryKey: ['case', code, 'question', step],
    queryFn: ({ signal }) => call<Question>('GET', casePath(code, `/answers/${step}`), { signal }),
    gcTime: 0,
  })
  if (data === undefined)
    return error === null ? <Pending /> : <PartTrouble error={error} retry={() => void refetch()} />
  return <Filled {...props} question={data} />
}

/** Puts right what the bot understood. */
export const CorrectForm = (props: Props): ReactNode => (
  <MoreTexts of="work">
    <Asked {...props} />
  </MoreTexts>
)
