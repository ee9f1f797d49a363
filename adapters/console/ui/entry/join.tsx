import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { acceptInvitation } from '../api/account.ts'
import { useT } from '../language/language.tsx'
import { FormFault, useAttempt } from '../parts/attempt.tsx'
import { PasswordField } from './fields.tsx'
import { Frame } from './frame.tsx'
import { useToken } from './token.ts'

/** A new agent chooses a password, through the link an administrator passed on. */
export const Join = (): ReactNode => {
  const t = useT()
  const router = useRouter()
  const token = useToken()
  const [password, setPassword] = useState('')
  const { run, busy, fault } = useAttempt(async () => {
    await acceptInvitation(token, password)
    await router.navigate({ to: '/sign-in', search: { joined: true }, replace: true })
  })
  return (
    <Frame title={t('join-title')}>
      {token === '' ? (
        <p>{t('join-no-token')}</p>
      ) : (
        <form className="form" onSubmit={run}>
          <p className="soft">{t('join-note')}</p>
          <PasswordField value={password} change={setPassword} isNew />
          <FormFault fault={fault} />
          <Button type="submit" loading={busy}>
            {t('join-do')}
          </Button>
        </form>
      )}
    </Frame>
  )
}
