import { Button, Group, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { agreeToErase, certificateQuery } from '../api/erasure.ts'
import { useCaseCommand } from '../api/commands.ts'
import { useT } from '../language/language.tsx'
import { useAttempt } from '../parts/attempt.tsx'
import { isReason, ReasonField } from '../parts/reason-field.tsx'
import { ErasureFault } from './erasure-fault.tsx'

type Props = { readonly code: string; readonly request: number; readonly close: () => void }

/** However it was grouped or typed. */
const isCode = (typed: string, code: string): boolean => typed.replaceAll(/[\s-]/g, '').toUpperCase() === code

/** Agrees, and the case is gone: so its code is typed first. */
export const ErasureAgree = ({ code, request, close }: Props): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    try {
      const { certificate } = await agreeToErase(code, request)
      queries.setQueryData(certificateQuery(code).queryKey, certificate)
    } catch (error) {
      // It is no longer as this page shows it.
      void queries.invalidateQueries({ queryKey: ['case', code] })
      throw error
    }
    close()
    // What was erased is not kept here either.
    for (const what of ['case', 'thread', 'timeline', 'custody'])
      void queries.resetQueries({ queryKey: [what, code] })
    void queries.invalidateQueries({ queryKey: ['queue'] })
  })
  return (
    <form className="form" onSubmit={run}>
      <p>
        <strong>{t('erasure-never')}</strong>
      </p>
      <p>{t('erasure-goes')}</p>
      <p>{t('erasure-stays')}</p>
      <p>{t('erasure-silent')}</p>
      <TextInput
        label={t('erasure-code')}
        description={
          <bdi className="code" dir="ltr">
            {code}
          </bdi>
        }
        dir="ltr"
        required
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ErasureFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button
          type="submit"
          color="red"
          loading={busy}
          disabled={!isCode(typed, code)}
          leftSection={<IconTrash size={16} />}
        >
          {t('erasure-do')}
        </Button>
      </Group>
    </form>
  )
}

/** Refuses with a reason; the case stays as it is. */
export const ErasureRefuse = ({ code, request, close }: Props): ReactNode => {
  const t = useT()
  const command = useCaseCommand(code)
  const [reason, setReason] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await command.mutateAsync({ type: `erasure/${request}/refuse`, reason: reason.trim() })
    close()
  })
  return (
    <form className="form" onSubmit={run}>
      <p>{t('erasure-refuse-note')}</p>
      <ReasonField label={t('keeping-why')} required value={reason} change={setReason} />
      <ErasureFault fault={fault} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={busy} disabled={!isReason(reason)}>
          {t('erasure-refuse-do')}
        </Button>
      </Group>
    </form>
  )
}
