import { Alert, Button, PasswordInput } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Call } from '../../contract/phone.ts'
import { explain } from '../api/explain.ts'
import { faultOf } from '../api/fault.ts'
import { callQuery, keepPin } from '../api/phone.ts'
import { useT } from '../language/language.tsx'
import { useAttempt } from '../parts/attempt.tsx'
import { Copy } from '../parts/copy.tsx'
import { Both } from './answer.tsx'

const Pin = ({ call }: { readonly call: Call }): ReactNode => {
  const t = useT()
  const queries = useQueryClient()
  const [pin, setPin] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await keepPin(call.code, pin)
    setPin('')
    queries.setQueryData(callQuery(call.code).queryKey, (before) =>
      before === undefined ? before : { ...before, hasPin: true },
    )
  })
  if (call.hasPin)
    return (
      <p className="phone-kept" role="status">
        <IconCircleCheck size={18} aria-hidden />
        {t('phone-pin-kept')}
      </p>
    )
  return (
    <form className="phone-form" onSubmit={run}>
      <PasswordInput
        label={t('phone-pin')}
        description={t('phone-pin-note')}
        autoComplete="off"
        maxLength={32}
        dir="ltr"
        value={pin}
        visibilityToggleButtonProps={{ 'aria-label': t('phone-pin-show') }}
        onChange={(event) => setPin(event.currentTarget.value)}
      />
      <div role="alert">
        {fault !== undefined && (
          <Alert color="red" icon={<IconAlertCircle size={18} />}>
            {faultOf(fault).code === 'pin_unfit' ? t('phone-pin-unfit') : explain(t, fault)}
          </Alert>
        )}
      </div>
      <Button type="submit" variant="light" loading={busy} disabled={pin.trim() === ''}>
        {t('phone-pin-keep')}
      </Button>
    </form>
  )
}

/**
 * How the caller comes back: the code, a PIN of their own, and the sentence about both. At hand
 * during the whole call, for calls break off.
 */
export const Farewell = ({ call }: { readonly call: Call }): ReactNode => {
  const t = useT()
  return (
    <section className="page-narrow phone-end" aria-label={t('phone-return')}>
      <h2>{t('phone-return')}</h2>
      <p className="phone-code">
        <bdi dir="ltr">{`${call.code.slice(0, 4)} ${call.code.slice(4)}`}</bdi>
        <Copy text={call.code} label={t('phone-copy')} />
      </p>
      <Pin call={call} />
      <p className="phone-label">{t('phone-read-aloud')}</p>
      <p className="phone-aloud">
        <Both {...call.farewell} language={call.language} />
      </p>
    </section>
  )
}
